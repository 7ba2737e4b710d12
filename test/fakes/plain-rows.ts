import { createHash } from 'node:crypto';
import { UnreadableFileError } from '../../lambdas/core/accounting/counted-file.ts';
import type { CountedFile } from '../../lambdas/core/accounting/counted-file.ts';
import { emptyFigures } from '../../lambdas/core/figures/figures.ts';
import type { Figures } from '../../lambdas/core/figures/figures.ts';
import type { Hour } from '../../lambdas/core/hour.ts';
import type { IspId } from '../../lambdas/core/receivers/isp.ts';
import type { HourWindow } from '../../lambdas/core/contributions/retention.ts';

/** A row of a made-up file: just enough for figures with totals and breakdowns. */
export interface PlainRow {
  hour: Hour;
  isp: IspId;
  /** Delivered, or deferred by a 421. */
  type: 'd' | 't';
  domain: string;
}

/** What such a file holds; `undefined` for one that cannot be read. */
export type PlainFile = readonly PlainRow[] | undefined;

/** What happens to a key: a file is shipped under it, or what was shipped is deleted. */
export type Shipped = PlainFile | 'deleted';

export function write(file: PlainFile): string {
  if (!file) return 'no accounting file\n';
  return file.map(({ hour, isp, type, domain }) => `${hour},${isp},${type},${domain}\n`).join('');
}

/** Counts what `write` wrote, as the real reader counts accounting files: whole, or not at all. */
export async function countPlainRows(
  content: AsyncIterable<Uint8Array>,
  { oldest, newest }: HourWindow,
  ispOf: (isp: IspId) => IspId = (isp) => isp,
): Promise<CountedFile> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  const lines = text.split('\n').slice(0, -1);
  const hours: CountedFile['hours'] = new Map();
  const ignored: CountedFile['ignored'] = {};
  for (const line of lines) {
    const [hour = '', isp, type, domain] = line.split(',');
    if (isp === undefined || domain === undefined) throw new UnreadableFileError('it is no accounting file');
    const reason = hour < oldest ? 'tooOld' : hour > newest ? 'tooNew' : undefined;
    if (reason) (ignored[reason] ??= { count: 0 }).count++;
    else countRow(hours, { hour, isp: ispOf(isp), type: type === 'd' ? 'd' : 't', domain });
  }
  const tooOldOrNew = Object.values(ignored).reduce((sum, { count }) => sum + count, 0);
  const fingerprint =
    lines.length === 0 ? '' : createHash('sha256').update(lines.slice(0, 3).join()).digest('hex');
  return {
    rows: lines.length,
    counted: lines.length - tooOldOrNew,
    ignored,
    partialTail: false,
    hours,
    fingerprint,
  };
}

/** Counts as the reader did before its counting version was raised: it took one ISP for another. */
export async function countByOlderRules(
  content: AsyncIterable<Uint8Array>,
  window: HourWindow,
): Promise<CountedFile> {
  return countPlainRows(content, window, (isp) => (isp === 'yahoo' ? 'other' : isp));
}

/** The plain count of all files at once, by which the use cases are judged. */
export function countAll(files: Iterable<PlainFile>): Map<Hour, Map<IspId, Figures>> {
  const hours = new Map<Hour, Map<IspId, Figures>>();
  for (const file of files) for (const row of file ?? []) countRow(hours, row);
  return hours;
}

function countRow(hours: Map<Hour, Map<IspId, Figures>>, { hour, isp, type, domain }: PlainRow): void {
  let isps = hours.get(hour);
  if (!isps) hours.set(hour, (isps = new Map()));
  let figures = isps.get(isp);
  if (!figures) isps.set(isp, (figures = emptyFigures()));
  const attempts = (figures.byDomain[domain] ??= { throttled: 0, delivered: 0 });
  if (type === 'd') {
    figures.delivered++;
    attempts.delivered++;
    return;
  }
  figures.deferred++;
  figures.deferred421++;
  figures.throttled++;
  attempts.throttled++;
  figures.byReply['421 4.7.28'] = (figures.byReply['421 4.7.28'] ?? 0) + 1;
}

import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { parse } from 'csv-parse/sync';
import { emptyFigures } from '../../../lambdas/core/figures/figures.ts';
import type { Attempts, Counts, Figures } from '../../../lambdas/core/figures/figures.ts';
import type { IspId } from '../../../lambdas/core/receivers/isp.ts';
import { isAboutTheSender, stanceOf } from '../../../lambdas/core/replies/category.ts';
import { normalise } from '../../../lambdas/core/replies/normalise.ts';
import { parseReply } from '../../../lambdas/core/replies/reply.ts';
import { scrub, withoutOwnName } from '../../../lambdas/core/replies/scrub.ts';
import { sampleHash } from '../../../lambdas/core/accounting/row/sample-hash.ts';
import type { CountedFile } from '../../../lambdas/core/accounting/counted-file.ts';
import type { CountingContext } from '../../../lambdas/core/accounting/counting-context.ts';
import { BOUNDS } from '../../../lambdas/core/accounting/bounds.ts';
import type { Bounds } from '../../../lambdas/core/accounting/bounds.ts';
import {
  beginsArray,
  headerChanged,
  headerless,
  nameless,
  noObjects,
  notText,
  otherLineEnds,
  tooLongHeader,
  tooManyColumns,
  unsoundHeader,
} from '../../../lambdas/core/accounting/row/rejection.ts';
import { COLUMNS } from '../../../lambdas/core/accounting/columns.ts';
import type { Column, Header } from '../../../lambdas/core/accounting/columns.ts';
import { readHeader, readRepeatedHeader } from '../../../lambdas/core/accounting/row/header.ts';
import {
  boundedName,
  domainOfQueue,
  domainOfRecipient,
  hostOfMta,
  localPartOf,
  sourceName,
} from '../../../lambdas/core/accounting/row/row-names.ts';
import { hourOfTime } from '../../../lambdas/core/accounting/row/row-time.ts';
import { BOUNCED, DEFERRED, DELIVERED, QUEUE_DEFERRED } from '../../../lambdas/core/accounting/outcome.ts';
import {
  isKnownType,
  outcomeOf,
  reasonForType,
  UNKNOWN_TYPE,
} from '../../../lambdas/core/accounting/row/row-type.ts';
import { inflatedBytes } from '../../../lambdas/core/accounting/file/stored-content.ts';

/** A row's columns by name, empty where missing. `latin1` strings of the bytes until `decoded`. */
type Row = Record<Column, string> & { replyHash: number; recipientHash: number };
/** A row that is counted, its ISP known or awaited. */
interface CountedRow {
  row: Row;
  hour: string;
  outcome: number;
  domain: string;
  isp: IspId | undefined;
}

/** Counts an accounting file the plain way: whole, as text, one step after another. */
export async function plainCount(
  content: AsyncIterable<Uint8Array>,
  context: CountingContext,
  bounds: Bounds = BOUNDS,
): Promise<CountedFile> {
  const pieces: Uint8Array[] = [];
  for await (const piece of inflatedBytes(content, bounds)) {
    context.checkDeadline?.();
    pieces.push(Uint8Array.from(piece));
  }
  const all = Buffer.concat(pieces).toString('latin1');
  const blank = /^(?:\u00ef\u00bb\u00bf)?[ \t\r\n]*/.exec(all)![0];
  const text = all.slice(blank.length);
  const file = new PlainCount(context, bounds, blank);
  if (text.startsWith('[')) throw beginsArray();
  if (text.startsWith('{')) file.readJson(text);
  else file.readCsv(text);
  return file.result();
}

class PlainCount {
  private rows = 0;
  private readonly ignored = nullProto<{ count: number; firstLine?: number }>();
  private partialTail = false;
  private readonly counted: CountedRow[] = [];
  private head: string;
  private firstLine: number;
  private readonly context: CountingContext;
  private readonly bounds: Bounds;

  constructor(context: CountingContext, bounds: Bounds, blank: string) {
    this.context = context;
    this.bounds = bounds;
    this.head = blank;
    this.firstLine = blank.split('\n').length;
  }

  readCsv(text: string): void {
    let header: Header | undefined;
    let rest = text;
    let line = this.firstLine;
    while (rest !== '') {
      const { records, resume } = recordsOf(rest, this.bounds.rowBytes);
      let following = rest;
      rest = resume;
      for (const { raw, isWhole } of records) {
        following = following.slice(raw.length);
        const first = line;
        line += raw.split('\n').length - 1;
        const body = raw.replace(/\r?\n$/, '');
        if (/^[ \t\r]*$/.test(body)) {
          if (isWhole) this.remember(raw);
          continue;
        }
        const headerLine = isWhole ? body : body.split(/\r?\n/, 1)[0]!;
        if (!header) refuseForeign(headerLine.slice(0, this.bounds.rowBytes));
        if (!header && body.length > this.bounds.rowBytes) throw tooLongHeader(this.bounds.rowBytes);
        if (!header && !isWhole && raw.includes('\n')) throw unsoundHeader(decoded(headerLine));
        if (!isWhole && header && hidesRows(raw, header, this.bounds.rowBytes)) {
          const [firstLine] = /^[^\n]*\n/.exec(raw)!;
          this.row(firstLine);
          this.ignore('broken row', first);
          line = first + 1;
          rest = raw.slice(firstLine.length);
          continue;
        }
        if (!isWhole) {
          this.partialTail = true;
          continue;
        }
        const fields = body.length > this.bounds.rowBytes ? undefined : fieldsOf(body);
        if (header && !fields && body.includes('\n')) {
          const [firstLine] = /^[^\n]*\n/.exec(raw)!;
          this.row(firstLine);
          this.ignore('broken row', first);
          line = first + 1;
          rest = raw.slice(firstLine.length) + following;
          break;
        }
        if (!header) {
          if (!fields) throw unsoundHeader(decoded(body));
          if (fields.length > this.bounds.columns) throw tooManyColumns(this.bounds.columns);
          const read = readHeader(fields.map(decoded));
          if ('missing' in read) throw headerless(read.missing, decoded(body));
          header = read;
        } else {
          header = this.readRecord(fields, header, first, raw);
          continue;
        }
        this.remember(raw);
      }
    }
  }

  private readRecord(fields: string[] | undefined, header: Header, line: number, raw: string): Header {
    if (!fields) {
      this.row(raw);
      this.ignore('broken row', line);
      return header;
    }
    const type = decoded(fields[header.positions.type] ?? '');
    const extra = fields.slice(header.width);
    const misfit =
      fields.length < header.neededWidth ||
      fields.length > this.bounds.columns ||
      extra.some((field) => field !== '');
    if (misfit || !isKnownType(type)) {
      const repeated =
        fields.length <= this.bounds.columns ? readRepeatedHeader(fields.map(decoded)) : undefined;
      if (repeated && 'missing' in repeated) throw headerChanged(line);
      if (repeated) {
        this.remember(raw);
        return repeated;
      }
    }
    this.row(raw);
    if (misfit) {
      this.ignore('broken row', line);
      return header;
    }
    const columns = nullProto<Buffer>() as Record<Column, Buffer>;
    for (const column of COLUMNS) {
      columns[column] = Buffer.from(fields[header.positions[column]] ?? '', 'latin1');
    }
    this.readRow(rowOf(columns, this.bounds), line);
    return header;
  }

  readJson(text: string): void {
    let line = this.firstLine - 1;
    let isFirst = true;
    for (const raw of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
      line++;
      const body = raw.replace(/\r?\n$/, '');
      if (/^[ \t\r]*$/.test(body)) {
        if (raw.endsWith('\n')) this.remember(raw);
        continue;
      }
      if (!raw.endsWith('\n')) {
        this.partialTail = true;
        continue;
      }
      this.row(raw);
      const row = body.length > this.bounds.rowBytes ? undefined : jsonRow(decoded(body), this.bounds);
      if (row && isFirst && !namesInJson(decoded(body)).includes('type')) throw nameless('type');
      if (row && isFirst && !namesInJson(decoded(body)).includes('timelogged')) throw nameless('timeLogged');
      if (row) isFirst = false;
      if (row) this.readRow(row, line);
      else this.ignore('broken row', line);
    }
    if (isFirst && this.rows > 0) throw noObjects();
  }

  private row(raw: string): void {
    this.rows++;
    this.remember(raw);
  }

  private remember(raw: string): void {
    if (this.rows <= this.bounds.headRows) this.head += raw;
  }

  private readRow(row: Row, line: number): void {
    const outcome = outcomeOf(row.type);
    if (outcome === undefined) {
      this.ignoreType(row.type);
      return;
    }
    const hour = hourOfTime(row.timelogged);
    if (hour === undefined) {
      this.ignore(row.timelogged === '' ? 'no time' : 'bad time', line);
      return;
    }
    const { window } = this.context;
    if (window && hour < window.oldest) {
      this.ignore('tooOld', line);
      return;
    }
    if (window && hour > window.newest) {
      this.ignore('tooNew', line);
      return;
    }
    const recipientDomain = outcome === QUEUE_DEFERRED ? '' : domainOfRecipient(row.rcpt);
    const domain = recipientDomain || domainOfQueue(row.queue);
    const mx = hostOfMta(row.dsnmta);
    const known = mx === '' ? undefined : this.context.directory.byMx(mx);
    const isp = known ?? (mx === '' && domain !== '' ? undefined : this.ispWithoutMx(row.queue, domain));
    this.counted.push({ row, hour, outcome, domain, isp });
    if (known !== undefined && domain !== '') this.saw(domain, known);
  }

  private readonly seen = new Map<string, Map<IspId, number>>();

  private saw(domain: string, isp: IspId): void {
    const counts = this.seen.get(inAscii(domain)) ?? new Map<IspId, number>();
    this.seen.set(inAscii(domain), counts.set(isp, (counts.get(isp) ?? 0) + 1));
  }

  private ispWithoutMx(queue: string, domain: string): IspId {
    const { directory } = this.context;
    return directory.byRollup(boundedName(queue)) ?? directory.byDomain(boundedName(domain)) ?? 'other';
  }

  private ispOf({ isp, domain, row }: CountedRow): IspId {
    if (isp !== undefined) return isp;
    const counts = [...(this.seen.get(inAscii(domain)) ?? [])];
    counts.sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
    return counts[0]?.[0] ?? this.ispWithoutMx(row.queue, domain);
  }

  private ignoreType(type: string): void {
    const reason = reasonForType(type);
    const named = Object.keys(this.ignored).filter((name) => name.startsWith('type '));
    const isNew = !(reason in this.ignored);
    this.ignore(isNew && named.length >= this.bounds.typeNames ? UNKNOWN_TYPE : reason);
  }

  private ignore(reason: string, line?: number): void {
    const known = (this.ignored[reason] ??=
      line === undefined ? { count: 0 } : { count: 0, firstLine: line });
    known.count++;
  }

  result(): CountedFile {
    const hours = new Map<string, Map<IspId, Figures>>();
    const samples = new Map<object, Row>();
    for (const counted of this.counted) {
      const isp = this.ispOf(counted);
      const ofHour = hours.get(counted.hour) ?? new Map<IspId, Figures>();
      hours.set(counted.hour, ofHour);
      const figures = ofHour.get(isp) ?? emptyFigures();
      ofHour.set(isp, figures);
      this.count(figures, isp, counted, samples);
    }
    return {
      rows: this.rows,
      counted: this.counted.length,
      ignored: this.ignored,
      partialTail: this.partialTail,
      hours,
      fingerprint: this.rows === 0 ? '' : fingerprintOf(this.head),
    };
  }

  private count(
    figures: Figures,
    isp: IspId,
    { row, outcome, domain }: CountedRow,
    samples: Map<object, Row>,
  ): void {
    const source = sourceName(row.vmta, row.dlvsourceip);
    const queue = boundedName(row.queue);
    const breakdowns: [Record<string, Attempts>, string][] = [
      [figures.bySource, source],
      [figures.byQueue, queue],
    ];
    if (this.context.byDomain) breakdowns.push([figures.byDomain, boundedName(domain)]);

    if (outcome === DELIVERED) {
      figures.delivered++;
      for (const [names, name] of breakdowns) attempts(names, name).delivered++;
      return;
    }
    const reply = parseReply(row.dsndiag, row.dsnstatus);
    const rule = this.context.catalogue.classify(isp, reply);
    const code = reply.code ?? 0;
    if (outcome === BOUNCED) {
      figures.bounced++;
      const blocked =
        code >= 500 &&
        code <= 599 &&
        rule.spokenBy === 'receiver' &&
        stanceOf(rule.category) === 'intervention';
      if (!blocked) return;
      figures.blocked++;
      add(figures.blockedByRule, rule.id);
    } else {
      figures.deferred++;
      if (outcome !== DEFERRED) figures.connection++;
      if (code === 421) figures.deferred421++;
      const throttled =
        rule.spokenBy === 'receiver' &&
        (code === 421 || (code >= 400 && code <= 499 && isAboutTheSender(rule.category)));
      if (throttled) {
        figures.throttled++;
        for (const [names, name] of breakdowns) attempts(names, name).throttled++;
      }
      add(figures.byCategory, rule.category);
      add(figures.byRule, rule.id);
      add(figures.byReply, replyName(reply));
      if (rule.basis !== 'wording') {
        const text = withoutOwnName(normalise(reply.text), localPartOf(row.rcpt)).slice(0, 300);
        if (text !== '') add(figures.unclassified, text);
      }
    }
    const evidence = (figures.evidence[rule.id] ??= {
      sources: nullProto(),
      queues: nullProto(),
      sample: '',
    });
    add(evidence.sources, source);
    add(evidence.queues, queue);
    const sample = scrub(
      row.dsndiag || row.dsnstatus.slice(0, this.bounds.replyBytes),
      localPartOf(row.rcpt),
    );
    const known = samples.get(evidence);
    if (sample === '' || (known && !isBefore(row, known))) return;
    samples.set(evidence, row);
    evidence.sample = sample;
  }
}

function isBefore(row: Row, known: Row): boolean {
  if (row.recipientHash !== known.recipientHash) return row.recipientHash < known.recipientHash;
  return row.replyHash < known.replyHash;
}

function replyName({ code, enhancedCode }: { code: number | null; enhancedCode: string | null }): string {
  if (code === null) return 'none';
  return enhancedCode === null ? String(code) : `${code} ${enhancedCode}`;
}

function attempts(names: Record<string, Attempts>, name: string): Attempts {
  return (names[name] ??= { throttled: 0, delivered: 0 });
}

function add(counts: Counts, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

function nullProto<Value>(): Record<string, Value> {
  return Object.create(null) as Record<string, Value>;
}

function inAscii(domain: string): string {
  return domainToASCII(domain) || domain;
}

function fingerprintOf(head: string): string {
  return createHash('sha256').update(head.slice(0, 65_536), 'latin1').digest('hex').slice(0, 32);
}

function decoded(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}

/**
 * csv-parse takes a NUL after a closing quote for the end of its input, and so finds nothing wrong with a quote
 * in the middle of a field. Another byte that means nothing, and that the text does not hold, stands in for it.
 */
function withoutNul(text: string): { text: string; standIn: string } {
  const meaningless = [...Array(256).keys()].filter((byte) => byte > 0 && !'\t\n\r ",'.includes(chr(byte)));
  const standIn = chr(meaningless.find((byte) => !text.includes(chr(byte)))!);
  return { text: text.replaceAll('\u0000', standIn), standIn };
}

function chr(byte: number): string {
  return String.fromCharCode(byte);
}

/** Records with their line ends, up to one that is too long; reading goes on after the first line of that one. */
function recordsOf(
  text: string,
  rowBytes: number,
): { records: { raw: string; isWhole: boolean }[]; resume: string } {
  const records: { raw: string; isWhole: boolean }[] = [];
  let used = 0;
  try {
    parse(Buffer.from(withoutNul(text).text, 'latin1'), {
      encoding: 'latin1',
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n'],
      on_record: (_record, { bytes }) => {
        const raw = text.slice(used, bytes);
        if (!raw.endsWith('\n')) return null;
        records.push({ raw, isWhole: true });
        used = bytes;
        return null;
      },
    });
  } catch (error) {
    if ((error as { code?: string }).code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
  }
  if (used < text.length) records.push({ raw: text.slice(used), isWhole: false });
  let length = 0;
  for (const [index, { raw: record, isWhole }] of records.entries()) {
    const isTooLong = isWhole
      ? record.replace(/\r?\n$/, '').length > rowBytes
      : record.length > rowBytes + '\r\n'.length;
    const firstLine = /^[^\n]*\n/.exec(record)?.[0];
    if (isTooLong && firstLine && (firstLine.length < record.length || !isWhole)) {
      return {
        records: [...records.slice(0, index), { raw: firstLine, isWhole: true }],
        resume: text.slice(length + firstLine.length),
      };
    }
    length += record.length;
  }
  return { records, resume: '' };
}

/** Whether a row begins with a line of a record that has no end, below its first line. */
function hidesRows(raw: string, header: Header, rowBytes: number): boolean {
  for (let at = raw.indexOf('\n'); at !== -1; at = raw.indexOf('\n', at + 1)) {
    const [record] = recordsOf(raw.slice(at + 1), rowBytes).records;
    const fields = record?.isWhole ? fieldsOf(record.raw.replace(/\r?\n$/, '')) : undefined;
    const isRegular = fields?.length === header.width;
    if (isRegular && isKnownType(decoded(fields[header.positions.type]!))) return true;
  }
  return false;
}

/** The fields of one record; undefined where its quotes are not as RFC 4180 has them. */
function fieldsOf(body: string): string[] | undefined {
  const { text, standIn } = withoutNul(body);
  try {
    const [fields] = parse(Buffer.from(text, 'latin1'), {
      encoding: 'latin1',
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n'],
    });
    return fields?.map((field) => field.replaceAll(standIn, '\u0000'));
  } catch {
    return undefined;
  }
}

function refuseForeign(line: string): void {
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(line)) throw notText();
  if (/\r[!-\u00ff]/.test(line)) throw otherLineEnds();
}

function namesInJson(text: string): string[] {
  return Object.keys(JSON.parse(text.replace(/^\ufeff/, '')) as object).map((name) => name.toLowerCase());
}

function jsonRow(text: string, bounds: Bounds): Row | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const columns = nullProto<Buffer>() as Record<Column, Buffer>;
  for (const column of COLUMNS) columns[column] = Buffer.alloc(0);
  const met = new Set<string>();
  for (const [name, field] of Object.entries(value)) {
    const column = COLUMNS.find((candidate) => candidate === name.toLowerCase());
    if (!column || met.has(column)) continue;
    met.add(column);
    if (typeof field === 'string' || typeof field === 'number') columns[column] = Buffer.from(String(field));
  }
  return rowOf(columns, bounds);
}

function rowOf(columns: Record<Column, Buffer>, { replyBytes }: Bounds): Row {
  const diag = columns.dsndiag.subarray(0, replyBytes);
  const words = diag.length > 0 ? diag : columns.dsnstatus.subarray(0, replyBytes);
  const texts = COLUMNS.map((column) => [
    column,
    (column === 'dsndiag' ? diag : columns[column]).toString('utf8'),
  ]);
  return {
    ...(Object.fromEntries(texts) as Record<Column, string>),
    replyHash: hashOf(words),
    recipientHash: hashOf(columns.rcpt),
  };
}

function hashOf(bytes: Uint8Array): number {
  return sampleHash(bytes);
}

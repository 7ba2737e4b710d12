import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import type { Attempts, Counts, Figures } from '../figures/figures.ts';
import type { IspId } from '../receivers/isp.ts';
import { OTHER } from '../receivers/isp.ts';
import { isAboutTheSender, stanceOf } from '../replies/category.ts';
import { normalise } from '../replies/normalise.ts';
import { parseReply } from '../replies/reply.ts';
import { scrub } from '../replies/scrub.ts';
import type { CountedFile } from './counted-file.ts';
import type { CountingContext } from './counting-context.ts';
import { LIMITS, type Limits } from './limits.ts';
import { headerChanged, headerless, nameless, notText, tooLongHeader, tooManyColumns } from './rejection.ts';
import { COLUMNS, type Column, type Header, readHeader, readRepeatedHeader } from './row-header.ts';
import {
  boundedName,
  domainOfQueue,
  domainOfRecipient,
  hostOfMta,
  localPartOf,
  sourceName,
} from './row-names.ts';
import { hourOfTime } from './row-time.ts';
import {
  BOUNCED,
  DEFERRED,
  DELIVERED,
  outcomeOf,
  QUEUE_DEFERRED,
  reasonForType,
  UNKNOWN_TYPE,
} from './row-type.ts';
import { textOf } from './stored-content.ts';

/** A row's columns by name, empty where missing. `latin1` strings of the bytes until `decoded`. */
type Row = Record<Column, string>;
/** A row that is counted, its ISP known or awaited. */
interface CountedRow {
  row: Row;
  hour: string;
  outcome: number;
  domain: string;
  isp: IspId | undefined;
}

/** Counts an accounting file the plain way: whole, as text, one step after another. */
export async function countFile(
  content: AsyncIterable<Uint8Array>,
  context: CountingContext,
  limits: Limits = LIMITS,
): Promise<CountedFile> {
  const pieces: Uint8Array[] = [];
  for await (const piece of textOf(content, limits)) {
    context.checkDeadline?.();
    pieces.push(Uint8Array.from(piece));
  }
  let bytes = Buffer.concat(pieces);
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) bytes = bytes.subarray(3);
  const file = new PlainCount(context, limits);
  const text = bytes.toString('latin1');
  if (/^[\s]*\{/.test(text)) file.readJson(text);
  else file.readCsv(text);
  return file.result();
}

class PlainCount {
  private rows = 0;
  private readonly ignored = nullProto<{ count: number; firstLine?: number }>();
  private partialTail = false;
  private readonly counted: CountedRow[] = [];
  private head = '';
  private readonly context: CountingContext;
  private readonly limits: Limits;

  constructor(context: CountingContext, limits: Limits) {
    this.context = context;
    this.limits = limits;
  }

  readCsv(text: string): void {
    let header: Header | undefined;
    let rest = text;
    let line = 1;
    while (rest !== '') {
      const { records, resume } = recordsOf(rest, this.limits.rowBytes);
      for (const { raw, isWhole } of records) {
        const first = line;
        line += raw.split('\n').length - 1;
        const body = raw.replace(/\r?\n$/, '');
        if (!header && body.length > this.limits.rowBytes) throw tooLongHeader(this.limits.rowBytes);
        if (/^[ \t\r]*$/.test(body)) {
          this.head += raw;
          continue;
        }
        // eslint-disable-next-line no-control-regex
        if (!header && /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(body)) throw notText();
        if (!isWhole) {
          this.partialTail = true;
          continue;
        }
        const fields = body.length > this.limits.rowBytes ? undefined : fieldsOf(body);
        if (!header) {
          const read = readHeader((fields ?? [body]).map(decoded));
          if (fields && fields.length > this.limits.columns) throw tooManyColumns(this.limits.columns);
          if ('missing' in read) throw headerless(read.missing, decoded(body));
          header = read;
        } else {
          header = this.readRecord(fields, header, first, raw);
          continue;
        }
        this.remember(raw);
      }
      rest = resume;
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
    const misfit = fields.length < header.neededWidth || extra.some((field) => field !== '');
    if (misfit || outcomeOf(type) === undefined) {
      const repeated =
        fields.length <= this.limits.columns ? readRepeatedHeader(fields.map(decoded)) : undefined;
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
    const row = nullProto<string>() as Row;
    for (const column of COLUMNS) {
      const field = fields[header.positions[column]] ?? '';
      row[column] = decoded(column === 'dsndiag' ? field.slice(0, this.limits.replyBytes) : field);
    }
    this.readRow(row);
    return header;
  }

  readJson(text: string): void {
    let line = 0;
    let isFirst = true;
    for (const raw of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
      line++;
      const body = raw.replace(/\r?\n$/, '');
      if (/^[ \t\r]*$/.test(body)) {
        this.remember(raw);
        continue;
      }
      if (!raw.endsWith('\n')) {
        this.partialTail = true;
        continue;
      }
      this.row(raw);
      const row = body.length > this.limits.rowBytes ? undefined : jsonRow(decoded(body), this.limits);
      if (row && isFirst && !row.type) throw nameless('type');
      if (row && isFirst && !row.timelogged) throw nameless('timeLogged');
      if (row) isFirst = false;
      if (row) this.readRow(row);
      else this.ignore('broken row', line);
    }
  }

  private row(raw: string): void {
    this.rows++;
    this.remember(raw);
  }

  private remember(raw: string): void {
    if (this.rows <= 100) this.head += raw;
  }

  private readRow(row: Row): void {
    const outcome = outcomeOf(row.type);
    if (outcome === undefined) {
      this.ignoreType(row.type);
      return;
    }
    const hour = hourOfTime(row.timelogged);
    if (hour === undefined) {
      this.ignore(row.timelogged === '' ? 'no time' : 'bad time');
      return;
    }
    const { window } = this.context;
    if (window && hour < window.oldest) {
      this.ignore('tooOld');
      return;
    }
    if (window && hour > window.newest) {
      this.ignore('tooNew');
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
    const counts = this.seen.get(domain) ?? new Map<IspId, number>();
    this.seen.set(domain, counts.set(isp, (counts.get(isp) ?? 0) + 1));
  }

  private ispWithoutMx(queue: string, domain: string): IspId {
    const { directory } = this.context;
    return directory.byRollup(queue) ?? (domain === '' ? undefined : directory.byDomain(domain)) ?? OTHER;
  }

  private ispOf({ isp, domain, row }: CountedRow): IspId {
    if (isp !== undefined) return isp;
    const counts = [...(this.seen.get(domain) ?? [])];
    counts.sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
    return counts[0]?.[0] ?? this.ispWithoutMx(row.queue, domain);
  }

  private ignoreType(type: string): void {
    const reason = reasonForType(type);
    const named = Object.keys(this.ignored).filter((name) => name.startsWith('type '));
    const isNew = !(reason in this.ignored);
    this.ignore(isNew && named.length >= this.limits.typeNames ? UNKNOWN_TYPE : reason);
  }

  private ignore(reason: string, line?: number): void {
    const known = (this.ignored[reason] ??=
      line === undefined ? { count: 0 } : { count: 0, firstLine: line });
    known.count++;
  }

  result(): CountedFile {
    const hours = new Map<string, Map<IspId, Figures>>();
    const samples = new Map<object, [number, number]>();
    for (const counted of this.counted) {
      const isp = this.ispOf(counted);
      const ofHour = hours.get(counted.hour) ?? new Map<IspId, Figures>();
      hours.set(counted.hour, ofHour);
      const figures = ofHour.get(isp) ?? noFigures();
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
    samples: Map<object, [number, number]>,
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
      if (rule.basis !== 'words') {
        const text = normalise(reply.text).slice(0, 300);
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
    const sample = scrub(row.dsndiag || row.dsnstatus, localPartOf(row.rcpt));
    if (sample !== '' && (evidence.sample === '' || sample < evidence.sample)) evidence.sample = sample;
    void samples;
  }
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

function noFigures(): Figures {
  return {
    delivered: 0,
    bounced: 0,
    blocked: 0,
    deferred: 0,
    deferred421: 0,
    throttled: 0,
    connection: 0,
    byCategory: nullProto(),
    byRule: nullProto(),
    byReply: nullProto(),
    bySource: nullProto(),
    byQueue: nullProto(),
    byDomain: nullProto(),
    blockedByRule: nullProto(),
    evidence: nullProto(),
    unclassified: nullProto(),
  };
}

function fingerprintOf(head: string): string {
  return createHash('sha256').update(head.slice(0, 65_536), 'latin1').digest('hex').slice(0, 32);
}

function decoded(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}

/** Records with their line ends, up to one that is too long; reading goes on after the first line of that one. */
function recordsOf(
  text: string,
  rowBytes: number,
): { records: { raw: string; isWhole: boolean }[]; resume: string } {
  const records: { raw: string; isWhole: boolean }[] = [];
  let used = 0;
  try {
    parse(text, {
      encoding: 'latin1',
      raw: true,
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n'],
      on_record: (record: unknown) => {
        const { raw } = record as { raw: string };
        if (raw.endsWith('\n')) records.push({ raw, isWhole: true });
        else return null;
        used += raw.length;
        return null;
      },
    });
  } catch (error) {
    if ((error as { code?: string }).code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
  }
  if (used < text.length) records.push({ raw: text.slice(used), isWhole: false });
  let length = 0;
  for (const [index, { raw: record }] of records.entries()) {
    const body = record.replace(/\r?\n$/, '');
    const firstLine = /^[^\n]*\n/.exec(record)?.[0];
    if (body.length > rowBytes && firstLine && firstLine.length < record.length) {
      return {
        records: [...records.slice(0, index), { raw: firstLine, isWhole: true }],
        resume: text.slice(length + firstLine.length),
      };
    }
    length += record.length;
  }
  return { records, resume: '' };
}

/** The fields of one record; undefined where its quotes are not as RFC 4180 has them. */
function fieldsOf(body: string): string[] | undefined {
  try {
    const [fields] = parse(Buffer.from(body, 'latin1'), {
      encoding: 'latin1',
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n'],
    });
    return fields;
  } catch {
    return undefined;
  }
}

function jsonRow(text: string, limits: Limits): Row | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const row = nullProto<string>() as Row;
  for (const column of COLUMNS) row[column] = '';
  const met = new Set<string>();
  for (const [name, field] of Object.entries(value)) {
    const column = COLUMNS.find((candidate) => candidate === name.toLowerCase());
    if (!column || met.has(column)) continue;
    met.add(column);
    const text = typeof field === 'string' || typeof field === 'number' ? String(field) : '';
    row[column] = column === 'dsndiag' ? Buffer.from(text).subarray(0, limits.replyBytes).toString() : text;
  }
  return row;
}

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sampleHash } from '../../../../lambdas/core/accounting/row/sample-hash.ts';
import { ByteWindow, windowBytes } from '../../../../lambdas/core/accounting/file/byte-window.ts';
import { readHeader } from '../../../../lambdas/core/accounting/row/header.ts';
import type { Field } from '../../../../lambdas/core/accounting/kernel/located-record.ts';
import { RowKernel } from '../../../../lambdas/core/accounting/kernel/row-kernel.ts';
import { MAX_PAIRS } from '../../../../lambdas/core/accounting/kernel/shared/memory-map.ts';
import {
  ODD,
  REGULAR,
  SHORT,
  UNFINISHED,
} from '../../../../lambdas/core/accounting/kernel/shared/protocol.ts';
import type { RowKind } from '../../../../lambdas/core/accounting/counts/row-kinds.ts';
import { NO_MX, UNKNOWN_MX } from '../../../../lambdas/core/accounting/counts/countable-row.ts';
import { DEFERRED, DELIVERED, QUEUE_DEFERRED } from '../../../../lambdas/core/accounting/outcome.ts';
import { COMPILED_FILE, kernelModule } from '../../../../scripts/kernel.ts';

const ROW_BYTES = 1_000;
const COLUMNS = 'type timeLogged rcpt dsnStatus dsnDiag dsnMta dlvSourceIp vmta queue'.split(' ');
const REPLY_BYTES = 100;
const PAIRS = 1_000;

/** A kernel with a text, and where that begins and ends. */
function kernelWith(
  text: string,
  columns: readonly string[],
): { kernel: RowKernel; start: number; end: number } {
  const kernel = new RowKernel(windowBytes(ROW_BYTES));
  const window = new ByteWindow(kernel);
  window.append(Buffer.from(text));
  const header = readHeader(columns);
  if ('missing' in header) throw new Error('no header');
  kernel.useHeader(header);
  kernel.useBounds({ rowBytes: ROW_BYTES, replyBytes: REPLY_BYTES, pairs: PAIRS });
  return { kernel, start: window.start, end: window.end };
}

/** The number by which a record is known; `learned` if it was given this one. */
function learn(find: (give: () => number) => number, number: number): number | 'learned' {
  let isNew = false;
  const found = find(() => {
    isNew = true;
    return number;
  });
  return isNew ? 'learned' : found;
}

const lasting = (give: () => number) => () => ({ number: give(), isLasting: true });

/** Scans the first record of three fields of a text; places are told from its beginning. */
function scan(text: string): {
  found: number;
  ends: number[];
  next: number;
  innerLines: number;
  hasDoubledQuotes: boolean;
} {
  const { kernel, start, end } = kernelWith(text, ['type', 'timeLogged', 'x']);
  const found = kernel.scan(start, end);
  const { innerLines, hasDoubledQuotes } = kernel;
  const ends = [...kernel.ends].map((place) => place - start);
  return { found, ends, next: kernel.next - start, innerLines, hasDoubledQuotes };
}

describe('the scan of a record', () => {
  test.each([
    ['a,bb,ccc\n', [1, 4, 8], 9],
    ['a,bb,ccc\r\n', [1, 4, 8], 10],
    ['"a,b","c""d",\n', [5, 12, 13], 14],
    ['"a\nb",,"\r\n"\r\n', [5, 6, 11], 13],
    [',,\n', [0, 1, 2], 3],
  ])('finds the fields of %j', (text, ends, next) => {
    expect(scan(text)).toMatchObject({ found: REGULAR, ends, next });
  });

  test.each(['a,b,c', 'a,"b,c\n', 'a,b,"c"', 'a,b,"c""', ''])('waits for the rest of %j', (text) => {
    expect(scan(text).found).toBe(UNFINISHED);
  });

  test.each([
    ['a\n', 2],
    ['a,b,c,d\n', 8],
    ['a,b"b,c\nnext\n', 8],
    ['a,"b"b,c\nnext\n', 9],
    ['"a"\r,b,c\n', 9],
  ])('finds %j odd, and its end all the same', (text, next) => {
    expect(scan(text)).toMatchObject({ found: ODD, next });
  });

  test.each([
    ['d,noon\n', SHORT],
    ['d,noon,x\n', REGULAR],
    ['d\n', ODD],
    ['d,noon,x,y\n', ODD],
    ['d,"noon"x\n', ODD],
  ])('finds in %j, which may lack its last column, %i', (text, found) => {
    const { kernel, start, end } = kernelWith(text, ['type', 'timeLogged', 'x']);
    expect(kernel.scan(start, end)).toBe(found);
  });

  test('counts the line ends within quotes', () => {
    expect(scan('"a\n\r\nb",b,"\n"\n').innerLines).toBe(3);
  });

  test('reports doubled quotes', () => {
    expect(scan('a,"b""c",d\n').hasDoubledQuotes).toBe(true);
    expect(scan('a,"bc",d\n').hasDoubledQuotes).toBe(false);
  });

  test('finds the same wherever in a block of sixteen bytes a character stands', () => {
    for (let length = 0; length < 40; length++) {
      const word = 'x'.repeat(length);
      const text = `${word},"${word}"",\n${word}",${word}\r\n`;
      expect(scan(text)).toEqual({
        found: REGULAR,
        ends: [length, 3 * length + 7, 4 * length + 8],
        next: text.length,
        innerLines: 1,
        hasDoubledQuotes: true,
      });
    }
  });
});

describe('counting known rows', () => {
  const TIME = '2026-01-15 00:00:03+0000';
  const ROW = `d,${TIME},u@example.com,,,mx.example.com (192.0.2.1),203.0.113.7,vmta1,example.com/vmta1`;
  const DEFERRED_ROW = ROW.replace('d,', 't,').replace(',,,', ',4.7.0,smtp;421 4.7.0 busy,');
  const NEVER = -0x80000000;

  interface Counted {
    found: number;
    rows: number;
    lines: number;
    stoppedAt: number;
    delivered: Record<number, number>;
    judged: [kind: number, judgement: number, count: number][];
  }

  /** As the number of an ISP, and as those of the names of the first row. */
  const FIRST = { mxIsp: 1, queue: 21, domain: 22, source: 23 };

  /** Makes the kernel know the record at `start`: its kind 0, its reply 7, and as a deferral judgement 9. */
  function teach(kernel: RowKernel, start: number, end: number, mxIsp = FIRST.mxIsp): void {
    kernel.scan(start, end);
    const { record } = kernel;
    record.locate(start, DELIVERED);
    const learned = () => [
      learn((give) => record.numberOfHost(give), mxIsp - NO_MX),
      learn((give) => record.numberOfQueue(give), FIRST.queue),
      learn((give) => record.numberOfDomain(FIRST.queue, lasting(give)), FIRST.domain),
      learn((give) => record.numberOfSource(give), FIRST.source),
      learn((give) => record.numberOfReply(give), 7),
    ];
    expect(learned()).toEqual(['learned', 'learned', 'learned', 'learned', 'learned']);
    expect(learned()).toEqual([mxIsp - NO_MX, FIRST.queue, FIRST.domain, FIRST.source, 7]);
    record.learnHour(0);
  }

  /** All that was counted. */
  function taken(kernel: RowKernel): unknown[] {
    const counts: unknown[] = [];
    kernel.kinds.take({
      delivered: (...delivered) => counts.push(['delivered', ...delivered]),
      judged: (...judged) => counts.push(['judged', ...judged]),
    });
    return counts;
  }

  /** Counts a text after its first row was learned, from the second on; a sample is shown before these hashes. */
  function count(rows: readonly string[], hashes = { replyHash: NEVER, recipientHash: NEVER }): Counted {
    const text = rows.join('\n');
    const { kernel, start, end } = kernelWith(text, COLUMNS);
    teach(kernel, start, end);
    kernel.kinds.learnJudgement(
      { kind: kernel.kinds.numberOf(FIRST), lane: 0, outcome: DEFERRED, reply: 7 },
      { number: 9, ...hashes },
    );
    const found = kernel.countKnownRows(start + rows[0]!.length + 1, end);
    const counted: Counted = {
      found,
      rows: kernel.rowsCounted,
      lines: kernel.linesPassed,
      stoppedAt: kernel.stoppedAt - start,
      delivered: {},
      judged: [],
    };
    kernel.kinds.take({
      delivered: (kind, lane, times) => {
        if (lane !== 0) throw new Error(`a delivery in lane ${lane}`);
        counted.delivered[kind] = times;
      },
      judged: (...pair) => counted.judged.push(pair),
    });
    return counted;
  }

  const NOTHING = { found: REGULAR, rows: 0, lines: 0, delivered: {}, judged: [] };

  test('counts what repeats the row that it learned, whatever it does not read', () => {
    const same = [
      ROW.replace(TIME, '2026-01-15 00:59:59+0000')
        .replace('u@', 'other.user@')
        .replace('192.0.2.1', '192.0.2.9'),
      ROW.replace('example.com/vmta1', '"example.com/vmta1"'),
    ];
    const text = [ROW, ...same, 'd,half'];
    expect(count(text)).toEqual({
      found: UNFINISHED,
      rows: 2,
      lines: 2,
      stoppedAt: text.join('\n').length - 'd,half'.length,
      delivered: { 0: 2 },
      judged: [],
    });
  });

  test.each([
    ['another type', ROW.replace('d,', 'r,')],
    ['a longer type', ROW.replace('d,', 'tx,')],
    ['another hour', ROW.replace(' 00:00', ' 01:00')],
    ['another day', ROW.replace('-15 ', '-16 ')],
    ['another zone', ROW.replace('+0000', '-0330')],
    ['no such minute', ROW.replace('00:03', '00:73')],
    ['another domain', ROW.replace('u@example.com', 'u@example.net')],
    ['another host', ROW.replace('mx.', 'my.')],
    ['another address', ROW.replace('113.7', '113.8')],
    ['another vmta', ROW.replace(',vmta1', ',vmta2')],
    ['another queue', ROW.replace('/vmta1', '/vmta2')],
    ['a longer queue', ROW.replace('/vmta1', '/vmta12')],
    ['columns cut elsewhere', ROW.replace('203.0.113.7,vmta1', '203.0.113.7v,mta1')],
    ['doubled quotes', ROW.replace('u@example.com', '"u""@example.com"')],
    ['more than a row may be', ROW.replace('u@', `${'u'.repeat(ROW_BYTES)}@`)],
  ])('leaves %s to JavaScript', (_, row) => {
    expect(count([ROW, row, ''])).toEqual({ ...NOTHING, stoppedAt: ROW.length + 1 });
  });

  test('counts rows that lack columns at their end which are not read', () => {
    const text = `${ROW},pool\n${ROW}\n${ROW},\n${ROW.slice(0, ROW.lastIndexOf(','))}\n`;
    const { kernel, start, end } = kernelWith(text, [...COLUMNS, 'vmtaPool']);
    teach(kernel, start, end);
    expect([kernel.countKnownRows(start, end), kernel.rowsCounted]).toEqual([ODD, 3]);
  });

  test('counts rows with doubled quotes where it does not read them', () => {
    const quoted = (row: string): string => `${row},"""Shop"" <shop@example.com>"`;
    const delivered = ROW.replace(',,,mx.', ',,"250 ""fine""",mx.');
    const refused = DEFERRED_ROW.replace('smtp;421 4.7.0 busy', '"421 ""busy"""');
    const rows = [DEFERRED_ROW, delivered, DEFERRED_ROW, refused].map(quoted);
    const text = [...rows, ''].join('\n');
    const { kernel, start, end } = kernelWith(text, [...COLUMNS, 'orig']);
    teach(kernel, start, end);
    kernel.kinds.learnJudgement(
      { kind: kernel.kinds.numberOf(FIRST), lane: 0, outcome: DEFERRED, reply: 7 },
      { number: 9, replyHash: NEVER, recipientHash: NEVER },
    );
    expect(kernel.countKnownRows(start, end)).toBe(REGULAR);
    expect([kernel.rowsCounted, kernel.hasDoubledQuotes]).toEqual([3, true]);
    expect(kernel.bytes.toString('utf8', kernel.stoppedAt, end)).toBe(`${rows[3]}\n`);
  });

  test('counts other rows by kind and judgement', () => {
    const rows = [DEFERRED_ROW, DEFERRED_ROW, ROW, DEFERRED_ROW.replace('u@', 'v@'), ''];
    expect(count(rows)).toMatchObject({
      found: UNFINISHED,
      rows: 3,
      delivered: { 0: 1 },
      judged: [[0, 9, 2]],
    });
  });

  test('counts rows of a whole queue without a recipient', () => {
    const row = DEFERRED_ROW.replace('t,', 'TQ,').replace('u@example.com', '');
    const { kernel, start, end } = kernelWith(
      `${row}\n${row.replace(',,4.7.0', ',u@x.example,4.7.0')}\n`,
      COLUMNS,
    );
    teach(kernel, start, end);
    kernel.kinds.learnJudgement(
      { kind: kernel.kinds.numberOf(FIRST), lane: 0, outcome: QUEUE_DEFERRED, reply: 7 },
      { number: 9, replyHash: NEVER, recipientHash: NEVER },
    );
    expect(kernel.countKnownRows(start, end)).toBe(UNFINISHED);
    expect(taken(kernel)).toEqual([['judged', 0, 9, 2]]);
  });

  test.each([
    ['another outcome', DEFERRED_ROW.replace('t,', 'b,')],
    ['other words', DEFERRED_ROW.replace('busy', 'full')],
    ['another status', DEFERRED_ROW.replace(',4.7.0', ',4.7.1')],
    ['words cut elsewhere', DEFERRED_ROW.replace('4.7.0,smtp;', '4.7.0s,mtp;')],
  ])('leaves a deferral with %s to JavaScript', (_, row) => {
    expect(count([DEFERRED_ROW, row, ''])).toEqual({ ...NOTHING, stoppedAt: DEFERRED_ROW.length + 1 });
  });

  test('leaves rows to JavaScript that are to be shown as sample', () => {
    const words = Buffer.from('smtp;421 4.7.0 busy');
    const recipient = Buffer.from('u@example.com');
    const replyHash = sampleHash(words);
    const recipientHash = sampleHash(recipient);
    const counted = (hashes: { replyHash: number; recipientHash: number }): number =>
      count([DEFERRED_ROW, DEFERRED_ROW, ''], hashes).rows;
    expect(counted({ replyHash, recipientHash })).toBe(1);
    expect(counted({ replyHash: replyHash + 1, recipientHash })).toBe(0);
    expect(counted({ replyHash, recipientHash: recipientHash + 1 })).toBe(0);
    expect(counted({ replyHash: replyHash + 1, recipientHash: recipientHash - 1 })).toBe(1);
  });

  test.each(['', 'a', 'abcd', '421 4.7.0 [TSS04] deferred', 'ü'.repeat(50)])(
    'has the same hash for %j as JavaScript',
    (text) => {
      const row = ROW.replace('u@example.com', text).replace(',,,', `,"${text}",,`);
      const { kernel, start, end } = kernelWith(`${row}\n`, COLUMNS);
      kernel.scan(start, end);
      kernel.record.locate(start, DELIVERED);
      const bytes = Buffer.from(text);
      const hash = sampleHash(bytes);
      expect([kernel.record.hashOfReply(), kernel.record.hashOfRecipient()]).toEqual([hash, hash]);
    },
  );

  test.each([
    ['1768435203', '1768438799', 1],
    ['1768435203', '1768438800', 0],
    ['1768435203', '1768431599', 0],
    ['1768435203', '176843520x', 0],
    ['1768435203', TIME, 0],
    ['1768435203.5', '1768435203.5', 0],
  ])('of UNIX seconds in the hour of %s, %s counts as %i row', (first, second, rows) => {
    expect(count([ROW.replace(TIME, first), ROW.replace(TIME, second), '']).rows).toBe(rows);
  });

  test.each([
    ['2026-01-15 05:30:00+0530', '2026-01-15 05:59:59+0530', 1],
    ['2026-01-15 05:30:00+0530', '2026-01-15 05:29:59+0530', 0],
    ['2026-01-15 05:29:00+0530', '2026-01-15 05:00:59+0530', 1],
    ['2026-01-15 05:29:00+0530', '2026-01-15 05:30:59+0530', 0],
    ['2026-01-15 05:14:00-0345', '2026-01-15 05:00:00-0345', 1],
    ['2026-01-15 05:14:00-0345', '2026-01-15 05:15:00-0345', 0],
    ['2026-01-15 05:15:00-0345', '2026-01-15 05:59:00-0345', 1],
    ['2026-01-15 05:15:00 -03:45', '2026-01-15 05:14:00 -03:45', 0],
    ['2026-01-15 05:15:00+0000', '2026-01-15 05:15:00-0000', 0],
    ['2026-01-15T05:15:00Z', '2026-01-15T05:59:00Z', 1],
    ['2026-01-15T05:15:00Z', '2026-01-15 05:59:00Z', 0],
    ['2026-01-15T05:15:00Z', '2026-01-15T05:15:00z', 0],
    ['2026-01-15T05:15:00Z', '2026-01-15T05:15:00ZZ', 0],
    ['2026-01-15T05:15:00Z', '2026-01-15T05:15:00.5Z', 1],
    ['2026-01-15T05:15:00.25Z', '2026-01-15T05:15:00.1234567890Z', 0],
    ['2026-01-15T05:15:00.25Z', '2026-01-15T05:15:00.Z', 0],
    ['2026-01-15 05:15:00+00:00', '2026-01-15 05:15:00.7+00:00', 1],
    ['2026-01-15 05:15:00+00:00', '2026-01-15 05:15:60+00:00', 0],
  ])('of times in the hour of %s, %s counts as %i row', (first, second, rows) => {
    expect(count([ROW.replace(TIME, first), ROW.replace(TIME, second), '']).rows).toBe(rows);
  });

  test('counts rows whose type is a word, and those whose type is ignored', () => {
    const rows = [
      ROW.replace('d,', 'Delivery,'),
      ROW.replace('d,', 'Delivery,'),
      'r' + ROW.slice(1),
      'r' + ROW.slice(1).replace(' 00:00', ' 01:00'),
      '',
    ];
    const text = rows.join('\n');
    const { kernel, start, end } = kernelWith(text, COLUMNS);
    teach(kernel, start, end);
    expect(kernel.countKnownRows(start, end)).toBe(REGULAR);
    kernel.record.learnOutcome(DELIVERED);
    const receipt = start + text.indexOf('\nr') + 1;
    expect(kernel.countKnownRows(start, end)).toBe(REGULAR);
    expect([kernel.rowsCounted, kernel.stoppedAt]).toEqual([2, receipt]);
    kernel.record.locate(receipt, DEFERRED);
    kernel.record.learnIgnored(3);
    expect(kernel.countKnownRows(receipt, end)).toBe(REGULAR);
    expect([kernel.rowsCounted, kernel.stoppedAt]).toEqual([1, start + text.lastIndexOf('\nr') + 1]);
    const ignored: [type: number, count: number][] = [];
    kernel.takeIgnored(5, (...of) => ignored.push(of));
    kernel.takeIgnored(5, (...of) => ignored.push(of));
    expect(ignored).toEqual([[3, 1]]);
  });

  test('counts nothing without an hour, and nothing that it forgot', () => {
    const { kernel, start, end } = kernelWith(`${ROW}\n`, COLUMNS);
    teach(kernel, start, end);
    expect(kernel.countKnownRows(start, end)).toBe(UNFINISHED);
    kernel.kinds.forgetHours();
    expect(kernel.countKnownRows(start, end)).toBe(REGULAR);
    kernel.record.learnHour(0);
    expect(kernel.countKnownRows(start, end)).toBe(UNFINISHED);
    kernel.kinds.forgetNumbers();
    expect(kernel.countKnownRows(start, end)).toBe(REGULAR);
  });

  test('forgets judgements with their counts', () => {
    const { kernel, start, end } = kernelWith(`${DEFERRED_ROW}\n`, COLUMNS);
    teach(kernel, start, end);
    kernel.kinds.learnJudgement(
      { kind: kernel.kinds.numberOf(FIRST), lane: 0, outcome: DEFERRED, reply: 7 },
      { number: 9, replyHash: NEVER, recipientHash: NEVER },
    );
    expect(kernel.countKnownRows(start, end)).toBe(UNFINISHED);
    expect(taken(kernel)).toEqual([['judged', 0, 9, 1]]);
    expect(kernel.countKnownRows(start, end)).toBe(REGULAR);
    expect(taken(kernel)).toEqual([]);
  });

  test('counts rows of several hours side by side, each in its lane', () => {
    const OTHER_HOUR = '2026-01-15 07:29:00+0530';
    const times = [TIME, OTHER_HOUR, '2026-01-15 07:30:00+0530', '1768435203'];
    const rows = times.flatMap((time) => [DEFERRED_ROW, ROW].map((row) => row.replace(TIME, time)));
    const text = rows.map((row) => `${row}\n`).join('');
    const { kernel, start, end } = kernelWith(text.repeat(2), COLUMNS);
    const half = start + text.length;
    teach(kernel, start, end);
    const kind = kernel.kinds.numberOf(FIRST);
    const sampled = { replyHash: NEVER, recipientHash: NEVER };
    for (const lane of times.keys()) {
      expect(kernel.countKnownRows(start + text.indexOf(rows[lane * 2]!), half)).toBe(REGULAR);
      kernel.record.locate(kernel.stoppedAt, DELIVERED);
      expect(kernel.record.laneOfHour()).toBe(lane === 0 ? 0 : -1);
      kernel.record.learnHour(lane);
      expect(kernel.record.laneOfHour()).toBe(lane);
      kernel.kinds.learnJudgement(
        { kind, lane, outcome: DEFERRED, reply: 7 },
        { number: 90 + lane, ...sampled },
      );
    }
    taken(kernel);
    for (const lane of times.keys()) {
      kernel.kinds.learnJudgement(
        { kind, lane, outcome: DEFERRED, reply: 7 },
        { number: 90 + lane, ...sampled },
      );
    }
    expect(kernel.countKnownRows(start, end)).toBe(UNFINISHED);
    expect(kernel.rowsCounted).toBe(16);
    expect(taken(kernel)).toEqual([
      ['delivered', kind, 0, 2],
      ['judged', kind, 90, 2],
      ...[1, 2, 3].flatMap((lane) => [
        ['judged', kind, 90 + lane, 2],
        ['delivered', kind, lane, 2],
      ]),
    ]);
  });

  test('says when its table of pairs is full, and leaves rows that need more room to TypeScript', () => {
    const { kernel, start, end } = kernelWith(`${ROW}\n`, COLUMNS);
    teach(kernel, start, end);
    kernel.kinds.forgetHours();
    kernel.record.learnHour(1);
    kernel.kinds.numberOf(FIRST);
    for (let pair = 0; pair < MAX_PAIRS; pair++) {
      expect(kernel.kinds.isFull).toBe(false);
      kernel.kinds.countDelivery(
        kernel.kinds.numberOf({ ...FIRST, source: 100 + (pair >> 4) }),
        2 + (pair & 15),
      );
    }
    expect(kernel.kinds.isFull).toBe(true);
    expect(kernel.countKnownRows(start, end)).toBe(REGULAR);
    expect(taken(kernel)).toHaveLength(MAX_PAIRS);
    expect([kernel.countKnownRows(start, end), kernel.kinds.isFull]).toEqual([UNFINISHED, false]);
    expect(taken(kernel)).toHaveLength(1);
  });

  test('numbers kinds of rows whose names it knows', () => {
    const { kernel, start, end } = kernelWith(`${ROW}\n`, COLUMNS);
    teach(kernel, start, end);
    expect([kernel.kinds.size, kernel.kinds.numberOf({ ...FIRST, source: 3 })]).toEqual([0, 0]);
    expect(kernel.countKnownRows(start, end)).toBe(UNFINISHED);
    const row = { mxIsp: 0, queue: 0, domain: 0, source: 0 };
    kernel.kinds.describe(1, row);
    expect([kernel.kinds.size, row, kernel.kinds.ispOf(1)]).toEqual([2, FIRST, FIRST.mxIsp]);
  });

  test.each([NO_MX, UNKNOWN_MX])('leaves the ISP to TypeScript of rows whose MX is %i', (mxIsp) => {
    const { kernel, start, end } = kernelWith(`${ROW}\n`, COLUMNS);
    teach(kernel, start, end, mxIsp);
    expect([kernel.countKnownRows(start, end), kernel.kinds.size]).toEqual([REGULAR, 0]);
    kernel.kinds.learnIsp(kernel.kinds.numberOf({ ...FIRST, mxIsp }), 6);
    expect(kernel.countKnownRows(start, end)).toBe(UNFINISHED);
    expect(kernel.kinds.ispOf(0)).toBe(6);
  });

  test('numbers no more kinds than it may, and counts those that it knows', () => {
    const { kernel, start, end } = kernelWith(`${ROW}\n`, COLUMNS);
    teach(kernel, start, end);
    for (let source = 100; source <= 100 + PAIRS; source++) kernel.kinds.numberOf({ ...FIRST, source });
    expect([kernel.countKnownRows(start, end), kernel.kinds.size]).toEqual([REGULAR, PAIRS + 1]);
    expect(kernel.kinds.numberOf(FIRST)).toBe(PAIRS + 1);
    expect(kernel.countKnownRows(start, end)).toBe(UNFINISHED);
    expect(taken(kernel)).toEqual([['delivered', PAIRS + 1, 0, 1]]);
  });

  test('has room for one kind more than it may number at most, and says so of more', () => {
    const { kernel, start, end } = kernelWith(`${ROW}\n`, COLUMNS);
    const bounds = { rowBytes: ROW_BYTES, replyBytes: REPLY_BYTES };
    expect(() => {
      kernel.useBounds({ ...bounds, pairs: 2 ** 19 - 1 });
    }).toThrow('no more than 524286 kinds');
    kernel.useBounds({ ...bounds, pairs: 2 ** 19 - 2 });
    teach(kernel, start, end);
    for (let source = 0; source < 2 ** 19 - 1; source++) kernel.kinds.numberOf({ ...FIRST, source });
    expect([kernel.countKnownRows(start, end), kernel.kinds.size]).toEqual([UNFINISHED, 2 ** 19 - 1]);
  });

  test('tells kinds apart by each of their numbers, however many there are, and forgets them', () => {
    const kernel = new RowKernel(windowBytes(ROW_BYTES));
    const kindOf = (number: number): RowKind => ({
      mxIsp: (number % 7) - 2,
      queue: (number >> 3) & 0xff,
      domain: number >> 11,
      source: number & 7,
    });
    const kinds = 300_000;
    const numbers = new Map<string, number>();
    for (let number = 0; number < kinds; number++) {
      const kind = kindOf(number);
      const key = JSON.stringify(kind);
      const known = numbers.get(key) ?? numbers.size;
      if (kernel.kinds.numberOf(kind) !== known) throw new Error(`${key} is another than ${known}`);
      numbers.set(key, known);
    }
    expect(kernel.kinds.size).toBe(numbers.size);
    kernel.kinds.forgetNumbers();
    expect([kernel.kinds.size, kernel.kinds.numberOf(kindOf(kinds - 1))]).toEqual([0, 0]);
  });

  test('knows domains by the recipient, and only where that has none by the queue', () => {
    const rows = ['d,,u@example.com,queue\n', 'd,,u,queue\n', 'd,,,other\n'];
    const { kernel, start } = kernelWith(rows.join(''), ['type', 'timeLogged', 'rcpt', 'queue']);
    const domains = [0, 1, 2].map((index) => {
      const at = start + rows.slice(0, index).join('').length;
      kernel.scan(at, at + rows[index]!.length);
      kernel.record.locate(at, DELIVERED);
      return [5, 6].map((queue) =>
        learn((give) => kernel.record.numberOfDomain(queue, lasting(give)), 10 * index + queue),
      );
    });
    expect(domains).toEqual([
      ['learned', 5],
      ['learned', 15],
      ['learned', 'learned'],
    ]);
  });

  test('asks again for the domain of a recipient that does not last', () => {
    const { kernel, start, end } = kernelWith(`${ROW}\n`, COLUMNS);
    kernel.scan(start, end);
    kernel.record.locate(start, DELIVERED);
    const passing = (number: number) => () => ({ number, isLasting: false });
    expect(kernel.record.numberOfDomain(5, passing(1))).toBe(1);
    expect(kernel.record.numberOfDomain(5, passing(2))).toBe(2);
  });

  test('tells names apart by each of their bytes, by their length and by what they name', () => {
    const columns = ['type', 'timeLogged', 'queue', 'dsnMta', 'dlvSourceIp', 'vmta'];
    const { kernel, start } = kernelWith('', columns);
    const locate = (row: string): void => {
      const end = start + kernel.bytes.write(`d,,${row}\n`, start);
      expect(kernel.scan(start, end)).toBe(REGULAR);
      kernel.record.locate(start, DELIVERED);
    };
    const rows = new Map<string, (give: () => number) => number>();
    for (const length of [0, 1, 15, 16, 17, 31, 32, 33, 47, 48, 49, 100]) {
      const same = 'x'.repeat(length);
      const texts = ['', 'y', '\0', '\0\0'].map((end) => same + end);
      for (let place = 0; place < length; place++) {
        texts.push(`${same.slice(0, place)}y${same.slice(place + 1)}`);
      }
      for (const text of texts) {
        rows.set(`${text},,,`, (give) => kernel.record.numberOfQueue(give));
        rows.set(`,${text},,`, (give) => kernel.record.numberOfHost(give));
        for (const at of [0, 1, 8, 16, 17, length]) {
          rows.set(`,,${text.slice(0, at)},${text.slice(at)}`, (give) => kernel.record.numberOfSource(give));
        }
      }
    }
    const all = [...rows];
    for (const [number, [row, find]] of all.entries()) {
      locate(row);
      expect([row, learn(find, number)]).toEqual([row, 'learned']);
    }
    for (const [number, [row, find]] of all.entries()) {
      locate(row);
      expect([row, learn(find, -1)]).toEqual([row, number]);
    }
  });

  test('forgets names and learns anew where it is full', () => {
    const kernel = new RowKernel(windowBytes(ROW_BYTES));
    const header = readHeader(['type', 'timeLogged', 'queue']);
    if ('missing' in header) throw new Error('no header');
    kernel.useHeader(header);
    const locate = (number: number): void => {
      const row = `d,,${String(number).padStart(8, '0')}\n`;
      kernel.bytes.write(row, kernel.text);
      kernel.scan(kernel.text, kernel.text + row.length);
      kernel.record.locate(kernel.text, DELIVERED);
    };
    const queue = (number: number) => learn((give) => kernel.record.numberOfQueue(give), number);
    for (let number = 0; number < 300_000; number++) {
      locate(number);
      if (queue(number) !== 'learned') throw new Error(`${number} was known`);
      if (queue(number) !== number) throw new Error(`${number} was lost`);
    }
    locate(7);
    expect(queue(7)).toBe('learned');
    kernel.kinds.forgetNumbers();
    locate(299_999);
    expect(queue(299_999)).toBe('learned');
  });

  /** The text of a field of a row whose columns are these. */
  function located(field: Field, columns: Partial<Record<Field, string>>): string {
    const row = COLUMNS.map((column) => columns[column.toLowerCase() as Field] ?? '').join(',');
    const { kernel, start, end } = kernelWith(`${row}\n`, COLUMNS);
    kernel.scan(start, end);
    kernel.record.locate(start, DELIVERED);
    return kernel.bytes.toString('latin1', kernel.record.startOf(field), kernel.record.endOf(field));
  }

  test.each([
    ['', ''],
    ['u', 'u'],
    ['u@', '@'],
    ['@', '@'],
    ['u@d', '@d'],
    ['a@b@c', '@c'],
    [`${'x'.repeat(15)}@${'y'.repeat(15)}`, `@${'y'.repeat(15)}`],
    [`@${'y'.repeat(40)}`, `@${'y'.repeat(40)}`],
    ['"u@d"', '@d'],
    ['"""u"" x@y"', '@y'],
  ])('finds the domain of %j', (rcpt, domain) => {
    expect(located('domain', { timelogged: 'someone@else', rcpt })).toBe(domain);
  });

  test.each([
    ['mx.example.com (192.0.2.1)', 'mx.example.com'],
    ['mx.example.com(192.0.2.1)', 'mx.example.com'],
    ['mx.a-rather-long-name.example.com', 'mx.a-rather-long-name.example.com'],
    ['dns; mx.example.com', 'dns; mx.example.com'],
    [' mx', ' mx'],
    ['', ''],
  ])('finds the host in %j', (dsnmta, host) => {
    expect(located('dsnmta', { dsnmta, dlvsourceip: '(192.0.2.1)' })).toBe(host);
  });

  test('takes quotes off, and one of two doubled ones', () => {
    expect(located('dsndiag', { dsndiag: '"421 ""no"", later"' })).toBe('421 "no", later');
    expect(located('dsnstatus', { dsnstatus: '""' })).toBe('');
    expect(located('vmta', { rcpt: '"a""b"', vmta: '""""""' })).toBe('""');
  });

  test('is compiled from its source (if not: npm run generate)', async () => {
    expect(readFileSync(COMPILED_FILE, 'utf8')).toBe(await kernelModule());
  });
});

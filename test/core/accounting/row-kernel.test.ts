import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ByteWindow, windowBytes } from '../../../lambdas/core/accounting/byte-window.ts';
import { readHeader } from '../../../lambdas/core/accounting/row-header.ts';
import {
  type KindColumns,
  ODD,
  REGULAR,
  RowKernel,
  UNFINISHED,
} from '../../../lambdas/core/accounting/row-kernel.ts';
import { COMPILED_FILE, rowKernelModule } from '../../../scripts/row-kernel.ts';

const ROW_BYTES = 1_000;
const COLUMNS = ['type', 'timeLogged', 'rcpt', 'dsnMta', 'dlvSourceIp', 'vmta', 'queue'];

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
  return { kernel, start: window.start, end: window.end };
}

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
  it.each([
    ['a,bb,ccc\n', [1, 4, 8], 9],
    ['a,bb,ccc\r\n', [1, 4, 8], 10],
    ['"a,b","c""d",\n', [5, 12, 13], 14],
    ['"a\nb",,"\r\n"\r\n', [5, 6, 11], 13],
    [',,\n', [0, 1, 2], 3],
  ])('finds the fields of %j', (text, ends, next) => {
    expect(scan(text)).toMatchObject({ found: REGULAR, ends, next });
  });

  it.each(['a,b,c', 'a,"b,c\n', 'a,b,"c"', 'a,b,"c""', ''])('waits for the rest of %j', (text) => {
    expect(scan(text).found).toBe(UNFINISHED);
  });

  it.each([
    ['a,b\n', 4],
    ['a,b,c,d\n', 8],
    ['a,b"b,c\nnext\n', 8],
    ['a,"b"b,c\nnext\n', 9],
    ['"a"\r,b,c\n', 9],
  ])('finds %j odd, and its end all the same', (text, next) => {
    expect(scan(text)).toMatchObject({ found: ODD, next });
  });

  it('counts the line ends within quotes', () => {
    expect(scan('"a\n\r\nb",b,"\n"\n').innerLines).toBe(3);
  });

  it('tells of doubled quotes', () => {
    expect(scan('a,"b""c",d\n').hasDoubledQuotes).toBe(true);
    expect(scan('a,"bc",d\n').hasDoubledQuotes).toBe(false);
  });

  it('finds the same wherever in a block of sixteen bytes a sign stands', () => {
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

describe('counting deliveries', () => {
  const TIME = '2026-01-15 00:00:03+0000';
  const ROW = `d,${TIME},u@example.com,mx.example.com (192.0.2.1),203.0.113.7,vmta1,example.com/vmta1`;

  /** Where the columns of a text's first record stand that tell its kind. */
  function columnsOf(row: string, start: number): KindColumns {
    const place = (words: string): [number, number] => {
      const at = start + row.indexOf(words);
      return [at, at + words.length];
    };
    return [
      ...place('example.com/vmta1'),
      ...place('mx.example.com'),
      ...place('203.0.113.7'),
      ...place('vmta1'),
      ...place('@example.com'),
    ];
  }

  /** Counts a text after its first row was learned as kind 5, from the second on. */
  function count(rows: readonly string[]): {
    found: number;
    rows: number;
    lines: number;
    stoppedAt: number;
    kinds: object;
  } {
    const text = rows.join('\n');
    const { kernel, start, end } = kernelWith(text, COLUMNS);
    const columns = columnsOf(text, start);
    expect(kernel.findKind(columns)).toBe(-1);
    kernel.learnKind(5, columns);
    expect(kernel.findKind(columns)).toBe(5);
    kernel.useHour(start + 2, start + 2 + TIME.length);
    const found = kernel.countDeliveries(start + rows[0]!.length + 1, end);
    const kinds: Record<number, number> = {};
    kernel.takeCounts((kind, times) => {
      kinds[kind] = times;
    });
    return { found, rows: kernel.rows, lines: kernel.lines, stoppedAt: kernel.stoppedAt - start, kinds };
  }

  it('counts what repeats the row that it learned, whatever it does not read', () => {
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
      kinds: { 5: 2 },
    });
  });

  it.each([
    ['another type', ROW.replace('d,', 't,')],
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
  ])('leaves %s to JavaScript', (_, row) => {
    expect(count([ROW, row, ''])).toEqual({
      found: REGULAR,
      rows: 0,
      lines: 0,
      stoppedAt: ROW.length + 1,
      kinds: {},
    });
  });

  it('counts nothing without an hour, and nothing that it forgot', () => {
    const { kernel, start, end } = kernelWith(`${ROW}\n`, COLUMNS);
    kernel.learnKind(5, columnsOf(ROW, start));
    expect(kernel.countDeliveries(start, end)).toBe(REGULAR);
    kernel.useHour(start + 2, start + 2 + TIME.length);
    expect(kernel.countDeliveries(start, end)).toBe(UNFINISHED);
    kernel.forgetKinds();
    expect(kernel.countDeliveries(start, end)).toBe(REGULAR);
  });

  it('forgets and learns anew where it is full', () => {
    const kernel = new RowKernel(windowBytes(ROW_BYTES));
    const at = kernel.text;
    const columnsOfNumber = (number: number): KindColumns => {
      kernel.bytes.write(String(number).padStart(8, '0'), at);
      return [at, at + 8, at, at + 3, at, at + 7, at, at, at + 1, at + 8];
    };
    for (let number = 0; number < 300_000; number++) {
      const columns = columnsOfNumber(number);
      if (kernel.findKind(columns) !== -1) throw new Error(`${number} was not learned`);
      kernel.learnKind(number, columns);
      if (kernel.findKind(columns) !== number) throw new Error(`${number} was lost`);
    }
    expect(kernel.findKind(columnsOfNumber(299_999))).toBe(299_999);
    expect(kernel.findKind(columnsOfNumber(7))).toBe(-1);
  });

  it.each(['', 'u', 'u@', '@', 'u@d', 'a@b@c', `${'x'.repeat(15)}@${'y'.repeat(15)}`, `@${'y'.repeat(40)}`])(
    'finds the last @ of %j',
    (text) => {
      const { kernel, start, end } = kernelWith(text, COLUMNS);
      kernel.bytes.write('@', start - 1);
      expect(kernel.lastAtSign(start, end) - start).toBe(Math.max(0, text.lastIndexOf('@')));
    },
  );

  it.each([
    ['mx.example.com (192.0.2.1)', 'mx.example.com'],
    ['mx.example.com(192.0.2.1)', 'mx.example.com'],
    ['mx.a-rather-long-name.example.com', 'mx.a-rather-long-name.example.com'],
    ['dns; mx.example.com', 'dns; mx.example.com'],
    [' mx', ' mx'],
    ['', ''],
  ])('finds the host in %j', (text, host) => {
    const { kernel, start, end } = kernelWith(text, COLUMNS);
    expect(kernel.bytes.toString('latin1', start, kernel.endOfHost(start, end))).toBe(host);
  });

  it('is compiled from its source (npm run row-kernel)', async () => {
    expect(readFileSync(COMPILED_FILE, 'utf8')).toBe(await rowKernelModule());
  });
});

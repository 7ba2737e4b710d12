import { createGzip } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { countFile } from '../../../lambdas/core/accounting/count-file.ts';
import type { CountedFile } from '../../../lambdas/core/accounting/counted-file.ts';
import { stubContext } from './stub-context.ts';

const MEBIBYTE = 1024 * 1024;
const HEADER = 'type,timeLogged,rcpt,dsnDiag,dsnMta,vmta,queue\n';
const ROW = 'd,2026-01-15 00:00:03+0000,a@gmail.com,,mx.google.com (192.0.2.1),vmta1,gmail.com/vmta1\n';

/** What one part of the content is, repeated so often. */
type Part = readonly [text: string, times: number];

/** Content that is never there as a whole. */
async function* content(...parts: Part[]): AsyncGenerator<Uint8Array> {
  for (const [text, times] of parts) {
    const atOnce = Math.max(1, Math.min(times, Math.floor((256 * 1024) / text.length)));
    const piece = Buffer.from(text.repeat(atOnce));
    for (let left = times; left > 0; left -= atOnce) {
      yield left >= atOnce ? piece : piece.subarray(0, Buffer.byteLength(text) * left);
    }
  }
}

/** The heap and the buffers that counting takes at most, sampled at every piece; in bytes above the beginning. */
async function peakOf(count: (sample: () => void) => Promise<unknown>): Promise<number> {
  const inUse = (): number => {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = inUse();
  let peak = before;
  await count(() => {
    peak = Math.max(peak, inUse());
  });
  return peak - before;
}

describe('what a hostile file can make the reader do', { timeout: 60_000 }, () => {
  test.each<[string, Part[], Partial<CountedFile>]>([
    [
      'a line of 200 MB',
      [
        [HEADER, 1],
        [ROW, 1],
        ['x', 200 * MEBIBYTE],
        ['\n' + ROW, 1],
      ],
      { rows: 3, counted: 2, ignored: { 'broken row': { count: 1, firstLine: 3 } } },
    ],
    [
      'a quoted field of 200 MB',
      [
        [HEADER, 1],
        [ROW, 1],
        ['d,"', 1],
        ['x', 200 * MEBIBYTE],
        ['\n' + ROW, 1],
      ],
      { rows: 3, counted: 2, ignored: { 'broken row': { count: 1, firstLine: 3 } } },
    ],
    [
      'a line of JSON of 200 MB',
      [
        ['{"type":"d","timeLogged":"1768435205"}\n{"x":"', 1],
        ['x', 200 * MEBIBYTE],
        ['"}\n', 1],
      ],
      { rows: 2, counted: 1, ignored: { 'broken row': { count: 1, firstLine: 2 } } },
    ],
    [
      'the end of a file missing, and 200 MB of its last row there',
      [
        [HEADER, 1],
        [ROW, 1],
        ['x', 200 * MEBIBYTE],
      ],
      { rows: 1, counted: 1, ignored: {}, partialTail: true },
    ],
    [
      'a row of 100,000 fields',
      [
        [HEADER, 1],
        [ROW.trimEnd(), 1],
        [',x', 100_000],
        ['\n' + ROW, 1],
      ],
      { rows: 2, counted: 1, ignored: { 'broken row': { count: 1, firstLine: 2 } } },
    ],
    [
      'lines of 4 MB that each open a quote',
      [
        [HEADER + ROW, 1],
        ['x","\n', 800_000],
        [ROW, 1],
      ],
      { rows: 800_002, counted: 2, ignored: { 'broken row': { count: 800_000, firstLine: 3 } } },
    ],
    [
      'lines of 4 MB that each open a quote, and one that closes it',
      [
        [HEADER + ROW, 1],
        ['x","\n', 800_000],
        ['x"\n' + ROW, 1],
      ],
      { counted: 2, partialTail: false },
    ],
    [
      'the header again before each of 20,000 rows',
      [[HEADER + ROW, 20_000]],
      { rows: 20_000, counted: 20_000 },
    ],
  ])('counts what is around %s, in little memory', async (_what, parts, expected) => {
    let file: CountedFile | undefined;
    const peak = await peakOf(async (sample) => {
      file = await countFile(content(...parts), stubContext({ checkDeadline: sample }));
    });
    expect(file).toMatchObject(expected);
    expect(peak).toBeLessThan(96 * MEBIBYTE);
  });

  test.each<[string, Part[], RegExp]>([
    [
      'a first line of 200 MB',
      [
        ['x', 200 * MEBIBYTE],
        ['\n', 1],
      ],
      /first line is longer than 1048576 bytes/,
    ],
    [
      'lines of 2 MB that end with CR alone',
      [
        [HEADER.trimEnd(), 1],
        ['\r' + ROW.trimEnd(), 20_000],
      ],
      /CR alone/,
    ],
    [
      '100,000 columns',
      [
        ['type,timeLogged', 1],
        [',x', 100_000],
        ['\n' + ROW, 1],
      ],
      /more than 1000 columns/,
    ],
    [
      'a row in every hour of a century',
      [
        [HEADER, 1],
        ...Array.from({ length: 60_000 }, (_, hour): Part => [`d,${1e9 + hour * 3600},,,,,\n`, 1]),
      ],
      /too many hours/,
    ],
  ])('refuses %s with a sentence', async (_what, parts, sentence) => {
    await expect(countFile(content(...parts), stubContext())).rejects.toThrow(sentence);
  });

  test('refuses a gzip bomb long before its end', async () => {
    const gzip = createGzip();
    let written = 0;
    async function* bomb(): AsyncGenerator<Uint8Array> {
      gzip.write(HEADER);
      const blanks = Buffer.alloc(MEBIBYTE, 0x20);
      for (; written < 10_000 * MEBIBYTE; written += MEBIBYTE) {
        await new Promise<unknown>((resolve) => gzip.write(blanks, resolve));
        const stored = gzip.read() as Uint8Array | null;
        if (stored) yield stored;
      }
    }
    await expect(countFile(bomb(), stubContext())).rejects.toThrow(/more than 200 times its size/);
    expect(written).toBeLessThan(200 * MEBIBYTE);
  });

  test.each([
    ['vmtas', 1_500, ',,mx.google.com (192.0.2.1),', ',q/v'],
    ['hosts', 100, ',,', '.google.com,,q/v'],
  ])(
    'counts repeated rows with more long %s than the kernel can hold',
    async (_what, times, before, after) => {
      const row = (index: number): string =>
        `d,2026-01-15 00:00:03+0000,a@gmail.com${before}${String(index).padStart(15_000, 'x')}${after}\n`;
      const rows = Array.from({ length: times }, (_, index): Part => [row(index), 2]);
      const file = await countFile(content([HEADER, 1], ...rows, [ROW, 1_000], ...rows), stubContext());
      expect(file).toMatchObject({ rows: times * 4 + 1_000, counted: times * 4 + 1_000, ignored: {} });
      expect(file.hours.get('2026-01-15T00')!.get('gmail')!.delivered).toBe(times * 4 + 1_000);
    },
  );

  test('keeps totals exact over 120,000 domains, and no more names than it may', async () => {
    const rows = Array.from({ length: 120_000 }, (_, index): Part => {
      const domain = `d${index}.example`;
      const reply = index % 3 === 0 ? `t,1768435205,a@${domain},smtp;421 no` : `d,1768435205,a@${domain},`;
      return [`${reply},mx.${domain} (192.0.2.1),vmta1,${domain}/vmta1\n`, 1];
    });
    const file = await countFile(content([HEADER, 1], ...rows), stubContext());
    expect(file).toMatchObject({ rows: 120_000, counted: 120_000, ignored: {} });
    const { delivered, deferred, byDomain, byQueue } = file.hours.get('2026-01-15T00')!.get('other')!;
    expect([delivered, deferred]).toEqual([80_000, 40_000]);
    for (const names of [byDomain, byQueue]) {
      const attempts = Object.values(names);
      expect(attempts.reduce((sum, name) => sum + name.delivered, 0)).toBe(80_000);
      expect(attempts.reduce((sum, name) => sum + name.throttled, 0)).toBe(40_000);
      expect(names['(rest)']).toBeDefined();
    }
  });
});

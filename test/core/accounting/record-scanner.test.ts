import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ByteWindow } from '../../../lambdas/core/accounting/byte-window.ts';
import { ODD, RecordScanner, REGULAR, UNFINISHED } from '../../../lambdas/core/accounting/record-scanner.ts';
import { COMPILED_FILE, scanRecordModule } from '../../../scripts/scan-record.ts';

const ROW_BYTES = 1_000;

/** Scans the first record of a text; places are told from its beginning. */
function scan(
  text: string,
  width: number,
): { found: number; ends: number[]; next: number; innerLines: number; hasDoubledQuotes: boolean } {
  const window = new ByteWindow(ROW_BYTES);
  window.append(Buffer.from(text));
  const scanner = new RecordScanner(window.memory, width);
  const { start } = window;
  const found = scanner.scan(start, window.end);
  const { innerLines, hasDoubledQuotes } = scanner;
  const ends = [...scanner.ends].map((end) => end - start);
  return { found, ends, next: scanner.next - start, innerLines, hasDoubledQuotes };
}

describe('the record scanner', () => {
  it.each([
    ['a,bb,ccc\n', [1, 4, 8], 9],
    ['a,bb,ccc\r\n', [1, 4, 8], 10],
    ['"a,b","c""d",\n', [5, 12, 13], 14],
    ['"a\nb",,"\r\n"\r\n', [5, 6, 11], 13],
    [',,\n', [0, 1, 2], 3],
  ])('finds the fields of %j', (text, ends, next) => {
    expect(scan(text, 3)).toMatchObject({ found: REGULAR, ends, next });
  });

  it.each(['a,b,c', 'a,"b,c\n', 'a,b,"c"', 'a,b,"c""', ''])('waits for the rest of %j', (text) => {
    expect(scan(text, 3).found).toBe(UNFINISHED);
  });

  it.each([
    ['a,b\n', 4],
    ['a,b,c,d\n', 8],
    ['a,b"b,c\nnext\n', 8],
    ['a,"b"b,c\nnext\n', 9],
    ['"a"\r,b,c\n', 9],
  ])('finds %j odd, and its end all the same', (text, next) => {
    expect(scan(text, 3)).toMatchObject({ found: ODD, next });
  });

  it('counts the line ends within quotes', () => {
    expect(scan('"a\n\r\nb",b,"\n"\n', 3).innerLines).toBe(3);
  });

  it('tells of doubled quotes', () => {
    expect(scan('a,"b""c",d\n', 3).hasDoubledQuotes).toBe(true);
    expect(scan('a,"bc",d\n', 3).hasDoubledQuotes).toBe(false);
  });

  it('finds the same wherever in a block of sixteen bytes a sign stands', () => {
    for (let length = 0; length < 40; length++) {
      const word = 'x'.repeat(length);
      const text = `${word},"${word}"",\n${word}",${word}\r\n`;
      expect(scan(text, 3)).toEqual({
        found: REGULAR,
        ends: [length, 3 * length + 7, 4 * length + 8],
        next: text.length,
        innerLines: 1,
        hasDoubledQuotes: true,
      });
    }
  });

  it('is compiled from its source (npm run scan-record)', async () => {
    expect(readFileSync(COMPILED_FILE, 'utf8')).toBe(await scanRecordModule());
  });
});

import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../lambdas/core/accounting/byte-hash.ts';
import { ODD, RecordScanner, REGULAR, UNFINISHED } from '../../../lambdas/core/accounting/record-scanner.ts';

/** Scans the first record of a text with the sentinels that a window puts behind its content. */
function scan(text: string, width: number): { scanner: RecordScanner; found: number } {
  const bytes = Buffer.from(`${text}\n\n\n\n\n\n\n\n`);
  const scanner = new RecordScanner(width);
  return { scanner, found: scanner.scan(bytes, viewOf(bytes), 0, Buffer.byteLength(text)) };
}

describe('the record scanner', () => {
  it.each([
    ['a,bb,ccc\n', [1, 4, 8], 9],
    ['a,bb,ccc\r\n', [1, 4, 8], 10],
    ['"a,b","c""d",\n', [5, 12, 13], 14],
    ['"a\nb",,"\r\n"\r\n', [5, 6, 11], 13],
    [',,\n', [0, 1, 2], 3],
  ])('finds the fields of %j', (text, ends, next) => {
    const { scanner, found } = scan(text, 3);
    expect(found).toBe(REGULAR);
    expect([...scanner.ends.subarray(0, 3)]).toEqual(ends);
    expect(scanner.next).toBe(next);
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
    const { scanner, found } = scan(text, 3);
    expect(found).toBe(ODD);
    expect(scanner.next).toBe(next);
  });

  it('counts the line ends within quotes', () => {
    expect(scan('"a\n\r\nb",b,"\n"\n', 3).scanner.innerLines).toBe(3);
  });
});

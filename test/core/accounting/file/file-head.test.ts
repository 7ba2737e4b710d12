import { expect, test } from 'vitest';
import { FileHead } from '../../../../lambdas/core/accounting/file/file-head.ts';

/** The fingerprint of lines, one row each after the first, that come in pieces of so many bytes. */
function fingerprintOf(lines: readonly string[], size = 1_000): string {
  const head = new FileHead(2);
  const bytes = Buffer.from(lines.join(''));
  for (let at = 0; at < bytes.length; at += size) head.append(bytes.subarray(at, at + size));
  let offset = 0;
  for (const [rows, line] of lines.entries()) head.recordRead(rows, (offset += line.length));
  return head.fingerprint();
}

test('is the same for a longer version of a file, and for pieces of any size', () => {
  const lines = ['header\n', 'one\n', 'two\n'];
  expect(fingerprintOf([...lines, 'three\n'])).toBe(fingerprintOf(lines));
  expect(fingerprintOf(lines, 1)).toBe(fingerprintOf(lines));
});

test.each([
  ['header\n', 'one\n', 'TWO\n'],
  ['header\n', 'one\n'],
  ['HEADER\n', 'one\n', 'two\n'],
])('tells a file from another that begins with %j', (...lines) => {
  expect(fingerprintOf(lines)).not.toBe(fingerprintOf(['header\n', 'one\n', 'two\n']));
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWindow, windowBytes } from '../../../lambdas/core/accounting/byte-window.ts';
import { readHeader } from '../../../lambdas/core/accounting/row-header.ts';
import { DEFERRED } from '../../../lambdas/core/accounting/row-type.ts';
import { RowKernel } from '../../../lambdas/core/accounting/row-kernel.ts';
import { normalise } from '../../../lambdas/core/replies/normalise.ts';
import { parseReply } from '../../../lambdas/core/replies/reply.ts';

const CAPACITY = 4_096;

const kernel = new RowKernel(windowBytes(CAPACITY));
const window = new ByteWindow(kernel);
const header = readHeader(['type', 'timeLogged', 'dsnDiag']);
if ('missing' in header) throw new Error('no header');
kernel.useHeader(header);
kernel.useReplyBytes(CAPACITY);

/** The number that the kernel knows a reply by; -1 for none. */
function find(reply: string): number {
  window.start = window.end;
  window.append(Buffer.from(`,,"${reply.replaceAll('"', '""')}"\n`));
  kernel.scan(window.start, window.end);
  kernel.locate(window.start, DEFERRED);
  return kernel.findReply();
}

/** Whether the kernel takes one reply for another that it has learned, as their ids alone differ. */
function areOne(learned: string, other: string): boolean {
  kernel.forgetNumbers();
  expect(find(learned)).toBe(-1);
  kernel.learnReply(1);
  expect(find(learned)).toBe(1);
  return find(other) === 1;
}

/** What the figures see of a reply. */
function seen(reply: string): unknown {
  const { code, enhancedCode, text } = parseReply(reply, '');
  return { code, enhancedCode, words: normalise(text) };
}

/** One sign of an id, of the same kind as another, so that the signs between stay where they are. */
function sameShape(word: string, seed: number): string {
  let state = seed;
  return Array.from(word)
    .map((sign) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return /[a-z0-9]/i.test(sign) ? 'abcdefghijklmnopqrstuvwxyz0123456789AZ45012'[state % 43]! : sign;
    })
    .join('');
}

const ids = fc.constantFrom(
  'af79cd13be357-7c5f0a1b2c3si123456785a.42',
  '12ogg7b99mo12.97',
  '08DE536FC1B1B2B2',
  'oxsus000112_139',
  '2026-01-15T08:00:00.000Z',
  'a1b2c3d4e5f6g7h8',
  '421-4b7a8c9d0e1f2',
  'user123456789012345',
  'x_1a2b3c4d5e6f7',
  '4bXq2w9z',
  'a1b2c3d4e5',
  '5h30m20s',
  '421a1b2c3d',
  '[4bXq2w9z]',
  '(4bXq2w9z',
  '(a1b2c3d4e5f6g7h8)',
  '4bXq2w9z.',
  'a1b2c3d4e5,',
  '[421a1b2c3d4e5f6];',
);
const words = fc.constantFrom(
  'user',
  'mailbox',
  'is',
  'over',
  'quota',
  '421',
  '421-4.7.0',
  '4.7.28',
  '-',
  'gsmtp',
  '[TSS04]',
  'error',
  'code',
  'said:',
  '<',
  '>',
  '"',
  "'",
  '...',
  'User',
  'unknown',
  '(at)',
  'for',
  'see',
  'https://example.com/x',
  'RP-001',
  'unknown user',
  'account:',
  '5',
  'minutes',
  'a@example.com',
  '[192.0.2.1]',
  'mx.example.com',
  '450',
  '#4.4.1',
);

describe('replies that differ in an id', () => {
  it.each([
    [
      'smtp;421 4.7.28 Gmail says no. af79cd13be357-7c5f0a1b2c3si123456785a.42 - gsmtp',
      'smtp;421 4.7.28 Gmail says no. bf79cd13be358-7c5f0a1b2c3si123456785b.97 - gsmtp',
    ],
    [
      '421 no (S775) [2026-01-15T08:00:00.000Z 08DE536FC1B1B2B2]',
      '421 no (S775) [2026-01-16T18:30:05.123Z 08DE536FC1B1B2C3]',
    ],
    ['421 no 2026-01-15T08:00:00.000Z', '421 no 2026-01-15T08:00:00.001Z'],
    ['451 4.7.650 no (S775) [host 08DE536FC1B1B2B2]', '451 4.7.650 no (S775) [host 18DE536FC1B1B2B2]'],
    ['450 4.7.1 no [4bXq2w9z]', '450 4.7.1 no [5cYr3x8a]'],
  ])('are one: %s', (one, other) => {
    expect(areOne(one, other)).toBe(true);
  });

  it.each([
    // Of another length, or with its signs elsewhere.
    ['450 4.7.1 no [4bXq2w9z]', '450 4.7.1 no [4bXq2w9z5]'],
    ['421 no a1b2c3-d4e5f6g7h8', '421 no a1b2c3d-4e5f6g7h8'],
    ['421 no (S775) [08DE536FC1B1B2B2]', '421 no (S843) [08DE536FC1B1B2B2]'],
    // Codes have no such form …
    ['450 4.7.1 no RL000002 at all', '450 4.7.1 no RL000003 at all'],
    ['450 4.7.1 no fromBL12345 at all', '450 4.7.1 no fromBL12346 at all'],
    ['450 4.7.1 no office365 at all', '450 4.7.1 no office366 at all'],
    ['450 4.7.1 no 8bitmime at all', '450 4.7.1 no 7bitmime at all'],
    ['450 4.7.1 no 12345678 at all', '450 4.7.1 no 12345679 at all'],
    ['450 4.7.1 no ELNK_110 at all', '450 4.7.1 no ELNK_111 at all'],
    ['450 4.7.1 no 1a2b3c4 at all', '450 4.7.1 no 1a2b3c5 at all'],
    [
      'smtp;421 4.2.1 Connection deferred oxsus000112_139',
      'smtp;421 4.2.1 Connection deferred oxsus000113_139',
    ],
    // … nor have hosts and addresses, and without a code in front one is sought within words.
    ['smtp;421 4.7.0 [TSS04] Messages from 192.0.2.1', 'smtp;421 4.7.0 [TSS04] Messages from 192.0.2.2'],
    [
      'smtp;421 4.3.0 try mail.protection12345.example later',
      'smtp;421 4.3.0 try mail.protection12346.example later',
    ],
    ['smtp;250 2.0.0 OK 1768435203 af79cd13be357.12', 'smtp;250 2.0.0 OK 1768435203 bf79cd13be357.12'],
    ['af79cd13be3571234 said 421', 'bf79cd13be3571234 said 421'],
    ['smtp;421 421-4b7a8c9d0e1f2', 'smtp;421 421-5b7a8c9d0e1f2'],
    // Found by the property below: parseReply takes the second 421 for the code once more.
    [
      "smtp;421 ' 421d13be357a1-7c5f0a1b2c3si123456785a.42",
      "smtp;421 ' 421d13be357a1-7c5f0a1b2c3si123456785b.42",
    ],
  ])('are not one where it is no id: %s', (one, other) => {
    expect(areOne(one, other)).toBe(false);
  });

  it('are one only where the figures cannot tell them apart', { timeout: 180_000 }, () => {
    const reply = fc.tuple(
      fc.constantFrom('smtp;421 ', '421 ', 'smtp;550 ', 'smtp;421 4.7.0 ', 'smtp; 421 ', 'said 421 '),
      fc.array(fc.oneof(words, ids), { minLength: 1, maxLength: 9 }),
      fc.nat(),
    );
    fc.assert(
      fc.property(reply, ([head, parts, seed]) => {
        const one = head + parts.join(' ');
        const other =
          head +
          parts.map((part, index) => (part.length > 7 ? sameShape(part, seed + index) : part)).join(' ');
        fc.pre(one !== other && areOne(one, other));
        expect(seen(other)).toEqual(seen(one));
      }),
      { numRuns: 20_000, maxSkipsPerRun: 100 },
    );
  });
});

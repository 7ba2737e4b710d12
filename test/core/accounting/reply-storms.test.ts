import { describe, expect, test } from 'vitest';
import { ByteWindow, windowBytes } from '../../../lambdas/core/accounting/file/byte-window.ts';
import { readHeader } from '../../../lambdas/core/accounting/row/header.ts';
import { RowKernel } from '../../../lambdas/core/accounting/kernel/row-kernel.ts';
import { DEFERRED } from '../../../lambdas/core/accounting/outcome.ts';

const ROWS = 2_000;
const CAPACITY = 4_096;

const DIGITS = '0123456789';
const HEX = `${DIGITS}abcdef`;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const CAPITALS = LETTERS.toUpperCase();
const ALL = LETTERS + CAPITALS + DIGITS;

/** Numbers that repeat themselves from run to run. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

const number = numbersFrom(7);
const some = (signs: string, length: number): string =>
  Array.from({ length }, () => signs[number(signs.length)]).join('');
const two = (below: number): string => String(number(below)).padStart(2, '0');
const ip = (): string => [203, 0, 113, number(256)].join('.');

/** Replies of one storm, as their servers write them: each has something of its own. */
const STORMS: Record<string, () => string> = {
  'Gmail, in many lines': () =>
    `smtp;421-4.7.28 [${ip()}      ${number(30)}] Gmail has detected an unusual rate of mail. 421 4.7.28 see https://support.google.com/mail/?p=UnsolicitedRateLimitError ${some(HEX, 13)}-${some(HEX, 11)}si${some(DIGITS, 7)}${some(LETTERS, 3)}.${some(DIGITS, 3)} - gsmtp`,
  'Gmail, with line ends': () =>
    `smtp;421-4.7.0 [${ip()}] Our system has detected an unusual rate\n421-4.7.0 of unsolicited mail.\n421 4.7.0 ${some(HEX, 13)}-${some(HEX, 11)}si${some(DIGITS, 7)}${some(LETTERS, 3)}.${some(DIGITS, 3)} - gsmtp`,
  Microsoft: () =>
    `smtp;451 4.7.650 The mail server [${ip()}] has been temporarily rate limited. [Name=Protocol Filter Agent][AGT=PFA][MxId=${some(HEX.toUpperCase(), 16)}] (S775) [${some(CAPITALS, 3)}EPF${some(DIGITS, 8)}.namprd04.prod.outlook.com 2026-01-15T${two(24)}:${two(60)}:${two(60)}.${some(DIGITS, 3)}Z 08DE${some(HEX.toUpperCase(), 12)}]`,
  GMX: () =>
    `smtp;554-Transaction failed 554 For explanation visit https://postmaster.gmx.net/en/case?c=r0301&i=ip&v=${ip()}&r=${number(9)}M${some(ALL, 4)}${number(9)}-${number(9)}s${some(ALL, 4)}${number(9)}`,
  'Apple, with the recipient': () =>
    `smtp;421 4.7.1 Messages to ${some(LETTERS, 6)}.${some(LETTERS, 4)}@icloud.com deferred due to excessive volume`,
  'Postfix, with a queue id': () =>
    `smtp;451 4.3.0 Error: queue file write error, ${some(CAPITALS, 2)}${number(9)}${some(CAPITALS, 5)}${number(9)}`,
  'Exim, with its id': () => `smtp;421 too many (id=1${some(ALL, 5)}-00${some(ALL, 4)}-${some(CAPITALS, 2)})`,
  'counts of connections': () =>
    `smtp;421 4.7.0 ${1 + number(20)} connections of ${20 + number(300)} allowed`,
  'a count of five digits': () =>
    `smtp;452 4.3.4 size ${10_000 + number(90_000)} is over ${10_000 + number(90_000)}`,
  'seconds to wait': () => `smtp;450 4.7.1 Greylisted, come back in ${500 + number(800)} seconds`,
  'a clock and a load': () =>
    `smtp;421 4.3.2 busy since ${two(24)}:${two(60)}:${two(60)} on 2026-01-${two(31)}, load ${number(99)}.${two(99)}`,
  'a fraction': () => `smtp;421 RL000002 throttled ${number(400)}/${number(400)} (${ip()}):`,
  'a ticket': () => `smtp;421 refused, quote ticket #${number(9_999)} or ref:${number(9_999)}`,
  'a UUID': () =>
    `smtp;421 try later, ref ${some(HEX, 8)}-${some(HEX, 4)}-4${some(HEX, 3)}-a${some(HEX, 3)}-${some(HEX, 12)}`,
};

describe('a storm of replies that say the same', () => {
  const header = readHeader(['type', 'timeLogged', 'dsnDiag']);
  if ('missing' in header) throw new Error('no header');
  const kernel = new RowKernel(windowBytes(CAPACITY));
  const window = new ByteWindow(kernel);
  kernel.useHeader(header);
  kernel.useBounds({ rowBytes: CAPACITY, replyBytes: CAPACITY, pairs: 1 });

  /** Whether the kernel knows the reply; what it does not know JavaScript has to read, at twenty times the cost. */
  const isKnown = (reply: string): boolean => {
    window.start = window.end;
    window.append(Buffer.from(`,,"${reply}"\n`));
    kernel.scan(window.start, window.end);
    kernel.record.locate(window.start, DEFERRED);
    let isKnown = true;
    kernel.record.numberOfReply(() => {
      isKnown = false;
      return 1;
    });
    return isKnown;
  };

  test.each(Object.entries(STORMS))('is read but for a few in the kernel: %s', (_name, reply) => {
    kernel.kinds.forgetNumbers();
    const read = Array.from({ length: ROWS }, reply).filter((text) => !isKnown(text));
    expect(read.length).toBeLessThan(ROWS / 10);
  });
});

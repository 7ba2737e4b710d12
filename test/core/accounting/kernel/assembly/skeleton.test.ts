import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteWindow, windowBytes } from '../../../../../lambdas/core/accounting/file/byte-window.ts';
import { readHeader } from '../../../../../lambdas/core/accounting/row/header.ts';
import { DEFERRED } from '../../../../../lambdas/core/accounting/outcome.ts';
import { RowKernel } from '../../../../../lambdas/core/accounting/kernel/row-kernel.ts';
import { normalise } from '../../../../../lambdas/core/replies/normalise.ts';
import { parseReply } from '../../../../../lambdas/core/replies/reply.ts';

const CAPACITY = 4_096;

const kernel = new RowKernel(windowBytes(CAPACITY));
const window = new ByteWindow(kernel);
const header = readHeader(['type', 'timeLogged', 'dsnDiag']);
if ('missing' in header) throw new Error('no header');
kernel.useHeader(header);
kernel.useBounds({ rowBytes: CAPACITY, replyBytes: CAPACITY, pairs: 1 });

/** The number that the kernel knows a reply by, which is this one if it is new. */
function numberOf(reply: string, number: number): number {
  window.start = window.end;
  window.append(Buffer.from(`,,"${reply.replaceAll('"', '""')}"\n`));
  kernel.scan(window.start, window.end);
  kernel.record.locate(window.start, DEFERRED);
  return kernel.record.numberOfReply(() => number);
}

/** Whether the kernel takes one reply for another that it has learned, as their ids alone differ. */
function areOne(learned: string, other: string): boolean {
  kernel.kinds.forgetNumbers();
  expect(numberOf(learned, 1)).toBe(1);
  expect(numberOf(learned, 2)).toBe(1);
  return numberOf(other, 2) === 1;
}

/** What the figures see of a reply. */
function seen(reply: string): unknown {
  const { code, enhancedCode, text } = parseReply(reply, '');
  return { code, enhancedCode, words: normalise(text) };
}

/** A word of the same shape: another letter or digit for each, and the punctuation between them stays. */
function sameShape(word: string, seed: number): string {
  let state = seed;
  return Array.from(word)
    .map((character) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return /[a-z0-9]/i.test(character)
        ? 'abcdefghijklmnopqrstuvwxyz0123456789AZ45012'[state % 43]!
        : character;
    })
    .join('');
}

/** What varies from one reply to the next; the words of one line may stand for each other. */
const FAMILIES = [
  'af79cd13be357-7c5f0a1b2c3si123456785a.42 12ogg7b99mo12.97 bf79cd13be358-8c5f0a1b2c3si123456785b.17',
  '08DE536FC1B1B2B2 18DE536FC1B1B2B2 oxsus000112_139 a1b2c3d4e5f6g7h8 421-4b7a8c9d0e1f2',
  'user123456789012345 x_1a2b3c4d5e6f7 2026-01-15T08:00:00.000Z 2027-01-15T08:00:00.001Z',
  '4bXq2w9z a1b2c3d4e5 5h30m20s 421a1b2c3d [4bXq2w9z] (4bXq2w9z [5bXq2w9z]',
  '(a1b2c3d4e5f6g7h8) 4bXq2w9z. a1b2c3d4e5, [421a1b2c3d4e5f6];',
  'jane@a.example john.doe+x@mail.b.example 421-x@a.example x421-y@b.example 421@c.example o=b@c-d.example',
  '4.7.0@a.example 4x@a.example a@421-b.example a@b. 12345@qq.com a@b@c jane@a.example',
  '-4.7.28@a.example =4.7.28@a.example -jane@a.example a@b.http://x a@b.com://x jane@a.example a@b.example://x',
  '<jane@a.example> <john.doe@mail.b.example> <421-x@a.example> <421@c.example> <a@b.example',
  '<jane@a.example>: <john.doe@b.example>: <a@b.example>... <a@b>. (a@b.example) [c@d.example]',
  "jane@a.example: rcpt=jane@a.example a@b.example, a@b.example. 'a@b.example' mailto:a@b.example",
  '192.0.2.1 203.0.113.255 4.7.0.1 421.1.2.3 1.2.3 1.2.3.4.5 999.1.1.1 1.2.3.4:25 10.0.0.0/8',
  '[192.0.2.1] [203.0.113.255] (192.0.2.1) <192.0.2.1> <192.0.2.10> 192.0.2.1. 192.0.2.1,',
  '12345 123456789 12345678901234567890 1234 (54321) #12345 12345; 42100 123456',
  'mx1.a.b.example bn8nam11ft065.eop-nam11.prod.protection.outlook.com mx42.a.b.example mx.a.b.example',
  'mx1.b.example [BN8NAM11FT066.eop-nam11.prod.protection.outlook.com x421-1.a.b.example 421x.a.b.c',
  '-a1.b.c.example a1.b.c.example b1.b.c.example _a1.b.c.example -mx1.b.c.example. mx2.b.c.example.',
  '1 23 456 421 999 12.5 1.25 4.7 4.7.0 1,000 22,000 10.5.2026 12% 85% 1st 22nd 300s 20s 10mb',
  '8:00 08:00 18:30:05 1:2:3 08:00:00, (8:00) 12:34:56:78 421:00 ::1 1:2',
  '3/20 421/5 15/01/2026 450/551 1//2 (3/20) [12/50]. 1/2/ /5 10.0.0.1/8 1/2:3 1:20/3',
  '2026-01-15 2027-12-31 421-15 12-421-3 1-2- -1-2 2026-01-15, (2026-01-15) 1-2 999-450',
  'id=1234 id=77 id=4bXq2w9z (id=4bXq2w9z) [id=5cYr3x8a] id=1.2.3.4 id=421 user=12 user=4bXq2w9z x=y=5',
  'id:1234 session:77 id:4bXq2w9z ref:5cYr3x8a, user:12 user:4bXq2w9z 4:bad bad:4 ref:1.2.3.4 ipv6:12',
  '#1234 #77 #421 #4.4.1 #4.4.1.2 (#4.4.1) #12, [#12] #4bXq2w9z # #5.7.1 (12)#5 #4.4.12',
  'Agent][MxId=11BC4F4C7CA6ABCD] Agent][MxId=22BC4F4C7CA6ABCD] A][12] A][450] A](1.2.3.4) A](11.2.3.4)',
  '(12) (1 2) [12] [192.0.2.1 15] (12 {12} {4bXq2w9z} 12] 12... jdoe1...  4bXq2w9z... 12; (12),',
  'ABCD1EFGHIJ A1BCDEFGHIJ 8bitmime 7bitmime abcd1234 1234abcd ABCD12EFGHI. 421A1BCDEFG (A1BCDEFGHIJ)',
  'MA6fyPL4vTkaJH/2sA5k7g MA6fyPL4vTka+H/3sA5k7h== [MB6fyPL4vTkaJH/2sA5k7g== MC6fyPL4vTkaJH/2sA5k7g]. 1/2/3+4/5/6/7/8/9',
  '_____wCXz3f+_S8ktHAQAQ--.7755S2 _____wDXz3f+_S8ktHAQAR--.6644S3 A1B2C3D4E5F6G+H1-I2J3K4L5M6N7 A1B2C3D4E5F6G+H1 a+b-c1 1+2-3',
  '+1-22 +1-23 -1+2-4 1+2_x x+12345.6 x+1234.5 a1b2c3d4e5f6g7+h8- a1b2c3d4e5f6g7+h8 +0000 +0530 a1b2c3d4+e5f6g7h8.9 12+13_1',
  'https://e.example/a?r=5M6F3e-5xQ&v=1 https://e.example/a?r=6M6F3e-5xQ&v=2 http://e.example/x?p=abc http://e.example/x?p=abd1',
  'https://postmaster.gmx.net/en/case?c=r2728&i=ip&v=9.3.2.4&r=5M6F3e-5xQ https://postmaster.gmx.net/en/case?c=hi&i=ip&v=8.3.2.4&r=8M6F3e-5xQ http://x.example/?user=j1&c=p%40x1 https://x.example/?c=a1.',
  'x1y2,3,a1b2c3d4 x1y2,44,a1b2c3d4 www.a1b2c3d4e5f6g7 www.1.2 www.a1.b.c.example =www.a1.b.c.example',
  'line\n421-4.7.0 line\r\n421 a1b2c3d4e5\n 12\n421 12\t421 7\n4.7.0 \n \r\n',
  'is-1a2b3c4d5e6f7 it-2a2b3c4d5e6f7 s-3a2b3c4d5e6f7 is-1.a.b.example s-1.a.b.example x-1.a.b.example',
  'user-1a2b3c4d5e6f7 uber-2a2b3c4d5e6f7 1a2b3c4d5e6f7-user 2a2b3c4d5e6f7-uber 1a2b3c4d5e6f7-bad 3a2b3c4d5e6f7-bax',
  '12421- 7- 1-421- 2-422- 1.2.3.421- 1.2.3.4- 4bXq2421- 5bXq2422- 1234567890123s 1234567890123x',
  'storedrv1.a.b.c storedrv.a.b.c 1a.2.3.4 mta7.mail.bf1.yahoo.com mta8.mail.bf1.yahoo.com x1.2.3.x a1.2.3.x',
].map((line) => line.split(/ /));
const varying = fc
  .constantFrom(...FAMILIES)
  .chain((family) => fc.tuple(fc.constantFrom(...family), fc.constantFrom(...family)));
const words = fc.constantFrom(
  'user',
  'mailbox',
  'user jane',
  '(jane)',
  'jane...',
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

const HEADS = [
  'smtp;421 ',
  '421 ',
  'smtp;550 ',
  'smtp;421 4.7.0 ',
  'smtp; 421 ',
  'said 421 ',
  '421-4.7.0 ',
  'smtp;421-',
  'smtp;421-4.7.28 ',
];

describe('replies that differ in what varies', () => {
  test.each([
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
    ['550 5.1.1 <jane@a.example>: no such user', '550 5.1.1 <john.doe+news@b.example>: no such user'],
    ['421 4.7.1 Messages to jane@a.example deferred', '421 4.7.1 Messages to j@mail.b.example deferred'],
    ['421 4.7.0 [192.0.2.1] suspicious', '421 4.7.0 [203.0.113.255] suspicious'],
    ['421 from 192.0.2.1, session 12345', '421 from 203.0.113.255, session 6789012'],
    ['421 4.7.0 too many connections (12) of 20', '421 4.7.0 too many connections (1234) of 8'],
    ['451 wait until 8:05:00 on 15/01/2026, 3/20', '451 wait until 18:15:00 on 1/1/2026, 13/20000'],
    ['421 no (#5) from 192.0.2.1: busy', '421 no (#7) from 203.0.113.99: busy'],
    ['450 4.7.1 no ABCD1EFGHIJ', '450 4.7.1 no XYZA9BCDEFG'],
    ['550 no [MA6fyPL4vTkaJH/2sA5k7g== IP: 192.0.2.1]', '550 no [MB7fyPL4vTkaJH/2sA5k7h== IP: 192.0.2.77]'],
    [
      '554 see https://postmaster.gmx.net/en/case?c=r2728&i=ip&v=9.3.2.4&r=5M6F3e-5xQ',
      '554 see https://postmaster.gmx.net/en/case?c=r2729&i=ip&v=9.3.2.5&r=8M1F6d-6xQ',
    ],
    ['451 later 1722509182-GkULpI6Ax8c0-KgMovYjw', '451 later 1722509183-HkULpI6Ax8c1-LgMovYjw'],
    ['421 load 1.25 since 2026-01-15', '421 load 12.5 since 2026-01-16'],
    ['421 no, ticket #1234', '421 no, ticket #7'],
    ['421 no (id=4bXq2w9z5)', '421 no (id=5cYr3x8a6)'],
    ['421 no [AGT=PFA][MxId=11BC4F4C7CA6ABCD]', '421 no [AGT=PFA][MxId=22BC4F4C7CA6AB00]'],
    [
      '421-4.7.28 [192.0.2.1      15] says\r\n421-4.7.28 no. 421 4.7.28 af79cd13be357-7c5f0a1b2c3si1234567pfh.42 - gsmtp',
      '421-4.7.28 [192.0.2.44      1] says\r\n421-4.7.28 no. 421 4.7.28 bf79cd13be358-8c5f0a1b2c3si1234568pfh.97 - gsmtp',
    ],
    [
      '421 4.3.2 no [BN8NAM11FT065.eop-nam11.prod.protection.outlook.com 08DE536FC1B1B2B2]',
      '421 4.3.2 no [DB5EUR3FT6.eop-nam11.prod.protection.outlook.com 18DE536FC1B1B2B2]',
    ],
  ])('are one: %s', (one, other) => {
    expect(areOne(one, other)).toBe(true);
  });

  test.each([
    // Of another length, or with its signs elsewhere.
    ['450 4.7.1 no [4bXq2w9z]', '450 4.7.1 no [4bXq2w9z5]'],
    ['421 no a1b2c3-d4e5f6g7h8', '421 no a1b2c3d-4e5f6g7h8'],
    ['421 no (S775) [08DE536FC1B1B2B2]', '421 no (S843) [08DE536FC1B1B2B2]'],
    // Codes have no such form …
    ['450 4.7.1 no RL000002 at all', '450 4.7.1 no RL000003 at all'],
    ['450 4.7.1 no fromBL12345 at all', '450 4.7.1 no fromBL12346 at all'],
    ['450 4.7.1 no office365 at all', '450 4.7.1 no office366 at all'],
    ['450 4.7.1 no 8bitmime at all', '450 4.7.1 no 7bitmime at all'],
    ['450 4.7.1 no ELNK_110 at all', '450 4.7.1 no ELNK_111 at all'],
    ['450 4.7.1 no 1a2b3c4 at all', '450 4.7.1 no 1a2b3c5 at all'],
    [
      'smtp;421 4.2.1 Connection deferred oxsus000112_139',
      'smtp;421 4.2.1 Connection deferred oxsus000113_139',
    ],
    // Three digits may be a code of SMTP or HTTP.
    ['smtp;421 4.7.0 [TSS04] deferred 450', 'smtp;421 4.7.0 [TSS04] deferred 451'],
    ['421 no 1:02:03', '421 no 1:2:3'],
    ['550 <a@b.example> no', '550 <a@b.example no'],
    ['550 a@b.example. no', '550 a@b.example no'],
    ['550 for x=<a@b.example no', '550 for x=<ab@c.example no'],
    // The character that stands for an address stands for itself where the reply has it.
    ['421 no a@b.example now', '421 no \u0002 now'],
    // Within brackets that are open all is looked at as one, up to their end.
    ['550 no <for a@b.example now>', '550 no <for abc@de.example now>'],
    ['421 no x421-1.a.b.example', '421 no y1.a.b.example'],
    ['421 no mx.a.b.example', '421 no smtp.a.b.example'],
    ['421 no mx.a1.b.example', '421 no smtp.a1.b.example'],
    ['421 no x1.2.3.x', '421 no a1.2.3.x'],
    ['421 no mx1.b.example', '421 no mx2.b.example'],
    // What is cut off depends on how long the rest is.
    [`421 no a@b.example ${'x'.repeat(CAPACITY)}`, `421 no ab@c.example ${'x'.repeat(CAPACITY)}`],
    // … nor have hosts of fewer labels, and without a code in front one is sought within words.
    [
      'smtp;421 4.3.0 try mail.protection12345.example later',
      'smtp;421 4.3.0 try mail.protection12346.example later',
    ],
    ['smtp;250 2.0.0 OK 1768435203 af79cd13be357.12', 'smtp;250 2.0.0 OK 1768435203 bf79cd13be357.12'],
    ['af79cd13be3571234 said 421', 'bf79cd13be3571234 said 421'],
    ['smtp;421 421-4b7a8c9d0e1f2', 'smtp;421 421-5b7a8c9d0e1f2'],
    // A code may stand in them, or what is no part of them.
    ['421 -4.7.28@x.example is busy', '421 a@e.example is busy'],
    ['421 =4.7.28@x.example is busy', '421 a@e.example is busy'],
    // A hyphen after the code makes it that of a further line.
    ['421 no, 421 -jane@a.example', '421 no, 421 jane@a.example'],
    ['421 no, see -a1.b.c.example', '421 no, see b1.b.c.example'],
    ['421 no jane@a.http://x', '421 no jane@a.com://x'],
    [
      `421 no <for a@b.example ${'wait '.repeat(59)} 12345 >`,
      `421 no <for a@b.example ${'wait '.repeat(59)} 1234567890 >`,
    ],
    // `421-` anywhere makes many lines of a reply, each of which loses its 421.
    ['421 no 421 x 12421- y', '421 no 421 x 7- y'],
    ['421 no 421 x 4bXq2421- y', '421 no 421 x 4bXq2422- y'],
    ['421 no 421 x 1-421- y', '421 no 421 x 1-422- y'],
    ['421 no 421 x 1.2.3.421- y', '421 no 421 x 1.2.3.42- y'],
    ['421 no 421 x http://e.example/?a=1421-5', '421 no 421 x http://e.example/?a=1422-5'],
    ['421 no 421 x 2421-01-01T00:00:00.000Z', '421 no 421 x 2422-01-01T00:00:00.000Z'],
    // Units stay, and make a number of three digits before them.
    ['421 no 1234567890123s', '421 no 1234567890123a'],
    ['421 no 450 s-1a2b3c4d5e6f7', '421 no 450 t-1a2b3c4d5e6f7'],
    ['421 no 450 s-1.a.b.example', '421 no 450 t-1.a.b.example'],
    // Names are known by the words beside them, also where these are the first or the last of an id.
    ['421 user jane is-1a2b3c4d5e6f7', '421 user jane it-1a2b3c4d5e6f7'],
    ['421 no 1a2b3c4d5e6f7-user=jane', '421 no 1a2b3c4d5e6f7-abcd=jane'],
    ['421 no 1a2b3c4d5e6f7-bad user jane', '421 no 1a2b3c4d5e6f7-bax user jane'],
    ['421 no [MA6fyPL4vTkaJH2/user (jane)', '421 no [MA6fyPL4vTkaJH2/uber (jane)'],
    ['421 jane... user-1a2b3c4d5e6f7', '421 jane... uber-1a2b3c4d5e6f7'],
    ['421 jane...\n421- #user-1a2b3c4d5e6f7', '421 jane...\n421- #uber-1a2b3c4d5e6f7'],
    ['421 see http://e.example/?a=1-user (jane)', '421 see http://e.example/?a=1-uber (jane)'],
    // … and such a name ends at a slash, so that what follows is no part of an id.
    ['421 user (MA6fyPL4vTkaJH2/bl21+x', '421 user (MA6fyPL4vTkaJH2/bx21+x'],
    ['421 no ////bl21/ph01/cs01', '421 no ////bx21/ph01/cs01'],
    ['421 421+12aa1mmbxa142', '421 05a+12aa1mmbxa142'],
    // What stands between angle brackets, or between quotes before an @, is measured without the blanks between words.
    [
      `421 no <for a@b.example${' '.repeat(90)}${' wait'.repeat(58)} 12345 >`,
      `421 no <for a@b.example${' '.repeat(90)}${' wait'.repeat(58)} 1234567890123456 >`,
    ],
    [`421 no "${'a '.repeat(28)}12 b"@x.example`, `421 no "${'a '.repeat(28)}1234567890 b"@x.example`],
    [`421 no “${'a '.repeat(28)}12 b”(at)x`, `421 no “${'a '.repeat(28)}1234567890 b”(at)x`],
    // Found by the property below: parseReply takes the second 421 for the code once more.
    [
      "smtp;421 ' 421d13be357a1-7c5f0a1b2c3si123456785a.42",
      "smtp;421 ' 421d13be357a1-7c5f0a1b2c3si123456785b.42",
    ],
  ])('are not one elsewhere: %s', (one, other) => {
    expect(areOne(one, other)).toBe(false);
  });

  test('are one only where the figures cannot tell them apart', { timeout: 180_000 }, () => {
    const reply = fc.tuple(
      fc.constantFrom(...HEADS),
      fc.array(
        fc.oneof(
          words.map((word) => [word, word] as const),
          varying,
        ),
        { minLength: 1, maxLength: 9 },
      ),
      fc.nat(),
      fc.boolean(),
    );
    let pairs = 0;
    fc.assert(
      fc.property(reply, ([head, parts, seed, isShaped]) => {
        const one = head + parts.map(([word]) => word).join(' ');
        const other =
          head +
          parts
            .map(([word, instead], index) =>
              isShaped ? (word.length > 7 ? sameShape(word, seed + index) : word) : instead,
            )
            .join(' ');
        if (one === other || !areOne(one, other)) return;
        pairs++;
        expect(seen(other)).toEqual(seen(one));
      }),
      { numRuns: 150_000 },
    );
    expect(pairs).toBeGreaterThan(4_000);
  });
});

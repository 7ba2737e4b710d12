import { RECEIVERS } from './receivers.ts';
import type { Mail, Receiver } from './receivers.ts';

export const DAYS = ['quiet', 'storm'] as const;
/** What kind of day a file is about: one with 7 % deferrals, or one with 60 %, nine of ten answered 421. */
export type Day = (typeof DAYS)[number];

export const HEADER =
  'type,timeLogged,timeQueued,orig,rcpt,orcpt,dsnAction,dsnStatus,dsnDiag,dsnMta,bounceCat,srcType,srcMta,' +
  'dlvType,dlvSourceIp,dlvDestinationIp,dlvEsmtpAvailable,dlvSize,vmta,jobId,envId,queue,vmtaPool';

type RowType = 'd' | 'b' | 't' | 'tq';

/** Rows of each type out of a hundred. */
const TYPES: Readonly<Record<Day, Readonly<Record<RowType, number>>>> = {
  quiet: { d: 88, b: 4, t: 7, tq: 1 },
  storm: { d: 36, b: 3, t: 60, tq: 1 },
};
const SHARE_OF_421: Readonly<Record<Day, number>> = { quiet: 0.8, storm: 0.9 };
const VMTAS = 12;
const MIDNIGHT = Date.UTC(2026, 0, 15);
const SECONDS_OF_A_DAY = 86_400;

/** What PowerMTA writes of a delivery beside the receiver's words, by type. */
const OUTCOMES = {
  d: { action: 'relayed', status: '2.0.0 (success)', category: '' },
  b: { action: 'failed', status: '5.1.1 (bad destination mailbox address)', category: 'bad-mailbox' },
  t: {
    action: 'delayed',
    status: '4.7.0 (other or undefined security status)',
    category: 'policy-related',
  },
} as const;

/** The rows of a day in the order of time, forever: take as many as needed. The same seed gives the same rows. */
export function* rowsOf(day: Day, seed: number, rowsInDay: number): Generator<string, never, undefined> {
  const random = generator(seed);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
  const types = inShares(Object.entries(TYPES[day]) as [RowType, number][]);
  const receivers = inShares(RECEIVERS.map((receiver) => [receiver, receiver.share] as const));
  for (let index = 0; ; index++) {
    const instant = new Date(MIDNIGHT + Math.floor((index / rowsInDay) * SECONDS_OF_A_DAY) * 1000);
    const text = instant.toISOString();
    const time = `${text.slice(0, 10)} ${text.slice(11, 19)}+0000`;
    const receiver = pick(receivers);
    const type = pick(types);
    const vmta = Math.floor(random() * VMTAS);
    const ip = `203.0.113.${7 + vmta}`;
    // A few domains get most of the mail, as everywhere.
    const which = Math.floor(random() ** 3 * receiver.domains.length);
    const domain = receiver.domains[which]!;
    const host = receiver.hosts[(which + Math.floor(random() * 2)) % receiver.hosts.length]!;
    const address = `192.0.2.${(which * 7) % 250}`;
    const queue = `${receiver.rollup ?? domain}/vmta${vmta}`;
    // A number of the generator has 32 bits.
    const serial = Math.floor(random() * 2 ** 26) * 2 ** 26 + Math.floor(random() * 2 ** 26);
    const id = serial.toString(36);
    if (type === 'tq') {
      const reply = random() < 0.5 ? '' : 'smtp;421 4.4.1 Connection timed out';
      yield `tq,${time},,,,,,4.4.1 (no answer from host),${reply},${host} (${address}),,,,smtp,${ip},,,,vmta${vmta},,,${queue},\r\n`;
      continue;
    }
    const mail: Mail = { serial, ip, recipient: `user.${id}@${domain}`, instant };
    const reply = quoted(`smtp;${replyTo(mail, type, receiver, day, random)}`);
    const { action, status, category } = OUTCOMES[type];
    yield (
      `${type},${time},${time},bounce-${id}-${index}@bounce.sender.example,${mail.recipient},,${action},` +
      `${status},${reply},${host} (${address}),${category},api,feeder.sender.example (198.51.100.9),smtp,${ip},` +
      `${address},"ENHANCEDSTATUSCODES,8BITMIME,SMTPUTF8,SIZE,PIPELINING",${20_000 + (index % 9_000)},` +
      `vmta${vmta},job${index % 40},env${id},${queue},pool${vmta % 3}\r\n`
    );
  }
}

function replyTo(
  mail: Mail,
  type: Exclude<RowType, 'tq'>,
  receiver: Receiver,
  day: Day,
  random: () => number,
): string {
  if (type === 'd') return receiver.accepted(mail);
  if (type === 'b') return receiver.refused(mail);
  const replies = random() < SHARE_OF_421[day] ? receiver.throttled : receiver.putOff;
  return replies[Math.floor(random() * replies.length)]!(mail);
}

function quoted(field: string): string {
  return /[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** Each value as often as its share says. */
function inShares<Value>(shares: readonly (readonly [Value, number])[]): Value[] {
  return shares.flatMap(([value, share]) => Array.from({ length: share }, () => value));
}

/** mulberry32: the same numbers from 0 to 1 for the same seed on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

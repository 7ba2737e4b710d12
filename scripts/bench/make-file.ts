import { closeSync, openSync, writeSync } from 'node:fs';

/** What kind of day a generated file tells of. */
export type Day = 'quiet' | 'storm';

const HEADER =
  'type,timeLogged,timeQueued,orig,rcpt,orcpt,dsnAction,dsnStatus,dsnDiag,dsnMta,bounceCat,srcType,srcMta,' +
  'dlvType,dlvSourceIp,dlvDestinationIp,dlvEsmtpAvailable,dlvSize,vmta,jobId,envId,queue,vmtaPool';

interface Receiver {
  /** Out of a hundred rows. */
  share: number;
  domains: readonly string[];
  hosts: readonly string[];
  accepted: (id: string) => string;
  deferred: readonly ((id: string) => string)[];
  refused: (id: string) => string;
  rollup?: string;
}

const numbered = (count: number, name: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => name(index));

/** As Gmail writes the id of a transaction: `af79cd13be357-7c5f0a1b2c3si123456785a.42`. */
const googleId = (id: string): string =>
  `${id.padEnd(11, '0')}b3-7c${id.padEnd(11, '5')}si812345${id.slice(-3)}wrq.42`;

/** Nine deferrals of ten throttle the sender, and all these are 421; the others are about one mailbox. */
const OVER_QUOTA = 'smtp;452 4.2.2 The email account that you tried to reach is over quota.';

const RECEIVERS: readonly Receiver[] = [
  {
    share: 42,
    domains: [
      'gmail.com',
      'gmail.com',
      'gmail.com',
      'googlemail.com',
      ...numbered(60, (n) => `workspace${n}.example`),
    ],
    hosts: numbered(5, (n) =>
      n === 0 ? 'gmail-smtp-in.l.google.com' : `alt${n}.gmail-smtp-in.l.google.com`,
    ),
    accepted: (id) => `smtp;250 2.0.0 OK  1768435203 ${googleId(id)} - gsmtp`,
    deferred: [
      (id) =>
        `smtp;421 4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP address. To protect our users from spam, mail sent from your IP address has been temporarily rate limited. For more information, go to https://support.google.com/mail/?p=UnsolicitedRateLimitError to review our Bulk Email Senders Guidelines. ${googleId(id)} - gsmtp`,
      (id) =>
        `smtp;421 4.7.0 This message is suspicious due to the very low reputation of the sending domain. To best protect our users from spam, the message has been temporarily rate limited. ${googleId(id)} - gsmtp`,
    ],
    refused: (id) =>
      `smtp;550 5.1.1 The email account that you tried to reach does not exist. ${googleId(id)} - gsmtp`,
  },
  {
    share: 18,
    domains: ['outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'hotmail.fr'],
    hosts: numbered(4, (n) => `outlook-com${n === 0 ? '' : n}.olc.protection.outlook.com`),
    accepted: (id) =>
      `smtp;250 2.6.0 <${id}@mailer.example> [InternalId=${id.length}12345, Hostname=AM0PR0.eurprd.prod.outlook.com] Queued mail for delivery`,
    deferred: [
      (id) =>
        `smtp;421 RP-001 (SNT004-MC${id.charCodeAt(2) % 9}F${10 + (id.charCodeAt(3) % 40)}) Unfortunately, some messages from 203.0.113.7 weren't sent. Please try again. We have limits for how many messages can be sent per hour and per day. You can also refer to http://mail.live.com/mail/troubleshooting.aspx#errors.`,
    ],
    refused: () => 'smtp;550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302).',
  },
  {
    share: 14,
    domains: ['yahoo.com', 'ymail.com', 'aol.com', 'yahoo.fr', 'att.net'],
    hosts: numbered(3, (n) => `mta${n + 5}.am0.yahoodns.net`),
    accepted: () => 'smtp;250 ok dirdel',
    deferred: [
      () =>
        'smtp;421 4.7.0 [TSS04] Messages from 203.0.113.7 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes',
    ],
    refused: () =>
      'smtp;554 30 Sorry, your message to user cannot be delivered. This mailbox is disabled (554.30).',
    rollup: 'yahoo.rollup',
  },
  {
    share: 8,
    domains: ['icloud.com', 'me.com', 'mac.com'],
    hosts: ['mx01.mail.icloud.com', 'mx02.mail.icloud.com'],
    accepted: (id) => `smtp;250 2.0.0 Ok: queued as ${id.slice(0, 10).toUpperCase()}`,
    deferred: [() => 'smtp;421 4.7.1 Messages to you deferred due to excessive volume. Try again later'],
    refused: () => 'smtp;550 5.1.1 <user>: user does not exist',
  },
  {
    share: 18,
    domains: numbered(3_000, (n) => `company${n}.example`),
    hosts: numbered(900, (n) => `mx.hoster${n}.example`),
    accepted: (id) => `smtp;250 2.0.0 Ok: queued as ${id.slice(0, 11).toUpperCase()}`,
    deferred: [
      () => 'smtp;421 4.3.2 Service not available, closing transmission channel',
      () => 'smtp;421 4.7.0 mx1 Error: too many connections from 203.0.113.7',
    ],
    refused: () => 'smtp;550 5.7.1 Message rejected due to content restrictions',
  },
];

const STATUS: Record<string, string> = {
  d: '2.0.0 (success)',
  b: '5.1.1 (bad destination mailbox address)',
  t: '4.7.0 (other or undefined security status)',
};

/** mulberry32: the same rows for the same seed on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The rows of a day in the order of time, forever: take as many as needed. */
function* rowsOf(day: Day, seed: number, rowsInDay: number): Generator<string, never, undefined> {
  const random = generator(seed);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
  const types = typesOf(day);
  const receivers = RECEIVERS.flatMap((receiver) => Array.from({ length: receiver.share }, () => receiver));
  const start = Date.UTC(2026, 0, 15);
  for (let index = 0; ; index++) {
    const time = stamp(start + Math.floor((index / rowsInDay) * 86_400) * 1000);
    const receiver = pick(receivers);
    const type = pick(types);
    const vmta = Math.floor(random() * 12);
    const ip = `203.0.113.${7 + vmta}`;
    // A few domains get most of the mail, as everywhere.
    const which = Math.floor(random() ** 3 * receiver.domains.length);
    const domain = receiver.domains[which]!;
    const host = receiver.hosts[(which + Math.floor(random() * 2)) % receiver.hosts.length]!;
    const mx = `${host} (192.0.2.${(which * 7) % 250})`;
    const queue = `${receiver.rollup ?? domain}/vmta${vmta}`;
    const id = Math.floor(random() * 2 ** 52).toString(36);
    if (type === 'tq') {
      const [status, diag] =
        random() < 0.5
          ? ['4.4.1 (no answer from host)', '']
          : ['4.4.1 (no answer from host)', 'smtp;421 4.4.1 Connection timed out'];
      yield `tq,${time},,,,,,${status},${diag},${mx},,,,smtp,${ip},,,,vmta${vmta},,,${queue},\r\n`;
      continue;
    }
    const diag =
      type === 'd'
        ? receiver.accepted(id)
        : type === 'b'
          ? receiver.refused(id)
          : deferral(receiver, id, random);
    const words = diag.includes(',') || diag.includes('"') ? `"${diag.replaceAll('"', '""')}"` : diag;
    const action = type === 'd' ? 'relayed' : type === 'b' ? 'failed' : 'delayed';
    const category = type === 'd' ? '' : type === 'b' ? 'bad-mailbox' : 'policy-related';
    yield (
      `${type},${time},${time},bounce-${id}-${index}@bounce.sender.example,user.${id}@${domain},,${action},` +
      `${STATUS[type]},${words},${mx},${category},api,feeder.sender.example (198.51.100.9),smtp,${ip},` +
      `192.0.2.${(which * 7) % 250},"ENHANCEDSTATUSCODES,8BITMIME,SMTPUTF8,SIZE,PIPELINING",${20_000 + (index % 9_000)},` +
      `vmta${vmta},job${index % 40},env${id},${queue},pool${vmta % 3}\r\n`
    );
  }
}

/** Types by their share of a hundred rows. */
function typesOf(day: Day): string[] {
  const shares = day === 'quiet' ? { d: 88, b: 4, t: 7, tq: 1 } : { d: 36, b: 3, t: 60, tq: 1 };
  return Object.entries(shares).flatMap(([type, share]) => Array.from({ length: share }, () => type));
}

/** One of the receiver's deferrals, with an id of its own where the receiver writes one. */
function deferral(receiver: Receiver, id: string, random: () => number): string {
  if (random() < 0.1) return OVER_QUOTA;
  return receiver.deferred[Math.floor(random() * receiver.deferred.length)]!(id);
}

function stamp(instant: number): string {
  const text = new Date(instant).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 19)}+0000`;
}

/** Writes a file of at least `bytes` bytes that ends with a whole row. */
export function makeFile(path: string, day: Day, bytes: number, seed = 20_260_115): void {
  const file = openSync(path, 'w');
  const rows = rowsOf(day, seed, Math.ceil(bytes / (day === 'quiet' ? 470 : 530)));
  let written = writeSync(file, `${HEADER}\r\n`);
  while (written < bytes) {
    const lines: string[] = [];
    for (let count = 0; count < 2_000; count++) lines.push(rows.next().value);
    written += writeSync(file, lines.join(''));
  }
  closeSync(file);
}

import { randomFrom } from '../sample-day/random.ts';

/** Stands for the name of the host that ships the content. */
export const HOST = 'HOST';
/** Stands for the addresses of its two sources. */
export const ADDRESSES = ['192.0.2.250', '192.0.2.251'] as const;

const ROWS = 5_000;
/** Rows by which a file has grown when it is shipped once more. */
const ROWS_MORE = 60;
const DOMAINS_BY_ISP = 6;
/** The deferred share of the rows of one domain of each ISP; the other domains have no deferrals. */
const DEFERRED = 0.3;
const MINUTES = 5;

/** MX and replies of nine ISPs. */
const RECEIVERS = [
  {
    mx: 'gmail-smtp-in.l.google.com',
    replies: [
      '421 4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP address.',
      '421 4.7.0 This message is suspicious due to the very low reputation of the sending domain.',
    ],
  },
  {
    mx: 'outlook-com.olc.protection.outlook.com',
    replies: [
      '451 4.7.650 The mail server [203.0.113.7] has been temporarily rate limited due to IP reputation.',
      '452 4.2.2 The email account that you tried to reach is over quota.',
    ],
  },
  {
    mx: 'example-com.mail.protection.outlook.com',
    replies: [
      '451 4.7.500 Server busy. Please try again later.',
      '452 4.2.2 The email account that you tried to reach is over quota.',
    ],
  },
  {
    mx: 'mta5.am0.yahoodns.net',
    replies: [
      '421 4.7.0 [TSS04] Messages from 203.0.113.7 temporarily deferred due to unexpected volume or user complaints',
      '451 4.3.2 Internal error reading data',
    ],
  },
  {
    mx: 'mx01.mail.icloud.com',
    replies: [
      '421 4.7.1 Messages to you deferred due to excessive volume. Try again later',
      '452 4.2.2 Mailbox full',
    ],
  },
  {
    mx: 'mx00.gmx.net',
    replies: ['421 4.7.0 Too many connections, try again later', '452 4.2.2 Mailbox full'],
  },
  {
    mx: 'mx1.comcast.net',
    replies: ['421 4.1.0 203.0.113.7 Throttled - try again later', '452 4.2.2 Mailbox full'],
  },
  {
    mx: 'smtp-in.orange.fr',
    replies: ['421 4.7.0 Service refused, please try later', '452 4.2.2 Mailbox full'],
  },
  {
    mx: 'mx.hoster.example',
    replies: [
      '421 4.3.2 Service not available, closing transmission channel',
      '450 4.7.1 Client host rejected: too many connections, try again later',
    ],
  },
] as const;

const HEADER = 'type,timeLogged,orig,rcpt,dsnAction,dsnStatus,dsnDiag,dsnMta,dlvSourceIp,vmta,queue\n';

/**
 * What a busy sender writes in five minutes: the same text for the same seed. A later version begins with the same
 * rows and has some more.
 *
 * @param begins Milliseconds since 1970.
 */
export function contentOf(seed: number, version: number, begins: number): string {
  const random = randomFrom(seed);
  const rows = [HEADER];
  const count = ROWS + (version - 1) * ROWS_MORE;
  for (let row = 0; row < count; row++) {
    const receiver = random.between(0, RECEIVERS.length - 1);
    const { mx, replies } = RECEIVERS[receiver]!;
    const number = random.between(0, DOMAINS_BY_ISP - 1);
    const domain = `company${receiver}-${number}.example`;
    const source = random.between(0, ADDRESSES.length - 1);
    const isDeferred = number === 0 && random.chance(DEFERRED);
    const reply = isDeferred ? replies[random.between(0, replies.length - 1)]! : '250 2.0.0 OK';
    const second = Math.floor((row / count) * MINUTES * 60);
    const time = new Date(begins + second * 1000).toISOString();
    rows.push(
      `${isDeferred ? 't' : 'd'},${time.slice(0, 10)} ${time.slice(11, 19)}+0000,` +
        `bounce-${row}@sender.example,user.${row}@${domain},${isDeferred ? 'delayed' : 'relayed'},` +
        `${isDeferred ? '4.7.0 (other or undefined security status)' : '2.0.0 (success)'},` +
        `"smtp;${reply}",${mx} (192.0.2.${receiver}),${ADDRESSES[source]},${HOST}-${source},` +
        `${domain}/${HOST}-${source}\n`,
    );
  }
  return rows.join('');
}

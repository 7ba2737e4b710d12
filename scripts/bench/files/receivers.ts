import { gmailId, longQueueId, microsoftReceipt, microsoftTrailer, shortQueueId } from './reply-ids.ts';

/** One message, as far as the replies to it name it. */
export interface Mail {
  /** Another for each row, below 2 ** 52. */
  serial: number;
  /** The address that it is sent from. */
  ip: string;
  recipient: string;
  /** When it is answered, to the second. */
  instant: Date;
}

type Reply = (mail: Mail) => string;

/** A receiver and what it says, in the words and with the ids of the real one. */
export interface Receiver {
  /** Out of a hundred rows. */
  share: number;
  domains: readonly string[];
  hosts: readonly string[];
  accepted: Reply;
  /** Deferrals that slow the sender down. All are 421, so that "421" and "throttled" are the same rows. */
  throttled: readonly Reply[];
  /** Deferrals that are about one mailbox or the receiver itself. None is 421, none counts as throttled. */
  putOff: readonly Reply[];
  refused: Reply;
  /** The queue of all its domains. */
  rollup?: string;
}

const numbered = (count: number, name: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => name(index));

const GMAIL: Receiver = {
  share: 42,
  domains: [
    'gmail.com',
    'gmail.com',
    'gmail.com',
    'googlemail.com',
    ...numbered(60, (n) => `workspace${n}.example`),
  ],
  hosts: numbered(5, (n) => (n === 0 ? 'gmail-smtp-in.l.google.com' : `alt${n}.gmail-smtp-in.l.google.com`)),
  accepted: ({ serial, instant }) => `250 2.0.0 OK  ${instant.getTime() / 1000} ${gmailId(serial)} - gsmtp`,
  throttled: [
    ({ serial }) =>
      `421 4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP address. To protect our users from spam, mail sent from your IP address has been temporarily rate limited. For more information, go to https://support.google.com/mail/?p=UnsolicitedRateLimitError to review our Bulk Email Senders Guidelines. ${gmailId(serial)} - gsmtp`,
    ({ serial, ip }) =>
      `421 4.7.0 [${ip}] Our system has detected that this message is suspicious due to the very low reputation of the sending domain. To best protect our users from spam, the message has been blocked. Please visit https://support.google.com/mail/answer/188131 for more information. ${gmailId(serial)} - gsmtp`,
  ],
  putOff: [
    ({ serial }) =>
      `452 4.2.2 The recipient's inbox is out of storage space. Please direct the recipient to https://support.google.com/mail/?p=OverQuotaTemp ${gmailId(serial)} - gsmtp`,
    ({ serial }) => `451 4.3.0 Mail server temporarily rejected message. ${gmailId(serial)} - gsmtp`,
  ],
  refused: ({ serial }) =>
    `550 5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address for typos or unnecessary spaces. For more information, go to https://support.google.com/mail/?p=NoSuchUser ${gmailId(serial)} - gsmtp`,
};

const OUTLOOK: Receiver = {
  share: 18,
  domains: ['outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'hotmail.fr'],
  hosts: numbered(4, (n) => `outlook-com${n === 0 ? '' : n}.olc.protection.outlook.com`),
  accepted: ({ serial }) => `250 2.6.0 <${serial.toString(36)}@mailer.example> ${microsoftReceipt(serial)}`,
  throttled: [
    ({ serial, instant }) =>
      `421 RP-001 The mail server IP connecting to Outlook.com server has exceeded the rate limit allowed. Reason for rate limitation is related to IP/domain reputation. If you are not an email/network admin please contact your Email/Internet Service Provider for help. ${microsoftTrailer(serial, instant)}`,
    ({ serial, instant }) =>
      `421 4.3.2 The maximum number of concurrent connections per resource forest has exceeded a limit, closing transmission channel. ${microsoftTrailer(serial, instant)}`,
  ],
  putOff: [
    ({ serial, instant }) =>
      `452 4.3.1 Insufficient system resources (TSTE) ${microsoftTrailer(serial, instant)}`,
  ],
  refused: ({ serial, instant }) =>
    `550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302). ${microsoftTrailer(serial, instant)}`,
};

const YAHOO: Receiver = {
  share: 14,
  domains: ['yahoo.com', 'ymail.com', 'aol.com', 'yahoo.fr', 'att.net'],
  hosts: numbered(3, (n) => `mta${n + 5}.am0.yahoodns.net`),
  accepted: () => '250 ok dirdel',
  throttled: [
    ({ ip }) =>
      `421 4.7.0 [TSS04] Messages from ${ip} temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes`,
  ],
  putOff: [() => '451 Resources temporarily not available - Please try again later [#4.16.5].'],
  refused: ({ recipient }) =>
    `554 30 Sorry, your message to ${recipient} cannot be delivered. This mailbox is disabled (554.30).`,
  rollup: 'yahoo.rollup',
};

const APPLE: Receiver = {
  share: 8,
  domains: ['icloud.com', 'me.com', 'mac.com'],
  hosts: ['mx01.mail.icloud.com', 'mx02.mail.icloud.com'],
  accepted: ({ serial }) => `250 2.0.0 Ok: queued as ${shortQueueId(serial)}`,
  throttled: [
    ({ recipient }) =>
      `421 4.7.1 Messages to ${recipient} deferred due to excessive volume. Try again later - https://support.apple.com/en-us/HT204137`,
  ],
  putOff: [({ recipient }) => `452 4.2.2 <${recipient}>: user is over quota`],
  refused: ({ recipient }) => `550 5.1.1 <${recipient}>: user does not exist`,
};

/** Thousands of small domains at hundreds of hosters, with the words of Postfix and of GoDaddy. */
const HOSTERS: Receiver = {
  share: 18,
  domains: numbered(3_000, (n) => `company${n}.example`),
  hosts: numbered(900, (n) => `mx.hoster${n}.example`),
  accepted: ({ serial }) => `250 2.0.0 Ok: queued as ${longQueueId(serial)}`,
  throttled: [
    ({ ip }) => `421 4.7.0 mx1 Error: too many connections from ${ip}`,
    () =>
      '421 Connection refused, too many sessions from This IP. Lower the number of concurrent sessions. IB007',
  ],
  putOff: [
    ({ recipient }) => `452 4.2.2 <${recipient}> Quota exceeded (mailbox for user is full)`,
    ({ recipient }) =>
      `450 4.1.1 <${recipient}>: Recipient address rejected: unverified address: Address verification in progress`,
  ],
  refused: () => '550 5.7.1 Message rejected due to content restrictions',
};

export const RECEIVERS: readonly Receiver[] = [GMAIL, OUTLOOK, YAHOO, APPLE, HOSTERS];

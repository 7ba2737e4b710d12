import type { Receiver, ReceiverName, Source } from './cast.ts';
import type { Random } from './random.ts';

/** What a receiver said to one attempt, as PowerMTA writes it down. */
export interface Answer {
  type: 'd' | 'b' | 't';
  /** `dsnStatus`: code and PowerMTA's words for it. */
  status: string;
  /** The reply, without the leading `smtp;`. */
  reply: string;
  bounceCat: string;
}

/** One attempt to hand over one message. */
export interface Attempt {
  receiver: Receiver;
  domain: string;
  source: Source;
  /** Hours since the day began, with fraction. */
  hour: number;
  mailboxFull: boolean;
  random: Random;
}

const OTHER_SECURITY = '4.7.0 (other or undefined security status)';
const CONGESTED = '4.4.5 (system congestion)';
const UNDEFINED = '4.0.0 (undefined status)';

function deferred(status: string, reply: string, bounceCat = 'policy-related'): Answer {
  return { type: 't', status, reply, bounceCat };
}

function bounced(status: string, reply: string, bounceCat: string): Answer {
  return { type: 'b', status, reply, bounceCat };
}

/** The value that belongs to an hour of the day, 0 outside of the table. */
function at(hour: number, table: Readonly<Record<number, number>>): number {
  return table[Math.floor(hour)] ?? 0;
}

/**
 * The day: Gmail tires of news-1 until it blocks the IP; Yahoo defers everybody from 10 to 15 h; Microsoft 365 is
 * busy at noon; Outlook.com slows news-3 in the morning and refuses shop-2's IP in the evening. Mailboxes are full
 * all day. The times are UTC hours of the day; the words are the providers' own (see NOTICE).
 */
export function answer(attempt: Attempt): Answer {
  const troubled = TROUBLES[attempt.receiver.name];
  return mailboxFull(attempt) ?? troubled?.(attempt) ?? unknownUser(attempt) ?? accepted(attempt);
}

/** news-1 carries a win-back campaign from 7 h on; Google counts by IP. */
const NEWS_1_TOO_FAST = { 7: 0.02, 8: 0.14, 9: 0.3, 10: 0.38, 11: 0.2 };
const NEWS_1_LOW_REPUTATION = { 10: 0.1, 11: 0.42, 12: 0.4, 13: 0.3, 14: 0.3 };
const NEWS_1_BLOCKED = { 12: 0.3, 13: 0.45, 14: 0.5 };

function gmail({ source, hour, random }: Attempt): Answer | undefined {
  if (source.vmta === 'news-1') {
    if (random.chance(at(hour, NEWS_1_BLOCKED))) {
      return bounced(
        '5.7.1 (delivery not authorized)',
        `550 5.7.1 [${source.ip}      1] Gmail has detected an unusual rate of unsolicited mail originating from your IP address. To protect our users from spam, email sent from your IP address has been blocked. For more information, go to https://support.google.com/mail/?p=UnsolicitedIPError ${gmailId(random)} - gsmtp`,
        'spam-related',
      );
    }
    if (random.chance(at(hour, NEWS_1_LOW_REPUTATION))) {
      return deferred(
        UNDEFINED,
        `421-4.7.0 [${source.ip}      15] Gmail has detected that this message is 421-4.7.0 suspicious due to the very low reputation of the sending IP address. 421-4.7.0 To protect our users from spam, email sent from your IP address has 421-4.7.0 been temporarily rate limited. For more information, go to 421 4.7.0 https://support.google.com/mail/answer/188131 ${gmailId(random)} - gsmtp`,
      );
    }
    if (random.chance(at(hour, NEWS_1_TOO_FAST))) {
      return deferred(
        '4.7.28 (undefined status)',
        `421 4.7.28 Gmail has detected an unusual rate of unsolicited email originating from your IP address ${source.ip}. To protect our users from spam, email sent from your IP address has been temporarily rate limited. To review our bulk email senders guidelines, go to https://support.google.com/mail/?p=UnsolicitedRateLimitError ${gmailId(random)} - gsmtp`,
      );
    }
  }
  if (random.chance(0.004)) {
    return deferred(
      '4.2.1 (mailbox disabled, not accepting messages)',
      `450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered. Please resend your message at a later time. ${gmailId(random)} - gsmtp`,
      'inactive-mailbox',
    );
  }
  return undefined;
}

const YAHOO_DEFERS = { 10: 0.3, 11: 0.45, 12: 0.5, 13: 0.4, 14: 0.28 };

function yahoo({ source, hour, random }: Attempt): Answer | undefined {
  if (!random.chance(at(hour, YAHOO_DEFERS))) return undefined;
  return deferred(
    OTHER_SECURITY,
    `421 4.7.0 [TSS04] Messages from ${source.ip} temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes`,
  );
}

const OUTLOOK_SLOWS_NEWS_3 = { 8: 0.35, 9: 0.42, 10: 0.3 };
const OUTLOOK_REFUSES_SHOP_2 = { 18: 0.3, 19: 0.35, 20: 0.25 };

function outlook({ source, hour, random }: Attempt): Answer | undefined {
  if (source.vmta === 'news-3' && random.chance(at(hour, OUTLOOK_SLOWS_NEWS_3))) {
    return deferred(
      '4.7.650 (undefined status)',
      `451 4.7.650 The mail server [${source.ip}] has been temporarily rate limited due to IP reputation. For e-mail delivery information, see https://postmaster.live.com (S775) [Name=Protocol Filter Agent][AGT=PFA][MxId=11B0C4D7E2A9F6${random.between(10, 99)}] [DB1PEPF0003922E.eurprd03.prod.outlook.com]`,
    );
  }
  if (source.vmta === 'shop-2' && random.chance(at(hour, OUTLOOK_REFUSES_SHOP_2))) {
    return deferred(
      OTHER_SECURITY,
      '421 RP-001 The mail server IP connecting to Outlook.com server has exceeded the rate limit allowed. Reason for rate limitation is related to IP/domain reputation. If you are not an email/network admin please contact your Email/Internet Service Provider for help.',
    );
  }
  return undefined;
}

const MICROSOFT_365_BUSY = { 11: 0.12, 12: 0.3, 13: 0.22 };

function microsoft365({ source, hour, random }: Attempt): Answer | undefined {
  if (!random.chance(at(hour, MICROSOFT_365_BUSY))) return undefined;
  return deferred(
    '4.7.500 (undefined status)',
    `451 4.7.500 Server busy. Please try again later from [${source.ip}]. (AS77712344) [AM4PEPF00027A6${random.between(1, 9)}.eurprd04.prod.outlook.com]`,
  );
}

function apple({ domain, random }: Attempt): Answer | undefined {
  if (!random.chance(0.01)) return undefined;
  return deferred(
    '4.7.1 (delivery not authorized)',
    `421 4.7.1 Messages to ${syntheticLocalPart(random)}@${domain} deferred due to excessive volume. Try again later - https://support.apple.com/en-us/HT204137`,
  );
}

function orange({ hour, random }: Attempt): Answer | undefined {
  if (!random.chance(at(hour, { 6: 0.08, 16: 0.06 }))) return undefined;
  return deferred(
    CONGESTED,
    '421 4.2.0 Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR005_505 [505]',
    'other',
  );
}

function elsewhere({ domain, random }: Attempt): Answer | undefined {
  if (domain === 'university.example' && random.chance(0.25)) {
    return deferred(
      '4.2.0 (other or undefined mailbox status)',
      `450 4.2.0 <${syntheticLocalPart(random)}@${domain}>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/university.example.html`,
      'other',
    );
  }
  if (domain === 'townhall.example' && random.chance(0.05)) {
    return deferred(UNDEFINED, '451 4.0.0 XG-17: partition rebalance, handover running', 'other');
  }
  return undefined;
}

const TROUBLES: Partial<Record<ReceiverName, (attempt: Attempt) => Answer | undefined>> = {
  gmail,
  yahoo,
  outlook,
  'microsoft-365': microsoft365,
  apple,
  orange,
  elsewhere,
};

/** Full mailboxes say nothing about the sender, however often they are tried. */
function mailboxFull({ receiver, domain, mailboxFull: full, random }: Attempt): Answer | undefined {
  if (!full) return undefined;
  const status = '4.2.2 (mailbox full)';
  if (receiver.name === 'gmail') {
    return deferred(
      status,
      `452 4.2.2 The recipient's inbox is out of storage space. Please direct the recipient to https://support.google.com/mail/?p=OverQuotaTemp ${gmailId(random)} - gsmtp`,
      'quota-issues',
    );
  }
  return deferred(
    status,
    `452 4.2.2 <${syntheticLocalPart(random)}@${domain}>: Mailbox full, "quota" exceeded`,
    'quota-issues',
  );
}

function unknownUser({ domain, random }: Attempt): Answer | undefined {
  if (!random.chance(0.006)) return undefined;
  return bounced(
    '5.1.1 (bad destination mailbox address)',
    `550 5.1.1 <${syntheticLocalPart(random)}@${domain}>: Recipient address rejected: User unknown in "local" table`,
    'bad-mailbox',
  );
}

function accepted({ receiver, random }: Attempt): Answer {
  const id = random.between(100_000, 999_999).toString(36);
  return { type: 'd', status: '2.0.0 (success)', reply: `${receiver.accepted} ${id}`, bounceCat: '' };
}

/** A connection or greeting that failed takes a whole queue with it: a tq row. */
export function connectionFailure({
  receiver,
  source,
  hour,
  random,
}: Omit<Attempt, 'mailboxFull'>): Pick<Answer, 'status' | 'reply'> | undefined {
  if (receiver.name === 'yahoo' && random.chance(at(hour, YAHOO_DEFERS) / 12)) {
    return {
      status: OTHER_SECURITY,
      reply: `421 4.7.0 [TSS04] Messages from ${source.ip} temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes`,
    };
  }
  if (receiver.name === 'elsewhere' && random.chance(0.02)) {
    return { status: '4.4.1 (no answer from host)', reply: '421 4.4.1 Connection timed out' };
  }
  if (receiver.name === 'orange' && random.chance(0.01)) {
    return { status: '4.4.1 (no answer from host)', reply: '' };
  }
  return undefined;
}

/** Plainly made up, at a domain where somebody else might live. */
export function syntheticLocalPart(random: Random): string {
  return `u${random.between(1000, 9999)}`;
}

function gmailId(random: Random): string {
  return `a640c23a62f3a-ab${random.between(100_000, 999_999)}si${random.between(1000, 9999)}`;
}

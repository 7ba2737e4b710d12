import { SENDER_DOMAIN } from '../../advice/causes.ts';
import { PER_CONNECTION } from '../../advice/one-session.ts';
import { anyOf } from '../../define-rules.ts';
import type { RuleDefinition } from '../../rule.ts';
import { PAGE, KUMOMTA_SINK, SISIMAI, FIELD_MANUAL } from './yahoo-sources.ts';

/** Yahoo: authentication, the sender’s domain, limits, recipients and the form of a message. */
export const yahooMailDefinitions: readonly RuleDefinition[] = [
  {
    id: 'yahoo.authentication',
    pattern: anyOf(
      /unauthenticated|either spf or dkim|dmarc|dkim|failed authentication|authentication (?:checks?|failure)/,
      /not accepted for policy reasons/,
    ),
    category: 'authentication',
    meaning: 'The mail failed SPF, DKIM or the DMARC policy of its domain.',
    source: `${PAGE}; Yahoo help SLN7253`,
    note: '5.7.9 "for policy reasons" is what Yahoo answers to mail that fails the DMARC or DKIM policy of its domain; with [PH01] it is about content.',
    examples: [
      {
        text: '550 5.7.9 This mail has been blocked because the sender is unauthenticated. Yahoo requires all senders to authenticate with either SPF or DKIM.',
        source: SISIMAI,
      },
      {
        text: '554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes',
        source: SISIMAI,
      },
    ],
  },
  {
    id: 'yahoo.reverse-dns',
    pattern: /fix reverse dns|reverse dns|ptr record|failure in dns look-?up|without a valid sender/,
    category: 'configuration',
    scope: 'ip',
    meaning: "The IP's reverse name is missing or does not resolve.",
    source: PAGE,
    examples: [
      {
        text: 'smtp;550 5.7.1 Connections not accepted from servers without a valid sender example.com. Fix reverse DNS for x.xx.xx.xx',
        source: `${FIELD_MANUAL} (AT&T, before it moved to Yahoo)`,
      },
    ],
  },
  {
    id: 'yahoo.sender-domain',
    pattern: /unresolvable/,
    category: 'configuration',
    scope: 'domain',
    meaning: "The sender's domain does not resolve.",
    source: PAGE,
    advice: SENDER_DOMAIN,
    examples: [
      {
        text: '451 Message temporarily deferred due to unresolvable RFC.5321 from domain. See https://senders.yahooinc.com/error-codes#unresolvable-from-domain',
        source: SISIMAI,
      },
    ],
  },
  {
    id: 'yahoo.recipient-rate',
    pattern: /receiving (?:e?mails?|messages?) too quickly/,
    category: 'rate-limit',
    scope: 'recipient',
    meaning: 'A mailbox gets more mail at once than Yahoo lets it take.',
    source: SISIMAI,
    examples: [{ text: '450 User is receiving mail too quickly', source: SISIMAI }],
  },
  {
    id: 'yahoo.max-messages-per-connection',
    pattern: /max(?:imum)? (?:number of )?messages? per (?:connection|session)/,
    category: 'connection-limit',
    meaning:
      'A connection has carried as many messages as Yahoo takes over one; the next connection is welcome.',
    ofOneSession: true,
    advice: PER_CONNECTION,
    source: FIELD_MANUAL,
    examples: [
      {
        text: 'smtp;421 Max message per connection reached, closing transmission channel',
        source: FIELD_MANUAL,
      },
      {
        text: '421 421 Max message per connection reached closing transmission channel',
        source: KUMOMTA_SINK,
      },
    ],
  },
  {
    id: 'yahoo.too-many-connections',
    pattern: /too many (?:concurrent |simultaneous )?(?:smtp )?(?:connections|sessions)|connection limit/,
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'This IP holds more connections open than Yahoo takes from it.',
    source: 'public notes on Yahoo replies (id66687886479 of a public code index, 2026)',
    examples: [
      {
        text: '421 4.7.0 Too many connections from your IP',
        source: 'public notes on Yahoo replies (id66687886479 of a public code index, 2026)',
      },
    ],
  },
  {
    id: 'yahoo.recipient',
    pattern: anyOf(
      /doesn't have an? .{0,60}account|no longer valid/,
      /(?:mailbox|account) (?:is |has been )?(?:disabled|discontinued|not found|unavailable|full)/,
      /mailbox for .{0,40}is full|over quota|user (?:is )?unknown|no such (?:user|mailbox)|addressee unknown/,
      /invalid address|does not exist|not a valid (?:user|mailbox)|mail action aborted/,
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The recipient does not exist, is closed or full.',
    source: `${PAGE}; ${FIELD_MANUAL}`,
    examples: [
      {
        text: "smtp;554 delivery error: dd This user doesn't have a yahoo.com account (user@yahoo.com) [-9] - mta4057.mail.bf1.yahoo.com",
        source: FIELD_MANUAL,
      },
      {
        text: 'smtp;554 delivery error: dd Sorry, your message to user@aol.com cannot be delivered. This mailbox is disabled (554.30). - mta4057.mail.bf1.yahoo.com',
        source: FIELD_MANUAL,
      },
      {
        text: '552 1 Requested mail action aborted, mailbox not found (in reply to end of DATA command)',
        source: SISIMAI,
      },
    ],
  },
  {
    id: 'yahoo.message-form',
    pattern: /not rfc ?compliant|not <id> compliant|message not allowed|header/,
    category: 'content',
    meaning: 'The headers of the message do not follow the standard, or Yahoo does not allow the message.',
    source: PAGE,
    examples: [
      { text: 'smtp;554 Message not allowed - Headers are not RFC compliant[291]', source: FIELD_MANUAL },
      { text: 'smtp;554 Message not allowed - [299]', source: FIELD_MANUAL },
    ],
  },
];

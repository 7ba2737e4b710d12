import { ONE_SESSION } from '../../advice/one-session.ts';
import { anyOf } from '../../define-rules.ts';
import type { RuleDefinition } from '../../rule.ts';
import { ANALYSIS_421 } from '../../sources.ts';
import { PAGE, PAGE_2023, FIELD_MANUAL_550 } from './gmail-sources.ts';

/** Gmail: the mailbox, and what one transaction, connection or customer may send. */
export const gmailMailboxDefinitions: readonly RuleDefinition[] = [
  {
    id: 'gmail.recipient-rate',
    pattern: /receiving (?:e?mails?|messages?) (?:too quickly|at a rate|too fast)/,
    category: 'rate-limit',
    scope: 'recipient',
    meaning: 'A mailbox gets more mail at once than Gmail lets it take; nothing is wrong with the sender.',
    source: PAGE,
    note: 'The 421 Analysis prints it as 421 4.2.1 and calls it normal; Gmail sends 450 4.2.1 and, when it lasts, 550 5.2.1.',
    examples: [
      {
        text: '450 4.2.1 The user you are trying to contact is receiving email at a rate that prevents additional messages from being delivered. Please resend your message at a later time. If the user is able to receive email at that time, your message will be delivered. For more information, go to Limits for sending & getting email.',
        source: PAGE,
      },
      {
        text: '450 4.2.1 The user you are trying to contact is receiving email too quickly. Please resend your message at a later time. If the user is able to receive email at that time, your message will be delivered. For more information, go to Limits for sending & getting email.',
        source: PAGE,
      },
      {
        text: '421 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered.',
        source: ANALYSIS_421,
      },
      {
        text: 'smtp;550 5.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered. For more information, please visit https://support.google.com/mail/?p=ReceivingRatePerm - gsmtp',
        source: FIELD_MANUAL_550,
      },
    ],
  },
  {
    id: 'gmail.over-quota',
    pattern: /out of storage|over (?:its )?quota|(?<!sending |^e-?mail )quota exceeded/,
    category: 'recipient',
    scope: 'recipient',
    meaning: "The recipient's storage is full.",
    source: PAGE,
    examples: [
      {
        text: "452 4.2.2 The recipient's inbox is out of storage space. Please direct the recipient to Manage files in your Google Drive storage.",
        source: PAGE,
      },
      {
        text: '452 4.2.2 The email account that you tried to reach is over quota. Please direct the recipient to Clear Google Drive space & increase storage.',
        source: PAGE_2023,
      },
    ],
  },
  {
    id: 'gmail.no-such-user',
    pattern: anyOf(
      /that you tried to reach (?:does not|doesn't) exist|no such user|nosuchuser|find the recipient domain/,
      /recipient address .{0,80}not a valid/,
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The recipient or its domain does not exist.',
    source: PAGE,
    examples: [
      {
        text: "550 5.1.1 The email account that you tried to reach does not exist. Please double-check the recipient's email address for typos or unnecessary spaces. For more information, go to Fix bounced or rejected emails.",
        source: PAGE,
      },
      {
        text: "553 5.1.2 We weren't able to find the recipient domain. Please check for any spelling errors and make sure you didn't enter any spaces, periods, or other punctuation after the recipient's email address.",
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.account-disabled',
    pattern: /tried to reach is (?:disabled|inactive)|disableduser/,
    category: 'recipient',
    scope: 'recipient',
    meaning: "The recipient's account is disabled or unused.",
    source: PAGE,
    examples: [
      {
        text: '550 5.2.1 The email account that you tried to reach is inactive. For more information, go to https://support.google.com/mail/?p=DisabledUser',
        source: PAGE,
      },
      { text: '550 5.2.1 The email account that you tried to reach is disabled.', source: PAGE_2023 },
    ],
  },
  {
    id: 'gmail.too-many-recipients',
    pattern: /too many recipients|policy size per transaction/,
    category: 'rate-limit',
    meaning: 'There were too many recipients, or too large recipient policies, in one transaction.',
    ofOneSession: true,
    advice: ONE_SESSION,
    source: PAGE,
    examples: [
      {
        text: "452 4.5.3 Your message has too many recipients. For more information regarding Google's sending limits, go to Limits for sending & getting email.",
        source: PAGE,
      },
      {
        text: '452 4.5.3 Domain policy size per transaction exceeded, please try this recipient in a separate transaction. For more information, go to Message bounced due to a policy rule.',
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.relay-limit',
    pattern:
      /relay (?:sending )?limit exceeded|(?:daily|user) (?:user )?sending (?:limit|quota) exceeded|^e-?mail quota exceeded/,
    category: 'rate-limit',
    meaning: "A customer of Google's own relay or mail sends more than its plan allows.",
    source: PAGE,
    examples: [
      {
        text: '450 4.2.1 Peak SMTP relay limit exceeded for this customer. This is a temporary error. For more information on SMTP relay limits, contact your administrator or go to SMTP relay service error messages.',
        source: PAGE,
      },
      {
        text: '550 5.4.5 Daily user sending limit exceeded. For more information on Gmail sending limits, go to Gmail sending limits.',
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.connection-expired',
    pattern: /connection expired/,
    category: 'connection-limit',
    meaning: 'The connection was open for longer than Gmail keeps it; a new one is welcome.',
    ofOneSession: true,
    advice: ONE_SESSION,
    source: PAGE,
    examples: [
      {
        text: '421 4.7.0 Connection expired, try reconnecting. For more information, go to About SMTP error messages.',
        source: PAGE,
      },
    ],
  },
];

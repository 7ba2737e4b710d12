import { ONE_SESSION } from '../../advice/one-session.ts';
import { anyOf, defineCodeRules } from '../../define-rules.ts';
import type { RuleDefinition } from '../../rule.ts';

const PAGE = 'support.google.com/a/answer/3726730 (Gmail SMTP errors and codes), as of 2026-02-15';
const PAGE_2023 = 'support.google.com/a/answer/3726730 (Gmail SMTP errors and codes), as of 2023-03-06';
const FIELD_MANUAL_550 = 'ActiveCampaign/smtp-field-manual data/codes/550.json @67831a2e (MIT)';
const FIELD_MANUAL_451 = 'ActiveCampaign/smtp-field-manual data/codes/451.json @67831a2e (MIT)';
const SEED = 'PowerMTA 421 Deferral Code Analysis (September 2025)';

/** Gmail's replies that are about a recipient, its own system, the session or the form of a message. */
export const gmailOtherDefinitions: readonly RuleDefinition[] = [
  {
    id: 'gmail.recipient-rate',
    pattern: /receiving (?:e?mails?|messages?) (?:too quickly|at a rate|too fast)/,
    category: 'rate-limit',
    scope: 'recipient',
    meaning: 'A mailbox gets more mail at once than Gmail lets it take; nothing is wrong with the sender.',
    source: PAGE,
    note: 'The seed prints it as 421 4.2.1 and calls it normal; Gmail sends 450 4.2.1 and, when it lasts, 550 5.2.1.',
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
        source: SEED,
      },
      {
        text: 'smtp;550 5.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered. For more information, please visit https://support.google.com/mail/?p=ReceivingRatePerm - gsmtp',
        source: FIELD_MANUAL_550,
      },
    ],
  },
  {
    id: 'gmail.over-quota',
    pattern: /out of storage|over (?:its )?quota|quota exceeded/,
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
    pattern: /relay (?:sending )?limit exceeded|(?:daily|user) (?:user )?sending (?:limit|quota) exceeded/,
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
  {
    id: 'gmail.not-allow-listed',
    pattern: /not in (?:the )?(?:whitelist|allow ?list)/,
    category: 'policy-block',
    scope: 'ip',
    meaning:
      "The recipient's domain takes mail only from IPs on its own list (an inbound gateway), and this IP is not on it.",
    source: PAGE,
    examples: [
      {
        text: '421 4.7.0 IP not in whitelist for RCPT domain, closing connection. For more information, go to Allowlists, denylists, and approved senders.',
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.ip-not-authorised',
    pattern: /not authorized to send e?mail directly/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'Gmail takes no mail directly from this IP: it is listed as a dynamic or residential one.',
    source: PAGE,
    examples: [
      {
        text: "550 5.7.1 The IP you're using to send email is not authorized to send email directly to our servers. Use the SMTP relay at your service provider instead.",
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.domain-policy',
    pattern: /has a policy that prohibit|violates .{0,60}policy|- gcdp/,
    category: 'policy-block',
    meaning: "A rule that the recipient's own administrator made forbids this mail.",
    source: PAGE,
    note: 'It is about one customer of Workspace, not about Gmail: ask the recipient before you stop anything.',
    examples: [
      {
        text: '550 5.7.1 The user or domain that you are sending to (or from) has a policy that prohibits the email that you sent. Contact your domain administrator for assistance.',
        source: PAGE,
      },
      { text: '550 5.7.1 This message violates example.com email policy. - gcdp', source: PAGE },
    ],
  },
  {
    id: 'gmail.message-form',
    pattern: anyOf(
      /not rfc(?: <n>|5322) compliant|not <id> compliant|missing a valid|multiple addresses in the from/,
      /disallowed header|encoded-word|message is malformed/,
    ),
    category: 'content',
    meaning: 'The headers of the message do not follow the standard, or lack a From or Message-ID.',
    source: PAGE,
    examples: [
      {
        text: '550 5.7.1 This message is not RFC 5322 compliant because it has duplicate headers. To reduce the amount of spam sent to Gmail, this message has been blocked. For more information, go to Email sender guidelines and review RFC 5322 specifications.',
        source: PAGE,
      },
      {
        text: '550 5.7.1 Messages missing a valid Message-ID: header are not accepted. For more information, go to Email sender guidelines and review RFC 5322 specifications.',
        source: PAGE,
      },
      {
        text: '554 5.6.0 Email message is malformed. Not accepted. For more information, go to Email sender guidelines and review RFC 5322 specifications.',
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.unsolicited',
    pattern: /likely (?:suspicious|unsolicited|spam)|reduce the amount of spam/,
    category: 'content',
    meaning: 'Gmail takes this message for spam.',
    source: PAGE,
    note: 'The text does not say whether content or sender decided; Postmaster Tools shows the reputation.',
    examples: [
      {
        text: '550 5.7.1 This message is likely unsolicited email. To reduce the amount of spam sent to Gmail, this message has been blocked. For more information, go to Why has Gmail blocked my messages?',
        source: PAGE,
      },
      {
        text: '550 5.7.1 Our system has detected that this message is likely unsolicited mail. To reduce the amount of spam sent to Gmail, this message has been blocked.',
        source: PAGE_2023,
      },
    ],
  },
  {
    id: 'gmail.message-size',
    pattern: /message size limit|header size limit|exceeds google's|number of attachments|header name limit/,
    category: 'content',
    meaning: 'The message, a header or the number of attachments is larger than Gmail takes.',
    source: PAGE,
    examples: [
      {
        text: "552 5.3.4 Your message exceeded Google's message size limits. To view our message size guidelines, go to Send attachments with your Gmail message.",
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.relay-denied',
    pattern: anyOf(
      /(?:relay|sending) denied|invalid credentials for relay|authentication required|login attempts/,
      /password not accepted/,
    ),
    category: 'configuration',
    meaning: 'The mail was handed to Google as a relay or with a log-in, and that is not set up.',
    source: PAGE,
    examples: [
      {
        text: '550 5.7.0 Email sending denied. For more information, go to SMTP relay service error messages.',
        source: PAGE,
      },
      {
        text: "550 5.7.1 Invalid credentials for relay ip-address. The IP address you've registered in your Workspace SMTP Relay service doesn't match the domain of the account this email is being sent from.",
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.protocol',
    pattern: anyOf(
      /protocol violation|bad sequence of commands|out of sequence/,
      /(?:unrecognized|unimplemented|unauthenticated) commands?|syntax error|(?:helo\/ehlo|ehlo\/helo)/,
      /sender address .{0,80}not a valid|exceeded <n> hops/,
    ),
    category: 'configuration',
    meaning: 'Gmail did not understand the session: a command, its order or its argument was wrong.',
    source: PAGE,
    examples: [
      {
        text: '451 4.5.0 SMTP protocol violation. For more information, go to About SMTP error messages and review RFC 5321 specifications.',
        source: PAGE,
      },
      {
        text: '501 5.5.4 Empty HELO/EHLO argument not allowed, closing connection. For more information, go to HELO/EHLO email error.',
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.multiple-domains',
    pattern: /multiple destination domains/,
    category: 'unavailable',
    meaning:
      'Recipients of several Workspace domains were named in one transaction; Gmail takes them one domain at a time.',
    source: PAGE,
    examples: [
      {
        text: '451 4.3.0 Multiple destination domains per transaction is unsupported. Please try again. For more information, go to About SMTP error messages and review RFC 5321 specifications.',
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.system-problem',
    pattern: /temporary system problem|server (?:has )?temporarily rejected/,
    category: 'unavailable',
    meaning: 'Gmail has trouble of its own.',
    source: PAGE,
    examples: [
      {
        text: '421 4.3.0 Temporary System Problem. Try again later. For more information, go to About SMTP error messages.',
        source: PAGE,
      },
      {
        text: '451 4.3.0 Email server has temporarily rejected this message. Go to About SMTP error messages for more information.',
        source: PAGE,
      },
      { text: 'smtp;451 4.3.0 Mail server temporarily rejected message. - gsmtp', source: FIELD_MANUAL_451 },
    ],
  },
  {
    id: 'gmail.server-busy',
    pattern: /server (?:is )?(?:too )?busy/,
    category: 'unavailable',
    meaning: 'The server of Gmail that answered is busy.',
    source: PAGE,
    examples: [
      {
        text: '421 4.4.5 Server busy, try again later. For more information, go to About SMTP error messages.',
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.timeout',
    pattern: /time(?:d )?-?out/,
    category: 'unavailable',
    meaning: 'Gmail waited too long for the next command.',
    source: PAGE,
    examples: [
      {
        text: '451 4.4.2 Timeout - closing connection. For more information, go to About SMTP error messages.',
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.service-unavailable',
    pattern: /service (?:is )?(?:currently |temporarily )?(?:unavailable|not available)/,
    category: 'unavailable',
    meaning: 'Gmail is not to be had for a moment; it says nothing about the sender.',
    source: SEED,
    note: "The seed lists it as 421 4.3.2. None of nine dated copies of Google's list has that code; Google's own are 4.3.0 and 4.4.5.",
    examples: [{ text: '421 4.3.2 Service temporarily unavailable.', source: SEED }],
  },
  {
    id: 'gmail.rate-limited',
    pattern: /rate[ -]limit(?:ed)?\b/,
    category: 'rate-limit',
    meaning: 'Gmail limits the rate of this mail and gives no reason.',
    source: PAGE,
    examples: [
      {
        text: '550 5.7.1 This email has been rate limited. For more information, go to Limits for sending & getting email.',
        source: PAGE,
      },
    ],
  },
];

/** Gmail's own meaning of an enhanced code, which is often not the registry's: 4.7.27 there is a null MX. */
export const gmailCodeRules = defineCodeRules('gmail', [
  {
    id: 'gmail.code.authentication',
    codes: / [45]\.7\.(?:24|26|27|30|32|40)$/,
    category: 'authentication',
    meaning: 'By its code, Gmail found SPF, DKIM or DMARC failing.',
    source: PAGE,
    examples: [{ text: '421 4.7.27 zqx', source: PAGE }],
  },
  {
    id: 'gmail.code.configuration',
    codes: / [45]\.7\.(?:23|25|29)$/,
    category: 'configuration',
    meaning: 'By its code, Gmail misses a PTR record or TLS.',
    source: PAGE,
    examples: [{ text: '421 4.7.29 zqx', source: PAGE }],
  },
  {
    id: 'gmail.code.unusual-rate',
    codes: / [45]\.7\.28$/,
    category: 'reputation',
    meaning: 'By its code, Gmail sees an unusual rate of mail.',
    source: PAGE,
    examples: [{ text: '421 4.7.28 zqx', source: PAGE }],
  },
  {
    id: 'gmail.code.recipient-rate',
    codes: /^4\d\d 4\.2\.1$/,
    category: 'rate-limit',
    scope: 'recipient',
    meaning: 'By its code, this mailbox gets more mail than it can take.',
    source: PAGE,
    examples: [{ text: '450 4.2.1 zqx', source: PAGE }],
  },
]);

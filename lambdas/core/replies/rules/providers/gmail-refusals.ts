import { ERRORS_IN_SESSION, LOG_IN, MESSAGE_TOO_LARGE } from '../../advice/causes.ts';
import { ONE_CUSTOMER } from '../../advice/one-customer.ts';
import { anyOf } from '../../define-rules.ts';
import type { RuleDefinition } from '../../rule.ts';
import { PAGE, PAGE_2023 } from './gmail-sources.ts';

/** Gmail: refusals of an IP, a message or a session, by somebody’s rule or by the standard. */
export const gmailRefusalDefinitions: readonly RuleDefinition[] = [
  {
    id: 'gmail.not-allow-listed',
    pattern: /not in (?:the )?(?:whitelist|allow ?list)/,
    category: 'policy-block',
    scope: 'ip',
    meaning:
      "The recipient's domain takes mail only from IPs on its own list (an inbound gateway), and this IP is not on it.",
    source: PAGE,
    ofOneCustomer: true,
    advice: ONE_CUSTOMER,
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
    ofOneCustomer: true,
    advice: ONE_CUSTOMER,
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
    meaning: 'Gmail classifies this message as spam.',
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
    advice: MESSAGE_TOO_LARGE,
    examples: [
      {
        text: "552 5.3.4 Your message exceeded Google's message size limits. To view our message size guidelines, go to Send attachments with your Gmail message.",
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.log-in-attempts',
    pattern: /too many (?:\S+ )?(?:log-?in|auth\w*) (?:attempts|failures)/,
    category: 'configuration',
    meaning: 'Google has locked the log-in for a while because it was tried too often, or failed too often.',
    source: PAGE,
    advice: LOG_IN,
    examples: [
      {
        text: '454 4.7.0 Too many login attempts, please try again later. e13sm15101671pgf.48 - gsmtp',
        source: 'ClearVolume/ClearVolume issue 57',
      },
    ],
    note: 'The log-in is set up. Programs that log in for every message reach this limit with the right password as well.',
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
    advice: LOG_IN,
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
    advice: ERRORS_IN_SESSION,
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
];

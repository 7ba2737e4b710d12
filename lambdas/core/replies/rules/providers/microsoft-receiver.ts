import { ONE_CUSTOMER } from '../../advice/one-customer.ts';
import { ONE_SESSION } from '../../advice/one-session.ts';
import { anyOf } from '../../define-rules.ts';
import type { RuleDefinition } from '../../rule.ts';
import { ANALYSIS_421 } from '../../sources.ts';
import { NDR, FIELD_MANUAL, SISIMAI } from './microsoft-sources.ts';

const FIELD_MANUAL_PR97 = 'ActiveCampaign/smtp-field-manual pull request 97 (2025-10-20)';

/** Microsoft: recipients, organisations' own rules, content, and its own system. */
export const microsoftReceiverDefinitions: readonly RuleDefinition[] = [
  {
    id: 'microsoft.recipient-rate',
    pattern: anyOf(
      /recipient has exceeded (?:their|its|the) limit|per hour message receive limit|recipient thread limit/,
      /receiving (?:e?mails?|messages) (?:too quickly|at a rate)/,
    ),
    category: 'rate-limit',
    scope: 'recipient',
    meaning: 'A mailbox gets more mail in an hour than it may.',
    source: NDR,
    examples: [
      {
        text: 'smtp;554 5.2.122 The recipient has exceeded their limit for the number of messages they can receive per hour. For more information go to http://go.microsoft.com/fwlink/?LinkId=526653. (#) [outlook.com]',
        source: FIELD_MANUAL,
      },
      { text: '432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded', source: NDR },
    ],
  },
  {
    id: 'microsoft.too-many-recipients',
    pattern: /too many recipients/,
    category: 'rate-limit',
    meaning: 'There were too many recipients in one transaction.',
    ofOneSession: true,
    advice: ONE_SESSION,
    source: NDR,
    examples: [{ text: '452 4.5.3 Too many recipients (AS780090)', source: NDR }],
  },
  {
    id: 'microsoft.recipients-apart',
    pattern:
      /recipients? belongs? to (?:multiple|different|several|other) (?:regions?|forests?|tenants?|organi[sz]ations?)/,
    category: 'recipient',
    meaning:
      'The recipients of one transaction are in different regions; each region takes its own in another one.',
    ofOneSession: true,
    source: 'logs of Exchange Online’s front ends in public repositories, read 2026-11',
    examples: [
      {
        text: '452 4.5.3 Recipients belong to multiple regions ATTR38 [VE1EUR01FT019.eop-EUR01.prod.protection.outlook.com]',
        source: 'log of a mail server, public repository, read 2026-11',
      },
    ],
  },
  {
    id: 'microsoft.organisation-quota',
    pattern: /(?:organi[sz]ation|application) queue quota/,
    category: 'unavailable',
    meaning:
      'Too much mail waits at Microsoft for the recipient’s organisation; it takes more once that is less.',
    source: 'ActiveCampaign/smtp-field-manual issue 42, read 2026-11',
    note: 'It could be read as a limit or as the recipient’s quota as well; all three ask for patience.',
    examples: [
      {
        text: '450 4.7.3 Organization queue quota exceeded. [outlook.com]',
        source: 'ActiveCampaign/smtp-field-manual issue 42, read 2026-11',
      },
    ],
  },
  {
    id: 'microsoft.mailbox-full',
    pattern:
      /mailbox (?:is )?full|over quota|quota exceeded|exceeded .{0,30}(?:storage(?!.*session size)|quota)/,
    category: 'recipient',
    scope: 'recipient',
    meaning: "The recipient's mailbox is full.",
    source: NDR,
    examples: [{ text: '452 4.2.2 STOREDRV.Deliver; mailbox full', source: NDR }],
  },
  {
    id: 'microsoft.no-such-recipient',
    pattern: anyOf(
      /mailbox (?:is )?(?:unavailable|disabled|not found)|recipient (?:address )?(?:was )?(?:rejected|not found)/,
      /recipnotfound|user unknown|unknown user|address lookup|bad destination mailbox|invalid recipient/,
      /(?:user|recipient|mailbox) (?:does not|doesn't) exist|relay access denied|unable to relay/,
      /mailbox cannot be accessed|no mail-enabled subscriptions/,
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The recipient does not exist there, or Microsoft no longer takes mail for its domain.',
    source: NDR,
    examples: [
      {
        text: 'smtp;550 5.5.0 Requested action not taken: mailbox unavailable. [#.eop-nam12.prod.protection.outlook.com]',
        source: FIELD_MANUAL,
      },
      {
        text: 'smtp;550 5.4.1 [email@example.com]: Recipient address rejected: Access denied [example.com]',
        source: FIELD_MANUAL,
      },
      {
        text: '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
        source: NDR,
      },
      { text: '450 4.7.1 Unable to Relay. ATTR14', source: FIELD_MANUAL_PR97 },
    ],
  },
  {
    id: 'microsoft.restricted-recipient',
    pattern: anyOf(
      /(?<!\bclient (?:was |is )?)not authenticated|allowed-senders list|restrictedto|authorized to send/,
      /authentication required for|resolver\.rst\.(?:auth|not|sender|restrict)\w*/,
      /sender (?:isn't|is not) a group member|external senders (?:aren't|are not) permitted/,
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning: 'This recipient or group takes mail only from named senders.',
    source: NDR,
    examples: [
      {
        text: '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed because the sender was not authenticated when sending to this group',
        source: 'ActiveCampaign/smtp-field-manual pull request 99 (2026-04-10)',
      },
      { text: '550 5.7.124 Sender not in allowed-senders list', source: NDR },
      {
        text: "550 5.7.193 UnifiedGroupAgent; Delivery failed because the sender isn't a group member or external senders aren't permitted to send to this group.",
        source: 'learn.microsoft.com, non-delivery reports in Exchange Online, read 2026-11',
      },
    ],
  },
  {
    id: 'microsoft.organisation-rule',
    pattern: anyOf(
      /delivery not authorized|transport ?(?:rules|<host>)|rejectmessage/,
      /rejected by (?:recipient|the recipient|organization|your organization)/,
      /blocked by (?:the )?(?:recipient|organization)/,
    ),
    category: 'policy-block',
    meaning: "A rule of the recipient's own organisation refuses this mail.",
    source: NDR,
    ofOneCustomer: true,
    advice: ONE_CUSTOMER,
    note: 'It is about one organisation, not about Microsoft: ask the recipient before you stop anything.',
    examples: [
      { text: '550 5.7.900 Delivery not authorized, message refused', source: NDR },
      { text: '550 5.7.507 Access denied, rejected by recipient', source: NDR },
    ],
  },
  {
    id: 'microsoft.content',
    pattern: anyOf(
      /policy violation detected|rfc(?: <n>|5322)|<id> section|detected as spam|spam (?:content|message)|content filter/,
      /invalid (?:characters|message content)|too many related errors|message (?:is )?too (?:large|big)/,
      /exceeds fixed maximum|message size|multiple from addresses|corruptmessageexception/,
    ),
    category: 'content',
    meaning: 'Microsoft refuses the form, the size or the content of this message.',
    source: NDR,
    examples: [
      { text: '550 5.7.512 Access denied, message must be RFC 5322 section 3.6.2 compliant', source: NDR },
      { text: '550 5.3.4 Message size exceeds fixed maximum message size', source: NDR },
      {
        text: '550 5.1.20 Multiple From addresses are not allowed without Sender address',
        source: 'learn.microsoft.com, non-delivery reports in Exchange Online, read 2026-11',
      },
    ],
  },
  {
    id: 'microsoft.server-busy',
    pattern: /server (?:is )?(?:too )?busy/,
    category: 'unavailable',
    meaning:
      'Microsoft puts the mail off: its servers are busy, or the sending pattern of this IP is new to it.',
    source: `${FIELD_MANUAL}; learn.microsoft.com, fix NDR error 451 4.7.500-699 (2024-01-24)`,
    note: 'The 421 Analysis calls 421 4.7.500 normal load; Microsoft also sends 451 4.7.500 when the sending pattern has changed, a first sign of lost reputation. Patience, and a look at SNDS once it has lasted longer than two hours.',
    advice: {
      persistent: [
        'Servers are not busy for hours: look up the IP in SNDS and compare the volume with the days before.',
        'Send to Microsoft at half the rate until it stops; ask at sender.office.com if the IP is restricted.',
      ],
    },
    examples: [
      {
        text: 'smtp;451 4.7.500 Server busy. Please try again later from [x.xx.xx.x]. (AS77712344) [#.prod.protection.outlook.com]',
        source: FIELD_MANUAL,
      },
      {
        text: '451 4.7.500 Server busy. Please try again later from [192.0.2.2]. (AS761) (in reply to RCPT TO command)',
        source: SISIMAI,
      },
      { text: '421 4.7.500 Server busy...', source: ANALYSIS_421 },
    ],
  },
  {
    id: 'microsoft.agent-busy',
    pattern: /agent (?:is )?busy/,
    category: 'unavailable',
    meaning: "Microsoft's protocol filter agent is overloaded.",
    source: SISIMAI,
    examples: [
      {
        text: '451 4.7.700 PFA agent busy, please try again. [AM0EUR02.prod.protection.outlook.com] (in reply to MAIL FROM command)',
        source: SISIMAI,
      },
    ],
  },
  {
    id: 'microsoft.wrong-region',
    pattern: /wrong (?:<id>|\w{1,20}) (?:<n> )?region/,
    category: 'unavailable',
    meaning:
      "The recipient's organisation has moved to another region; a fresh look at its MX record leads there.",
    source: 'smtp.codes/exchangeonline (2026)',
    examples: [
      {
        text: '451 4.4.62 Mail sent to the wrong Office 365 region. ATTR35. For more information please go to https://go.microsoft.com/fwlink/?linkid=865268 [#.prod.protection.outlook.com]',
        source: 'smtp.codes/exchangeonline (2026)',
      },
    ],
  },
  {
    id: 'microsoft.next-hop',
    pattern: /target host responded|\{led=4\d\d|socket error code/,
    category: 'unavailable',
    meaning:
      'The server behind Microsoft, mostly the recipient’s own, refuses the connection or gives an error.',
    source: NDR,
    examples: [
      {
        text: '451 4.4.395 Target host responded with error. -> 421 4.4.1 Connection timed out',
        source: 'message traces of Exchange Online, public copies read 2026-11; the last failure replaced',
      },
    ],
  },
  {
    id: 'microsoft.system-trouble',
    pattern: anyOf(
      /temporary server error|not proxied|failed to be replicated|insufficient system/,
      /service (?:is )?(?:currently |temporarily )?(?:unavailable|not available|not active)/,
      /not accepting network messages|connection (?:dropped|timed out|refused)|mailbox server is/,
      /timed? ?out(?! waiting for client)/,
      /local error|temporarily unavailable|message delayed/,
    ),
    category: 'unavailable',
    meaning: 'Microsoft has trouble of its own.',
    source: NDR,
    examples: [
      {
        text: 'smtp;451 4.7.0 Temporary server error. Please try again later. PRX4 NextHop: example.com [example.com]',
        source: FIELD_MANUAL,
      },
      { text: '451 4.4.3 Temporary server error. Please try again later ATTR18', source: SISIMAI },
      {
        text: '451 4.4.22 Message failed to be replicated: no healthy peers found',
        source: FIELD_MANUAL_PR97,
      },
      { text: '450 4.7.0 Message not proxied', source: FIELD_MANUAL_PR97 },
      { text: 'smtp;421 4.3.2 Service not available [outlook.com]', source: FIELD_MANUAL },
      { text: '452 4.3.1 Insufficient system resources', source: NDR },
    ],
  },
];

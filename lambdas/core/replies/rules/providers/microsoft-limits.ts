import { HOLD_INSTEAD } from '../../advice/category-advice.ts';
import { anyOf } from '../../define-rules.ts';
import type { RuleDefinition } from '../../rule.ts';
import { ANALYSIS_421 } from '../../sources.ts';
import { POSTMASTER, NDR, FIELD_MANUAL, SISIMAI } from './microsoft-sources.ts';

const FORUM_S775 = 'forum.directadmin.com thread 82240, log line of 2026-05-14 (IP masked)';
const SPAMRESOURCE = 'spamresource.com/2025/07/microsoft-says-too-many-connections.html (2025-07)';
const HOTMAIL_LOG =
  'deliverability notes quoting an old Hotmail MX (public code index, id 53877818850, 2026)';

/** How an IP is taken off the lists of Outlook.com and Microsoft 365. */
export const DELIST = [
  'Stop sending to Microsoft from this IP for at least 4 hours.',
  HOLD_INSTEAD,
  'Look up the IP in SNDS (complaints, spam traps) and check the JMRP reports; find and stop the mail that caused this.',
  'Ask for mitigation: olcsupport.office.com for Outlook.com, sender.office.com for Microsoft 365.',
  'Start again with one connection and your most engaged recipients.',
];

/** Microsoft: how much it takes from an IP, and the blocks that its limits turn into. */
export const microsoftLimitDefinitions: readonly RuleDefinition[] = [
  {
    id: 'microsoft.rp-002',
    pattern: /\brp-002\b|exceeded the rate limit allowed on this connection/,
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'This IP sends more over one connection than its reputation at Microsoft allows.',
    source: `${POSTMASTER}; ${ANALYSIS_421}`,
    note: 'The 421 Analysis prints "421 4.7.0 RP-002 Service temporarily unavailable" and reads it as a limit of connections; Microsoft prints no 4.7.0 and names the reputation as the reason.',
    seen: '2017',
    examples: [
      {
        text: '421 RP-002 The mail server IP connecting to Outlook.com server has exceeded the rate limit allowed on this connection. Reason for rate limitation is related to IP/domain reputation. If you are not an email/network admin please contact your Email/Internet Service Provider for help.',
        source: POSTMASTER,
      },
      { text: '421 4.7.0 RP-002 Service temporarily unavailable...', source: ANALYSIS_421 },
    ],
  },
  {
    id: 'microsoft.rp-003',
    pattern: /\brp-003\b|\bip\b.{0,60}exceeded the connection limit\b.{0,60}\breputation\b/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'This IP opens more connections than its reputation at Microsoft allows.',
    source: `${POSTMASTER}; ${ANALYSIS_421}`,
    note: 'The 421 Analysis reads RP-003 as "Sender domain blocked"; Microsoft documents a limit of connections that follows the reputation of IP and domain.',
    seen: '2017',
    examples: [
      {
        text: '421 RP-003 The mail server IP connecting to Outlook.com server has exceeded the connection limit allowed. Reason for limitation is related to IP/domain reputation. If you are not an email/network admin please contact your Email/Internet Service Provider for help.',
        source: POSTMASTER,
      },
      { text: '421 4.7.0 RP-003 Sender domain blocked...', source: ANALYSIS_421 },
    ],
  },
  {
    id: 'microsoft.rp-001',
    pattern: /\brp-001\b(?!.{0,80}exceeded the connection limit)|exceeded the rate limit allowed/,
    category: 'policy-block',
    scope: 'ip',
    meaning:
      'Microsoft has put a limit on this IP because of its reputation; continuing at this rate ends in a block.',
    source: `${POSTMASTER}; ${ANALYSIS_421}`,
    note: 'The 421 Analysis reads RP-001 as "IP blocked": stop from this IP for 4 hours or more. Microsoft documents a rate limit by reputation. We follow the 421 Analysis: going on at this rate ends in the S3150 block, and hours of pause cost less.',
    seen: '2017',
    advice: {
      do: DELIST,
      avoid: [
        'Retrying from the same IP before 4 hours have passed.',
        'Moving the mail to another IP: the limit follows it.',
      ],
    },
    examples: [
      {
        text: '421 RP-001 The mail server IP connecting to Outlook.com server has exceeded the rate limit allowed. Reason for rate limitation is related to IP/domain reputation. If you are not an email/network admin please contact your Email/Internet Service Provider for help.',
        source: POSTMASTER,
      },
      { text: "421 4.7.0 RP-001 The IP you're sending from has been blocked...", source: ANALYSIS_421 },
      {
        text: "421 RP-001 (SNT004) Unfortunately, some messages from x.x.x.x weren't sent. Please try again.",
        source: HOTMAIL_LOG,
      },
    ],
  },
  {
    id: 'microsoft.ip-blocked',
    pattern: /ip (?:address )?(?:you're|you are) sending from has been blocked/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'Microsoft blocks this IP.',
    source: ANALYSIS_421,
    examples: [{ text: "421 4.7.0 The IP you're sending from has been blocked...", source: ANALYSIS_421 }],
  },
  {
    id: 'microsoft.block-list',
    pattern: /on (?:our|the) block ?list|part of their network is|\(s31[45]0\)/,
    category: 'policy-block',
    scope: 'netblock',
    meaning:
      "Part of the network around this IP, this IP included, is on Outlook.com's block list (S3140, S3150): what rate limits turn into when they are ignored.",
    source: SISIMAI,
    note: 'S3150 is often taken for a block of the one IP and S3140 for one of its network. The words are the same and name the network with both, so the rule makes no difference between them: check the neighbours as well.',
    advice: {
      do: DELIST,
      avoid: [
        'Continuing to send from this IP: each message that is refused with a 550 has bounced and is lost.',
        'Moving the mail to an IP of the same network: it is refused as well.',
      ],
    },
    examples: [
      { text: '550 5.7.1 (S3150)', source: 'made up: the number without its words' },
      {
        text: "550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150). You can also refer your provider to http://mail.live.com/mail/troubleshooting.aspx#errors.",
        source: SISIMAI,
      },
      {
        text: "550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3140). [VI1EUR05FT055.eop-eur05.prod.protection.outlook.com 2023-09-21T22:58:42.927Z 1234ABCD1234ABCD]",
        source: 'public mail log, 2023-09-21 (IP masked)',
      },
    ],
  },
  {
    id: 'microsoft.rate-limited-by-reputation',
    pattern: /rate[ -]limited? (?:due to|because of) .{0,40}reputation|\(s(?:775|843|844|311[34])\)/,
    category: 'reputation',
    scope: 'ip',
    meaning:
      "Microsoft slows this IP down because of its reputation (S775, S843, S844, S3114): today's commonest deferral of Outlook.com.",
    source: `${FIELD_MANUAL}; suped.com/knowledge (2026-06-19)`,
    since: '2018',
    seen: '2026-05-14',
    examples: [
      { text: '451 4.7.651 (S3114)', source: 'made up: the number without its words' },
      {
        text: '451 4.7.650 The mail server [192.0.2.1] has been temporarily rate limited due to IP reputation. For e-mail delivery information, see https://aka.ms/postmaster (S775) [Name=Protocol Filter Agent][AGT=PFA][MxId=11BD5B61254CB1FC] [AMS0EPF0000019C.eurprd05.prod.outlook.com 2026-05-14T15:49:33.598Z 08DEADB0994CCD76]',
        source: FORUM_S775,
      },
      {
        text: '451 4.7.651 The mail server [x.x.xx.xx] has been temporarily rate limited due to IP reputation. For e-mail delivery information, see https://postmaster.live.com (S3114) [#.prod.outlook.com #]',
        source: 'ActiveCampaign/smtp-field-manual pull request 89 (2023-10-12)',
      },
    ],
  },
  {
    id: 'microsoft.access-denied-for-now',
    pattern: /access denied, please try again later/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'Microsoft sees suspicious activity from this IP and restricts it while it looks into that.',
    source: NDR,
    examples: [{ text: '451 4.7.850 Access denied, please try again later', source: NDR }],
  },
  {
    id: 'microsoft.connections-in-all',
    pattern: /per resource forest|maximum number of concurrent connections has exceeded/,
    category: 'connection-limit',
    meaning: 'Microsoft’s receiving system holds as many connections as it can, whoever opened them.',
    source: FIELD_MANUAL,
    examples: [
      {
        text: 'smtp;421 4.3.2 The maximum number of concurrent connections per resource forest has exceeded a limit, closing transmission channel. example.com. PRX8 [example.com]',
        source: FIELD_MANUAL,
      },
    ],
    note: 'Where this IP is meant, the text says “per source” or has S3115.',
  },
  {
    id: 'microsoft.submissions-at-once',
    pattern: /concurrent connections limit exceeded\. visit\b/,
    category: 'connection-limit',
    meaning:
      'A mailbox of one’s own submits over more connections at once than Microsoft 365 lets it: three.',
    source:
      'learn.microsoft.com/exchange/troubleshoot/send-emails/smtp-submission-improvements (concurrent connection throttling), public copy read 2026-11',
    examples: [
      {
        text: 'smtp;432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information.',
        source: 'sabuhish/fastapi-mail issue 75; as PowerMTA writes it',
      },
    ],
  },
  {
    id: 'microsoft.too-many-connections',
    pattern: anyOf(
      /exceeded the (?:maximum|max\.?) number of (?:concurrent )?connections|maximum number of concurrent/,
      /concurrent (?:server )?(?:connections?|sessions?) (?:limit|has exceeded)/,
      /too many (?:concurrent |simultaneous )?(?:connections|sessions)|\(s3115\)/,
    ),
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'This IP holds more connections open at once than Microsoft takes from it (S3115).',
    source: `${SPAMRESOURCE}; ${FIELD_MANUAL}`,
    since: '2018',
    seen: '2026',
    note: 'Microsoft asks for no more than 500 connections at once; with a poor reputation the limit is far lower.',
    examples: [
      { text: '451 4.7.652 (S3115)', source: 'made up: the number without its words' },
      {
        text: 'smtp;451 4.7.652 The mail server [x.x.x.x] has exceeded the maximum number of connections. (S3115)',
        source: SPAMRESOURCE,
      },
    ],
  },
  {
    id: 'microsoft.rate-exceeded',
    pattern: anyOf(
      /exceeded the (?:maximum|configured|allowed|permitted) (?:rate|limit|number of messages)/,
      /submission rate for this client|exceeded (?:the )?(?:permitted limits|configured limit|threshold)/,
      /limits for how many messages|rate[ -]limit/,
    ),
    category: 'rate-limit',
    meaning: 'More messages came in a short time than Microsoft takes from this source.',
    source: NDR,
    examples: [
      {
        text: '421 4.4.2 Message submission rate for this client has exceeded the configured limit',
        source: 'learn.microsoft.com, message throttling in Exchange Server (2023)',
      },
      {
        text: '550 5.7.508 Access denied, [192.0.2.1] has exceeded permitted limits within 10 range',
        source: NDR,
      },
    ],
  },
];

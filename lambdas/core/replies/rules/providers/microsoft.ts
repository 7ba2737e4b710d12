import { anyOf, defineRules } from '../../define-rules.ts';
import { microsoftOtherDefinitions } from './microsoft-other.ts';

const POSTMASTER = 'Outlook.com postmaster, troubleshooting page, as of 2026-06-15';
const NDR =
  'learn.microsoft.com, non-delivery reports in Exchange Online, as read by sisimai Rhost/Microsoft.pm @21cfb932 (BSD-2-Clause)';
const FIELD_MANUAL = 'ActiveCampaign/smtp-field-manual data/codes @67831a2e (MIT)';
const FORUM_S775 = 'forum.directadmin.com thread 82240, log line of 2026-05-14 (IP masked)';
const SPAMRESOURCE = 'spamresource.com/2025/07/microsoft-says-too-many-connections.html (2025-07)';
const SISIMAI = 'sisimai/p5-sisimai lib/Sisimai/Rhost/Microsoft.pm @21cfb932 (BSD-2-Clause)';
const SEED = 'PowerMTA 421 Deferral Code Analysis (September 2025)';
const HOTMAIL_LOG =
  'deliverability notes quoting an old Hotmail MX (public code index, id 53877818850, 2026)';

const DELIST = [
  'Stop sending to Microsoft from this IP for at least 4 hours.',
  'Look at the IP in SNDS (complaints, spam traps) and at JMRP reports; find and stop the mail that caused it.',
  'Ask for mitigation: olcsupport.office.com for Outlook.com, sender.office.com for Microsoft 365.',
  'Start again with one connection and your most engaged recipients.',
];

/**
 * Outlook.com (consumer) and Microsoft 365 run the same filter and say the same words, so both read these
 * rules: `microsoft` is the family of the two.
 */
export const microsoftRules = [
  ...defineRules('microsoft', [
    {
      id: 'microsoft.rp-002',
      pattern: /\brp-002\b|exceeded the rate limit allowed on this connection/,
      category: 'connection-limit',
      scope: 'ip',
      meaning: 'This IP sends more over one connection than its reputation at Microsoft allows.',
      source: `${POSTMASTER}; ${SEED}`,
      note: 'The seed prints "421 4.7.0 RP-002 Service temporarily unavailable" and reads it as a limit of connections; Microsoft prints no 4.7.0 and names the reputation as the reason.',
      seen: '2017',
      examples: [
        {
          text: '421 RP-002 The mail server IP connecting to Outlook.com server has exceeded the rate limit allowed on this connection. Reason for rate limitation is related to IP/domain reputation. If you are not an email/network admin please contact your Email/Internet Service Provider for help.',
          source: POSTMASTER,
        },
        { text: '421 4.7.0 RP-002 Service temporarily unavailable...', source: SEED },
      ],
    },
    {
      id: 'microsoft.rp-003',
      pattern: /\brp-003\b|\bip\b.{0,60}exceeded the connection limit\b/,
      category: 'reputation',
      scope: 'ip',
      meaning: 'This IP opens more connections than its reputation at Microsoft allows.',
      source: `${POSTMASTER}; ${SEED}`,
      note: 'The seed reads RP-003 as "Sender domain blocked"; Microsoft documents a limit of connections that follows the reputation of IP and domain.',
      seen: '2017',
      examples: [
        {
          text: '421 RP-003 The mail server IP connecting to Outlook.com server has exceeded the connection limit allowed. Reason for limitation is related to IP/domain reputation. If you are not an email/network admin please contact your Email/Internet Service Provider for help.',
          source: POSTMASTER,
        },
        { text: '421 4.7.0 RP-003 Sender domain blocked...', source: SEED },
      ],
    },
    {
      id: 'microsoft.rp-001',
      pattern: /\brp-001\b(?!.{0,80}exceeded the connection limit)|exceeded the rate limit allowed/,
      category: 'policy-block',
      scope: 'ip',
      meaning:
        'Microsoft has put a limit on this IP because of its reputation; going on at this rate ends in a block.',
      source: `${POSTMASTER}; ${SEED}`,
      note: 'The seed reads RP-001 as "IP blocked": stop from this IP for 4 hours or more. Microsoft documents a rate limit by reputation. We keep the seed: to go on at this rate ends in the S3150 block, and hours of pause cost less.',
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
        { text: "421 4.7.0 RP-001 The IP you're sending from has been blocked...", source: SEED },
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
      source: SEED,
      examples: [{ text: "421 4.7.0 The IP you're sending from has been blocked...", source: SEED }],
    },
    {
      id: 'microsoft.block-list',
      pattern: /on (?:our|the) block ?list|part of their network is/,
      category: 'policy-block',
      scope: 'netblock',
      meaning:
        "Part of the network around this IP, this IP included, is on Outlook.com's block list (S3140, S3150): what rate limits turn into when they are not heeded.",
      source: SISIMAI,
      note: 'S3150 is often taken for a block of the one IP and S3140 for one of its network. The words are the same and name the network with both, so nothing is made of the difference: look at the neighbours as well.',
      advice: {
        do: DELIST,
        avoid: [
          'Sending on from this IP: each message that is refused with a 550 has bounced and is lost.',
          'Moving the mail to an IP of the same network: it is refused as well.',
        ],
      },
      examples: [
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
      pattern: /rate[ -]limited? (?:due to|because of) .{0,40}reputation/,
      category: 'reputation',
      scope: 'ip',
      meaning:
        "Microsoft slows this IP down because of its reputation (S775, S843, S844, S3114): today's commonest deferral of Outlook.com.",
      source: `${FIELD_MANUAL}; suped.com/knowledge (2026-06-19)`,
      since: '2018',
      seen: '2026-05-14',
      examples: [
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
      id: 'microsoft.too-many-connections',
      pattern: anyOf(
        /exceeded the (?:maximum|max\.?) number of (?:concurrent )?connections|maximum number of concurrent/,
        /concurrent (?:server )?(?:connections?|sessions?) (?:limit|has exceeded)/,
        /too many (?:concurrent |simultaneous )?(?:connections|sessions)/,
      ),
      category: 'connection-limit',
      scope: 'ip',
      meaning: 'This IP holds more connections open at once than Microsoft takes from it (S3115).',
      source: `${SPAMRESOURCE}; ${FIELD_MANUAL}`,
      since: '2018',
      seen: '2026',
      note: 'Microsoft asks for no more than 500 connections at once; with a poor reputation the limit is far lower.',
      examples: [
        {
          text: 'smtp;451 4.7.652 The mail server [x.x.x.x] has exceeded the maximum number of connections. (S3115)',
          source: SPAMRESOURCE,
        },
        {
          text: 'smtp;421 4.3.2 The maximum number of concurrent connections per resource forest has exceeded a limit, closing transmission channel. example.com. PRX8 [example.com]',
          source: FIELD_MANUAL,
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
    {
      id: 'microsoft.banned',
      pattern: /banned send|spam abuse detected|bad outbound sender|traffic not accepted from this ip/,
      category: 'policy-block',
      scope: 'ip',
      meaning: 'Microsoft has banned this IP or sender (5.7.501 to 511, 5.7.606 to 649).',
      source: NDR,
      advice: { do: DELIST },
      examples: [
        {
          text: '550 5.7.606 Access denied, banned sending IP [x.xx.xx.xx]. To request removal from this list please visit https://sender.office.com/ and follow the directions. For more information please go to http://go.microsoft.com/fwlink/?LinkID=526655 (AS16012609)',
          source: FIELD_MANUAL,
        },
        { text: '550 5.7.511 Access denied, banned sender', source: NDR },
      ],
    },
    {
      id: 'microsoft.blocklist',
      pattern: /\bspamhaus|\bis listed in|blocked (?:by .{0,80})?using/,
      category: 'policy-block',
      scope: 'ip',
      meaning:
        "The IP, the HELO name or the sender's domain is on a blocklist that Microsoft or the recipient's organisation uses.",
      source: FIELD_MANUAL,
      examples: [
        {
          text: 'smtp;550 5.7.1 Service unavailable, MailFrom domain is listed in Spamhaus. To request removal from this list see https://www.spamhaus.org/query/lookup/ (S8002) [#.eop-nam02.prod.protection.outlook.com]',
          source: FIELD_MANUAL,
        },
        {
          text: '550 5.7.1 Service unavailable, Client host [x.xx.xx.xx] blocked using Spamhaus. To request removal from this list see https://www.spamhaus.org/query/ip/x.x.x.x (AS16012611)',
          source: FIELD_MANUAL,
        },
        {
          text: '550 5.7.513 Service unavailable, Client host [192.0.2.1] blocked by example.com using Customer Block list (AS16012607)',
          source: NDR,
        },
      ],
    },
    {
      id: 'microsoft.authentication',
      pattern: anyOf(
        /either spf or dkim|dmarc|required authentication level|sender id validation|sender policy framework/,
        /sender id|fails? (?:spf|dkim)|authentication checks/,
      ),
      category: 'authentication',
      meaning: 'SPF, DKIM or DMARC did not pass, and Microsoft requires it of this mail.',
      source: `${NDR}; Microsoft's requirements for high-volume senders (2025-05-05)`,
      examples: [
        {
          text: '450 4.7.26 Access denied, a message sent over IPv6 [2001:db8::1] must pass either SPF or DKIM validation, this message is not signed',
          source: NDR,
        },
        {
          text: '550 5.7.509 Access denied, sending domain example.com does not pass DMARC verification',
          source: NDR,
        },
        {
          text: '550 5.7.515 Access denied, sending domain example.com does not meet the required authentication level.',
          source: 'github.com/fm/smtp-codes pull request 7 (2025-05-05)',
        },
        {
          text: '550 5.7.23 The message was rejected because of Sender Policy Framework violation',
          source: NDR,
        },
      ],
    },
    {
      id: 'microsoft.sender-set-up',
      pattern: anyOf(
        /reverse dns|bad helo|does not accept e?mail over ipv6|invalid domain name|tls .{0,40}not supported/,
        /support tls|must issue a starttls/,
      ),
      category: 'configuration',
      meaning: "The sending host's reverse DNS, HELO name, TLS or IPv6 use is not as Microsoft requires.",
      source: NDR,
      examples: [
        {
          text: '550 5.7.25 Access denied, the sending IPv6 address [2001:db8::1] must have a reverse DNS record',
          source: NDR,
        },
        { text: '550 5.7.506 Access denied, bad HELO', source: NDR },
      ],
    },
    {
      id: 'microsoft.policy-reputation',
      pattern:
        /\b(?:sc|ou)-00[12]\b.{0,200}reputation|policy reasons\. reasons for rejection may be related to content/,
      category: 'reputation',
      meaning: 'Outlook.com refuses the mail because of its content or the reputation of IP or domain.',
      source: POSTMASTER,
      examples: [
        {
          text: '550 SC-001 Mail rejected by Outlook.com for policy reasons. Reasons for rejection may be related to content with spam-like characteristics or IP/domain reputation. If you are not an email/network admin please contact your Email/Internet Service Provider for help.',
          source: POSTMASTER,
        },
        {
          text: '550 OU-002 Mail rejected by Outlook.com for policy reasons. Reasons for rejection may be related to content with spam-like characteristics or IP/domain reputation. If you are not an email/network admin please contact your Email/Internet Service Provider for help.',
          source: POSTMASTER,
        },
      ],
    },
    {
      id: 'microsoft.policy-block',
      pattern: /\b(?:sc|dy|ou)-00\d\b|for policy reasons/,
      category: 'policy-block',
      scope: 'ip',
      meaning:
        'Outlook.com blocks this IP: complaints, address guessing, a dynamic range, an open relay or an infected host.',
      source: POSTMASTER,
      examples: [
        {
          text: '550 SC-004 Mail rejected by Outlook.com for policy reasons. A block has been placed against your IP address because we have received complaints concerning mail coming from that IP address. We recommend enrolling in our Junk Email Reporting Program (JMRP), a free program intended to help senders remove unwanted recipients from their email list.',
          source: POSTMASTER,
        },
        {
          text: "550 DY-001 Mail rejected by Outlook.com for policy reasons. We generally do not accept email from dynamic IP's as they are not typically used to deliver unauthenticated SMTP email to an Internet mail server.",
          source: POSTMASTER,
        },
      ],
    },
  ]),
  ...defineRules('microsoft', microsoftOtherDefinitions),
];

import { OWN_ACCOUNT_RESTRICTED, OWN_RELAY } from '../../advice/causes.ts';
import { anyOf, unless } from '../../define-rules.ts';
import type { RuleDefinition } from '../../rule.ts';
import { DELIST } from './microsoft-limits.ts';
import { POSTMASTER, NDR, FIELD_MANUAL, OUTDATED_SERVERS, RELAY_ACCESS_DENIED } from './microsoft-sources.ts';

/** Microsoft: refusals of a sender for a ban, a blocklist, authentication, set-up, or its policy. */
export const microsoftRefusalDefinitions: readonly RuleDefinition[] = [
  {
    id: 'microsoft.own-account',
    pattern: anyOf(
      /bad outbound sender|outbound ?spam|access denied,? spam abuse detected(?! from)/,
      /client blocked from sending from unregistered domains?/,
    ),
    category: 'policy-block',
    meaning:
      'Microsoft 365, as the sender’s own provider, has restricted the account or tenant for what it sends (5.1.8, 5.7.501, 5.7.750).',
    source: NDR,
    advice: OWN_ACCOUNT_RESTRICTED,
    examples: [
      { text: 'smtp;550 5.1.8 Access denied, bad outbound sender', source: NDR },
      { text: '550 5.7.501 Access denied, spam abuse detected', source: NDR },
      {
        text: '550 5.7.750 Service unavailable. Client blocked from sending from unregistered domains',
        source: 'learn.microsoft.com, non-delivery reports in Exchange Online, read 2026-11',
      },
    ],
    note: 'The IP is Microsoft’s and on no list; a mailbox is mostly taken over.',
  },
  {
    id: 'microsoft.own-connector',
    pattern: /\btenantattribution\b/,
    category: 'configuration',
    scope: 'ip',
    meaning:
      'Microsoft 365, as the sender’s own relay, does not recognise this host: neither its IP nor its certificate fits a connector of the tenant (5.7.64).',
    source: RELAY_ACCESS_DENIED,
    advice: OWN_RELAY,
    examples: [
      { text: '550 5.7.64 TenantAttribution; Relay Access Denied SMTP.', source: RELAY_ACCESS_DENIED },
    ],
    note: 'Only from somebody else’s host can it mean that the recipient’s domain has left Microsoft 365.',
  },
  {
    id: 'microsoft.outdated-server',
    pattern: /exchange server version is out-?of-?date/,
    category: 'configuration',
    meaning:
      'Exchange Online slows or blocks an Exchange server of one’s own because its version is out of date.',
    source: OUTDATED_SERVERS,
    advice: {
      do: [
        'Update the Exchange server that hands this mail to Exchange Online: the share of each hour that is slowed or blocked grows week by week.',
        'If that takes time, its administrator can pause the enforcement for up to 90 days of a year (Exchange admin center, Reports, Mail flow, “Out-of-date connecting on-premises Exchange servers”).',
      ],
      lookAgain: 'Look again one hour after the update: these replies should be gone.',
      avoid: [
        'Looking for the cause in the IP, its PTR record or the messages: the version of the server is refused.',
      ],
      persistent: ['Send by another route until the server is updated.'],
    },
    examples: [
      {
        text: '550 5.7.230 Connecting Exchange server version is out-of-date; connection to Exchange Online blocked for 30 mins/hr',
        source: OUTDATED_SERVERS,
      },
    ],
  },
  {
    id: 'microsoft.banned',
    pattern: /banned send|spam abuse detected|traffic not accepted from this ip/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'Microsoft has banned this IP or sender (5.7.502 to 511, 5.7.606 to 649).',
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
    id: 'microsoft.blocklist.domain',
    pattern: /\b(?:mailfrom|mail from|helo|ehlo|sender) domain is listed\b|\(s800[12]\)/,
    category: 'policy-block',
    scope: 'domain',
    meaning:
      "The sender's domain (S8002) or the HELO name (S8001) is on a blocklist that Microsoft uses; the IP is not.",
    source: FIELD_MANUAL,
    examples: [
      {
        text: 'smtp;550 5.7.1 Service unavailable, MailFrom domain is listed in Spamhaus. To request removal from this list see https://www.spamhaus.org/query/lookup/ (S8002) [#.eop-nam02.prod.protection.outlook.com]',
        source: FIELD_MANUAL,
      },
    ],
  },
  {
    id: 'microsoft.blocklist',
    pattern: unless(/\bdy-00\d\b/, /\bspamhaus|\bis listed in|blocked (?:by .{0,80})?using/),
    category: 'policy-block',
    scope: 'ip',
    meaning:
      "The IP, the HELO name or the sender's domain is on a blocklist that Microsoft or the recipient's organisation uses.",
    source: FIELD_MANUAL,
    examples: [
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
];

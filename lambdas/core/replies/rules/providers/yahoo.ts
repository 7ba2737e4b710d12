import { PER_CONNECTION } from '../../advice/one-session.ts';
import { anyOf, defineRules } from '../../define-rules.ts';
import type { AdviceOverride } from '../../rule.ts';

const PAGE = 'senders.yahooinc.com/smtp-error-codes, as of 2026-02-15';
const PAGE_OLD = 'Yahoo help SLN3434 and SLN3436 (before 2020)';
const KUMOMTA = 'KumoCorp/kumomta assets/community/shaping.toml @3ebc1e85 (Apache-2.0)';
const KUMOMTA_SINK =
  'KumoCorp/kumomta examples/smart-sink-docker/policy/responses.toml @3ebc1e85 (Apache-2.0)';
const SET_OF_EMAILS = 'sisimai/set-of-emails @18e585c2 (BSD-2-Clause), addresses masked';
const SISIMAI = 'sisimai/p5-sisimai lib/Sisimai/Rhost/YahooInc.pm @21cfb932 (BSD-2-Clause)';
const FIELD_MANUAL = 'ActiveCampaign/smtp-field-manual data/codes @67831a2e (MIT)';
const SEED = 'PowerMTA 421 Deferral Code Analysis (September 2025)';

const STOPPED: AdviceOverride = {
  do: [
    'Stop sending to Yahoo, AOL and AT&T from this IP.',
    'Look at the complaint rate (Sender Hub feedback loop), at recent lists and at traps; take out what caused it.',
    'Ask for help with a Sender Support Request on senders.yahooinc.com, with the reply and the IP.',
    'Start again with one connection once lists and practice have changed.',
  ],
  avoid: ['Retrying: Yahoo says that it will not succeed.', 'Moving the mail to other IPs.'],
};

/** Yahoo, AOL, AT&T and the other domains on yahoodns.net; Yahoo! JAPAN runs servers that say the same. */
export const yahooRules = defineRules('yahoo', [
  {
    id: 'yahoo.tss09',
    pattern: /\b(?:ip)?tss?(?:09|1\d)\b/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'Yahoo takes no more mail from this IP until its mail has changed (553 5.7.2).',
    source: `${SISIMAI}; ${PAGE}`,
    advice: STOPPED,
    examples: [
      {
        text: '553 5.7.2 [TSS09] All messages from 192.0.2.25 will be permanently deferred; Retrying will NOT succeed. See https://postmaster.yahooinc.com/error-codes',
        source: SISIMAI,
      },
      {
        text: '553 5.7.2 [TSS11] All messages from 192.0.2.25 will be permanently deferred; Retrying will NOT succeed. See https://postmaster.yahooinc.com/error-codes',
        source: SISIMAI,
      },
    ],
  },
  {
    id: 'yahoo.ts03',
    pattern: anyOf(
      /\b(?:ip)?tss?03\b(?!.{0,80}user complaints)|permanently deferred|retrying will not succeed/,
      /all messages from .{0,60}(?:blocked|deferred)/,
    ),
    category: 'policy-block',
    scope: 'ip',
    meaning: 'Yahoo defers all mail of this IP for good: a 4xx that means stop.',
    source: `${PAGE_OLD}; ${SEED}`,
    note: 'The seed prints "421 4.7.0 [TS03] … have been blocked" and retries after 2 hours; Yahoo sends 4.7.1 and says that retrying will not succeed.',
    advice: STOPPED,
    examples: [
      {
        text: '421 4.7.1 [TS03] All messages from 100.100.100.100 will be permanently deferred; Retrying will NOT succeed. See http://postmaster.yahoo.com/421-ts03.html',
        source: KUMOMTA_SINK,
      },
      { text: '421 4.7.0 [TS03] All messages from your IP have been blocked...', source: SEED },
    ],
  },
  {
    id: 'yahoo.tss04',
    pattern: /\b(?:ip)?tss?04\b|(?:unexpected|unusual|excessive) (?:volume|traffic)/,
    category: 'reputation',
    stance: 'patience',
    scope: 'ip',
    meaning: 'Yahoo slows this IP down for a while because of more mail than expected, or complaints.',
    source: `${PAGE}; ${SEED}`,
    note: 'The seed: wait 30 to 60 minutes, it mostly ends by itself; over two hours, look at DKIM, SPF and the Sender Hub. Yahoo sends the same words for mail without authentication. Patience at first, intervention once it lasts.',
    advice: {
      do: [
        'Wait 30 to 60 minutes with few connections; Yahoo mostly lifts it by itself.',
        'Lower the rate to Yahoo and raise it again only when it has been quiet for hours.',
      ],
      avoid: ['Retrying at once or with more connections: it starts the time anew.'],
      persistent: [
        'Check that SPF and DKIM pass for Yahoo and that DMARC is published: the same reply is sent for mail without them.',
        'Look at complaints in the Sender Hub feedback loop and at what was sent since it began.',
        'After 48 hours, send a Sender Support Request on senders.yahooinc.com.',
      ],
    },
    examples: [
      {
        text: '421 4.7.0 [TSS04] Messages from 192.0.2.25 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes',
        source: SET_OF_EMAILS,
      },
      {
        text: '421 [IPTS04] Messages from 136.144.163.100 temporarily deferred due to unexpected volume or user complaints',
        source: KUMOMTA,
      },
      {
        text: '421 [IPTS04] Messages from a.b.c.d temporarily deferred due to user complaints',
        source: KUMOMTA,
      },
      { text: '421 4.7.0 [TSS04] Messages from your IP are temporarily deferred...', source: SEED },
    ],
  },
  {
    id: 'yahoo.user-complaints',
    pattern: /\b(?:ip)?tss?0[0-25-8]\b|user complaints|unsolicited/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'Yahoo slows this IP down because its users complain about the mail.',
    source: `${PAGE}; ${KUMOMTA}`,
    examples: [
      {
        text: '421 4.7.0 [TSS05] Messages from a.b.c.d temporarily deferred due to user complaints',
        source: KUMOMTA,
      },
      {
        text: '421 [IPTS05] Messages from a.b.c.d temporarily deferred due to user complaints',
        source: KUMOMTA,
      },
      {
        text: '421 4.16.55 [TS01] Messages from x.x.x.x temporarily deferred due to excessive user complaints',
        source: 'Adobe Campaign Classic documentation, understanding delivery failures (2020)',
      },
    ],
  },
  {
    id: 'yahoo.greylisting',
    pattern: /\bgl\d\d\b|gr[ea]y-?list|\b4\.16\.50\b/,
    category: 'greylisting',
    meaning: 'Yahoo does not know this sender yet and asks it to come back.',
    source: KUMOMTA_SINK,
    note: 'Code 4.16.50 is read as grey-listing; with "temporarily deferred" alone it could be reputation, and patience costs little at a first contact.',
    examples: [
      {
        text: '421 Message from 100.100.100.100 temporarily deferred - 4.16.50. Please refer to http://help.yahoo.com/help/us/mail/defer/defer-06.html',
        source: KUMOMTA_SINK,
      },
    ],
  },
  {
    id: 'yahoo.cs04',
    pattern: /\bcs\d\d\b|sending ip or domain may be/,
    category: 'reputation',
    meaning: 'The IP or domain may be on a blocklist.',
    source: SEED,
    note: 'Found nowhere but in the seed; [CS01] is known as a code of Apple.',
    advice: {
      do: [
        'Look the IP and the sending domain up at Spamhaus and the other big blocklists.',
        'Compare the sending pattern with the days before: volume, lists, content.',
      ],
    },
    examples: [{ text: '421 4.7.1 [CS04] The sending IP or domain may be...', source: SEED }],
  },
  {
    id: 'yahoo.blocklist',
    pattern: /spamhaus|\bbl\d\d\b|\bis_blocked|dnsbl|not (?:be )?accepted from (?:<ip>|ip addresses)/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'This IP is on a blocklist that Yahoo uses, mostly Spamhaus.',
    source: SISIMAI,
    examples: [
      {
        text: "553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.25, because the ip is in Spamhaus's list; see http://postmaster.yahoo.com/550-bl23.html",
        source: SISIMAI,
      },
      {
        text: '553 5.7.1 [BL23] Connections not accepted from IP addresses on Spamhaus XBL; see http://postmaster.yahoo.com/errors/550-bl23.html [550]',
        source: SISIMAI,
      },
    ],
  },
  {
    id: 'yahoo.ph01',
    pattern: /\bph\d\d\b/,
    category: 'content',
    meaning: 'Yahoo finds phishing, malware or links to them in the message.',
    source: PAGE,
    examples: [
      {
        text: '554 Message not allowed - [PH01] Email not accepted for policy reasons. Please visit https://postmaster.yahooinc.com/error-codes',
        source: SISIMAI,
      },
    ],
  },
  {
    id: 'yahoo.policy-deferred',
    pattern: /not accepted for policy reasons.{0,60}\/mail\/defer\//,
    category: 'policy-block',
    meaning: 'Yahoo puts the mail off by a policy of its own that it does not explain.',
    source: 'help.yahoo.com, defer-04 (before 2012), as replies of that time quote it',
    note: 'The page is on deferrals; what fails DMARC is refused for good, with the same words.',
    examples: [
      {
        text: '451 Email not accepted for policy reasons. Please visit http://help.yahoo.com/help/us/mail/defer/defer-04.html',
        source: 'test/fixtures/phrases.tsv, 2026-11, after a reply of that time',
      },
    ],
  },
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
    id: 'yahoo.sender-domain',
    pattern:
      /unresolvable|fix reverse dns|without a valid sender|reverse dns|ptr record|failure in dns look-?up/,
    category: 'configuration',
    scope: 'domain',
    meaning: "The sender's domain or the IP's reverse name does not resolve.",
    source: PAGE,
    examples: [
      {
        text: '451 Message temporarily deferred due to unresolvable RFC.5321 from domain. See https://senders.yahooinc.com/error-codes#unresolvable-from-domain',
        source: SISIMAI,
      },
      {
        text: 'smtp;550 5.7.1 Connections not accepted from servers without a valid sender example.com. Fix reverse DNS for x.xx.xx.xx',
        source: `${FIELD_MANUAL} (AT&T, before it moved to Yahoo)`,
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
      /invalid address|relaying denied|does not exist|not a valid (?:user|mailbox)|mail action aborted/,
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
  {
    id: 'yahoo.aol-dynamic-block',
    pattern: /\b(?:dyn|rly|rtr|con):[a-z]\d\b/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'AOL, before it moved to Yahoo in 2018, slowed this IP down because of complaints.',
    source: 'zone-eu/zone-mta config/bounces.txt @cf94b99 (EUPL)',
    seen: '2018',
    examples: [
      {
        text: '421 4.7.1 : (DYN:T1) https://postmaster.aol.com/error-codes#421dynt1',
        source: 'zone-eu/zone-mta config/bounces.txt @cf94b99 (EUPL)',
      },
    ],
  },
  {
    id: 'yahoo.aol-dns-block',
    pattern: /\bdns:[a-z][a-z0-9]\b/,
    category: 'configuration',
    scope: 'ip',
    meaning: 'An old AOL code: the IP has no reverse DNS name, or one that AOL could not look up.',
    source: 'postmaster.info.aol.com/errors, stored copy read 2026-11',
    seen: '2018',
    examples: [
      {
        text: '421 DNS:NR http://postmaster.info.aol.com/errors/421dnsnr.html',
        source: 'postmaster.info.aol.com/errors, stored copy read 2026-11 (code and page)',
      },
    ],
  },
  {
    id: 'yahoo.aol-url-block',
    pattern: /\bhvu:[a-z]\d\b/,
    category: 'content',
    scope: 'url-domain',
    meaning: 'An old AOL code: a link in the message leads to a site that AOL’s members complained about.',
    source: 'postmaster.info.aol.com/errors, stored copy read 2026-11',
    seen: '2018',
    examples: [
      {
        text: '554 5.2.1 : (HVU:B1) http://postmaster.info.aol.com/errors/554hvub1.html',
        source: 'bounce handlers of public repositories, read 2026-11 (code and words around it)',
      },
    ],
  },
  {
    id: 'yahoo.aol-rtr-block',
    pattern: /\b(?:rtr|rly):[a-z]{2}\b/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'An old AOL code: the IP is blocked for its reputation, its kind or its rate.',
    source: 'Postfix log line in a public forum copy, February (year not given), read 2026-11',
    examples: [
      {
        text: '554- (RTR:DU)  http://postmaster.info.aol.com/errors/554rtrdu.html',
        source:
          'Postfix log line in a public forum copy, February (year not given), read 2026-11; end of the address filled in',
      },
    ],
  },
  {
    id: 'yahoo.resources',
    pattern: anyOf(
      /resources (?:are )?temporarily unavailable/,
      /service (?:is )?(?:currently |temporarily )?(?:unavailable|not available)|server (?:is )?(?:too )?busy/,
      /system (?:is )?busy|timed? ?out/,
    ),
    category: 'unavailable',
    meaning: "Yahoo's servers are busy for a moment.",
    source: PAGE,
    examples: [
      { text: 'smtp;421 Service not available, closing transmission channel', source: FIELD_MANUAL },
      {
        text: '451 mta283.mail.scd.yahoo.com Resources temporarily unavailable. Please try again later [#4.16.5].',
        source: 'PHPMailer bounce handler rules (public code index, id 82485499)',
      },
    ],
  },
  {
    id: 'yahoo.deferred',
    pattern: /messages? (?:from .{0,60})?(?:is |are |has been |have been |was )?temporarily deferred/,
    category: 'reputation',
    stance: 'patience',
    scope: 'ip',
    meaning: 'Yahoo defers the mail of this IP and gives no reason.',
    source: PAGE,
    note: 'Yahoo lists complaints, content, reputation and unusual traffic as reasons of one kind of deferral; read like [TSS04].',
    examples: [
      {
        text: '421 Message temporarily deferred',
        source: 'AcyMailing bounce rules (public code index, id 28600920761)',
      },
    ],
  },
]);

import { BACK_OFF, BACKOFF_NEEDS_LIMITS, HOLD_INSTEAD } from '../../advice/category-advice.ts';
import { anyOf } from '../../define-rules.ts';
import type { AdviceOverride, RuleDefinition } from '../../rule.ts';
import { ANALYSIS_421 } from '../../sources.ts';
import { PAGE, PAGE_OLD, KUMOMTA, KUMOMTA_SINK, SET_OF_EMAILS, SISIMAI } from './yahoo-sources.ts';

const STOPPED: AdviceOverride = {
  do: [
    'Stop sending to Yahoo, AOL and AT&T from this IP.',
    HOLD_INSTEAD,
    'Look at the complaint rate (Sender Hub feedback loop), at recent lists and at traps; remove what caused it.',
    'Ask for help with a Sender Support Request on senders.yahooinc.com, with the reply and the IP.',
    'Start again with one connection once lists and practice have changed.',
  ],
  avoid: ['Retrying: Yahoo says that it will not succeed.', 'Moving the mail to other IPs.'],
};

/** Yahoo: what it holds against an IP, by the code in brackets and by its words. */
export const yahooIpDefinitions: readonly RuleDefinition[] = [
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
    source: `${PAGE_OLD}; ${ANALYSIS_421}`,
    note: 'The 421 Analysis prints "421 4.7.0 [TS03] … have been blocked" and retries after 2 hours; Yahoo sends 4.7.1 and says that retrying will not succeed.',
    advice: STOPPED,
    examples: [
      {
        text: '421 4.7.1 [TS03] All messages from 100.100.100.100 will be permanently deferred; Retrying will NOT succeed. See http://postmaster.yahoo.com/421-ts03.html',
        source: KUMOMTA_SINK,
      },
      { text: '421 4.7.0 [TS03] All messages from your IP have been blocked...', source: ANALYSIS_421 },
    ],
  },
  {
    id: 'yahoo.tss04',
    pattern: /\b(?:ip)?tss?04\b|(?:unexpected|unusual|excessive) (?:volume|traffic)/,
    category: 'reputation',
    stance: 'patience',
    scope: 'ip',
    meaning: 'Yahoo slows this IP down for a while because of more mail than expected, or complaints.',
    source: `${PAGE}; ${ANALYSIS_421}`,
    note: 'The 421 Analysis says: wait 30 to 60 minutes, it mostly ends by itself; over two hours, look at DKIM, SPF and the Sender Hub. Yahoo sends the same words for mail without authentication. Patience at first, intervention once it lasts.',
    advice: {
      do: [
        'Wait 30 to 60 minutes with few connections; Yahoo usually lifts it by itself.',
        'Lower the rate to Yahoo, and raise it again only after hours without deferrals.',
      ],
      avoid: ['Retrying at once or with more connections: it starts the wait over.'],
      persistent: [
        'Check that SPF and DKIM pass for Yahoo and that DMARC is published: the same reply is sent for mail without them.',
        'Check the complaints in the Sender Hub feedback loop and what was sent since this began.',
        `Keep the rate low meanwhile: put the queue into backoff (pmta set queue --mode=backoff). ${BACKOFF_NEEDS_LIMITS}`,
        'After 48 hours, send a Sender Support Request on senders.yahooinc.com.',
      ],
      persistentCommands: BACK_OFF,
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
      { text: '421 4.7.0 [TSS04] Messages from your IP are temporarily deferred...', source: ANALYSIS_421 },
    ],
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
        text: "553 5.7.1 [TSS07] Connections will not be accepted from 206.189.235.121, because the ip is in Spamhaus's list; see https://postmaster.verizonmedia.com/error-codes",
        source: 'mail log line in a public forum copy, read 2026-11',
      },
      {
        text: '553 5.7.1 [BL23] Connections not accepted from IP addresses on Spamhaus XBL; see http://postmaster.yahoo.com/errors/550-bl23.html [550]',
        source: SISIMAI,
      },
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
    source: ANALYSIS_421,
    note: 'Found nowhere but in the 421 Analysis; [CS01] is known as a code of Apple.',
    advice: {
      do: [
        'Look the IP and the sending domain up at Spamhaus and the other big blocklists.',
        'Compare the sending pattern with the days before: volume, lists, content.',
      ],
    },
    examples: [{ text: '421 4.7.1 [CS04] The sending IP or domain may be...', source: ANALYSIS_421 }],
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
        source: 'test/fixtures/replies/phrases.tsv, 2026-11, after a reply of that time',
      },
    ],
  },
];

// Here: what PowerMTA itself writes into dsnDiag when a connection failed; no receiver said it.
// Not here: what PowerMTA may put in place of a receiver's text (→ generic/replaced-421.ts); a receiver that says it
// timed out or lost the connection (→ generic/unavailable.ts).

import { TLS_MISMATCH } from '../advice/causes.ts';
import { anyOf, defineRules, inTurn } from '../define-rules.ts';

const GUIDE = 'PowerMTA User’s Guide 4.5 and 5.0, status texts of queues and accounting, read 2026-11';

/**
 * Matched as a whole, because receivers use some of the words: “4.4.2 mail.yandex.net Error: timeout exceeded” is
 * Yandex’s own.
 */
export const powermtaRules = defineRules('*', [
  {
    id: 'powermta.no-mx-reachable',
    pattern: anyOf(
      /no mxs? (?:for this domain )?could be reached|unable to connect to (?:any|all) mx/,
      /all mx(?:s|es)? (?:are )?(?:unreachable|failed)/,
    ),
    category: 'unavailable',
    meaning: 'PowerMTA reached none of the domain’s MX hosts.',
    source:
      'Momentum adaptive_rules.lua (same words for the same case), documentation of 2020-03; www.port25.com forum',
    spokenBy: 'powermta',
    examples: [
      {
        text: '421 4.4.0 [internal] no MXs for this domain could be reached at this time',
        source:
          'Momentum adaptive_rules.lua, documentation of 2020-03 (comcast.net); [internal] as PowerMTA marks its own words',
      },
    ],
  },
  {
    id: 'powermta.connection-failed',
    // With a code for policy it is a receiver that refuses.
    codes: /^(?!\d{3} [45]\.7\.)/,
    pattern: inTurn(
      /^\W*(?:\[?internal\]? )?/,
      anyOf(
        /(?:smtp |tcp )?connection (?:timed out|time-?out|refused|dropped|lost|closed|failed|aborted)/,
        /(?:smtp |tcp )?connection (?:reset(?: by (?:peer|remote host))?|attempt(?:ed)? (?:failed|timed out))/,
        /unable to connect|could not connect|connect (?:error|failed|timed out|refused)/,
        /(?:network|host|no route to host|destination) (?:is )?unreachable|no route to host/,
        /no answer from host|operation timed out|timed out|read (?:error|timed out)/,
        /write error|lost connection|broken pipe/,
      ),
      /(?!.{0,30}(?:polic|rule|admin|filter|spam|barracuda|sorbs|uceprot|abus|rbl|list|firewall|because|due to))/,
      /(?!.{0,60}(?:too many|limit|max\w* |exceed|reputation|error|<n> (?:messages|mails|recipients)))/,
      // One sentence: a receiver's reason would be in the second.
      /\b(?:\W+(?:while|during|by|to|from|with|at|after|in)\b(?:[^.;!?]|[.;!?](?=\S)){0,60})?/,
      /\W*$/,
    ),
    category: 'unavailable',
    meaning: 'PowerMTA could not make or keep the connection to the receiver.',
    source: GUIDE,
    spokenBy: 'powermta',
    examples: [
      {
        text: '421 4.4.2 Connection timed out',
        source:
          'sisimai/set-of-emails @18e585c2 maildir/bsd/lhost-amazonses-17.eml (a sender’s own words, as PowerMTA’s)',
      },
      {
        text: 'smtp;421 4.4.1 Connection timed out',
        source: 'put together from the text above and RFC 3463’s x.4.1; no published log line found',
      },
    ],
    note: 'A receiver that blocks at its firewall looks the same. From one receiver only and for hours, try another source IP by hand.',
  },
  {
    id: 'powermta.tls-failed',
    pattern: anyOf(
      inTurn(
        /^\W*(?:\[?internal\]? )?(?:tls|ssl|starttls)\b.{0,40}/,
        /(?:negotiation|handshake|connect\w*|verif\w+|certificate).{0,40}/,
        /fail|error|timed out|mismatch|refused/,
      ),
      /(?:tls|ssl) (?:negotiation|handshake) (?:fail|error)/,
    ),
    category: 'configuration',
    meaning: 'PowerMTA could not agree on TLS with the receiver.',
    source: GUIDE,
    advice: TLS_MISMATCH,
    spokenBy: 'powermta',
    examples: [
      {
        text: '421 4.7.5 TLS negotiation failed',
        source: 'words of RFC 3207 section 4.1 cases as MTAs report them',
      },
    ],
    note: 'Also when the receiver’s certificate is at fault; from many receivers at once it is the sender’s own TLS library or setting.',
  },
  {
    id: 'powermta.sources-disabled',
    pattern: anyOf(
      /all (?:source )?ips? (?:\S+ ){0,5}disabled|no (?:enabled|available) source/,
      /source (?:ip )?(?:\S+ )?disabled|queue (?:is )?(?:paused|in backoff)|mail queue in backoff/,
    ),
    category: 'unavailable',
    meaning: 'PowerMTA itself held the mail back: the queue is paused, or its source IPs are disabled.',
    source: 'PowerMTA User’s Guide, disable source and pause queue, read 2026-11',
    spokenBy: 'powermta',
    examples: [
      {
        text: '421 4.4.1 all source IPs for this vmta are disabled',
        source: 'in the words of the command `pmta disable source`; no log line found',
      },
    ],
  },
]);

// Here: SPF, DKIM and DMARC, failed or not to be looked up.
// Not here: TLS (→ session.ts), log-in (→ log-in.ts), PTR records and sender domains (→ sender-names.ts).

import { anyOf, defineRules, inTurn } from '../../define-rules.ts';

/** Before everything that refuses, because these words name the cause. */
export const genericAuthenticationRules = defineRules('*', [
  {
    id: 'generic.authentication.temporary',
    pattern: anyOf(
      inTurn(
        /\b(?:spf|dkim|dmarc)\b.{0,60}/,
        anyOf(
          /temp ?error/,
          /temporar\w+ (?:\S+ )?(?:error|fail\w*|problem|unavailable|(?:not |im)possible)|time ?d? ?out/,
          /servfail|lookup (?:fail|error|time)/,
        ),
      ),
      /(?:temp ?error|temporar\w+ (?:error|fail\w*)|time ?out|servfail).{0,60}\b(?:spf|dkim|dmarc)\b/,
      /temporar\w+ (?:spf|dkim|dmarc)/,
      /\b(?:spf|dkim|dmarc)\b.{0,30}(?:did not|didn't|is not|does not|not|no|gave no) (?:answer|respond|reply)\w*/,
      /(?:problems?|trouble) (?:retriev|fetch|gett|load|look|query|read)\w* (?:\S+ ){0,2}(?:spf|dkim|dmarc)\b/,
      inTurn(
        anyOf(
          /(?:temporar\w+|transient) (?:\S+ ){0,2}(?:error|fail\w*|problem|trouble)\b.{0,40}/,
          inTurn(
            /(?:dns|name ?server|resolver) (?:\S+ )?(?:error|fail\w*|problem|trouble) (?:\S+ )?/,
            /(?:while|when|during|in|on|get|fetch|retriev|look|query|resolv|read|check)\w*\b.{0,30}/,
          ),
        ),
        /\b(?:spf|dkim|dmarc)\b/,
      ),
      inTurn(
        /error (?:while |when |in |during )?(?:fetch|retriev|look|query|gett?|read|resolv)\w* /,
        /(?:\S+ ){0,3}(?:spf|dkim|dmarc)\b/,
      ),
      inTurn(
        /(?:unable to|could not|couldn't|cannot|can't) /,
        anyOf(
          inTurn(
            /(?:look ?up|retrieve|fetch|get|obtain|load|read|query|resolve|check|evaluate|complete|perform) /,
            /(?:\S+ ){0,3}(?:spf|dkim|dmarc)\b/,
          ),
          /(?:verify|validate|authenticate\S*) (?:\S+ ){0,3}(?:spf|dkim|dmarc)\b.{0,40}(?:at this time|later|temporar)/,
          /(?:verify|validate) (?:\S+ ){0,3}(?:spf|dkim|dmarc) (?:record|key|polic)/,
        ),
      ),
      inTurn(
        /\b(?:spf|dkim|dmarc)\b.{0,30}(?:could not|cannot|can't) be /,
        /checked|looked up|retrieved|evaluated|fetched|completed|performed/,
      ),
    ),
    category: 'authentication',
    stance: 'patience',
    scope: 'domain',
    meaning:
      'The receiver could not look up the SPF, DKIM or DMARC record: a DNS server did not answer in time.',
    source: 'RFC 7208 section 2.6.6 (temperror), pypolicyd-spf',
    examples: [
      {
        text: '451 4.4.3 SPF: temperror: error processing during lookup of sender domain: DNS Timeout',
        source: 'the temporary error of RFC 7208 in the words of pypolicyd-spf; log lines vary',
      },
    ],
    note: 'A single failed lookup passes by itself, hence patience. If it lasts, the sender’s own name servers are slow or broken, and a person must act.',
  },
  {
    id: 'generic.authentication.dmarc',
    pattern: anyOf(
      /\bdmarc\b|(?:n't|not) aligned\b|\bp=(?:reject|quarantine)\b/,
      /no alignment (?:with|between|of)|not in line with (?:\S+ ){0,3}(?:spf|dkim|from)/,
      /\bmis-?aligned (?:from|sender|domain|header|identif|spf|dkim)/,
      /\b(?:from|senders?|domains?|headers?|identifiers?|spf|dkim) (?:\S+ ){0,3}mis-?aligned\b/,
      /\bunaligned\b|alignment (?:fail|check|is required|required)|from domain alignment/,
    ),
    category: 'authentication',
    scope: 'domain',
    meaning: 'The message fails DMARC, or the From domain has no DMARC policy.',
    source: 'RFC 7489; ActiveCampaign/smtp-field-manual data/codes/550.json @00ebd61f',
    examples: [
      {
        text: 'smtp;550 5.7.1 Email rejected per DMARC policy for zoho.com',
        source: 'ActiveCampaign/smtp-field-manual data/codes/550.json @00ebd61f',
      },
    ],
  },
  {
    id: 'generic.authentication.unauthenticated',
    pattern: anyOf(
      /unauthenticated (?:e-?mail|mail|message|sender(?!s? (?:are |is )?not (?:allowed|permitted|accepted)\b))/,
      /(?:mail|message|sender|domain|email)s? (?:\S+ ){0,3}(?:is|was|are) (?:not |un)authenticated/,
      /does(?: not|n't) pass authentication/,
      /(?<!too many |too much )fail\w* (?:\S+ ){0,3}authentication(?! (?:attempt|tr))/,
      /authentication checks?.{0,40}fail|(?<!\bspf\b.{0,40})domain authentication|authentication level/,
      /authentication requirements?/,
      inTurn(
        /authentication (?:information|info|results?)\b/,
        /(?<=\b(?:no|without|lacks?|lacking|missing|have|contain|carry|include|provide) (?:\w+ ){0,2}authentication \w+)/,
      ),
      inTurn(
        /(?<!\bspf\b.{0,40})(?:sender|domain|message|from) authentication (?:has |was |is )?(?:\S+ )?/,
        /(?:fail|missing|required|invalid)/,
      ),
      /(?:message|mail|sender|domain|identity) (?:could not|cannot|can't) be (?:\S+ )?authenticated/,
      /only (?:\S+ )?accepts? (?:\S+ ){0,2}authenticated (?:domains?|senders?|mail|e-?mail|messages?)/,
      inTurn(
        /(?:not|n't) (?:allowed|permitted|authori[sz]ed|entitled) to send (?:\S+ )?(?:e-?mails?|messages?) /,
        /(?:for|on behalf of) (?:your|the|this|that|domain|<host>|<address>)/,
      ),
      /\bspoofing (?:\S+ )?detected|(?:e-?mail|address|domain|sender) spoof(?:ing|ed)?\b/,
      /(?:lacks?|lacking|missing|without|no) (?:\S+ )?(?:spf|dkim)\b.{0,10}(?:and|or|nor|\/) (?:\S+ )?(?:spf|dkim)\b/,
      /^\W*unauthenticated(?! senders? (?:are |is )?not (?:allowed|permitted|accepted))/,
      /(?:from|sender) (?:address|domain|identity) (?:is |was )?not authenticated/,
      /spoof\w* (?:\S+ )?(?:domain|address|identity)|sender ?id mismatch|not sent (?:by|from|through|via) an? authori[sz]ed/,
      /(?:envelope|sender|from|your) domain (?:rejects|denies|disallows|forbids|does not allow) (?:this|your|<ip>)/,
      /(?:spf|dkim) (?:and|or|nor|\/) (?:\S+ )?(?:spf|dkim)\b.{0,40}(?:needed|required|missing|both|neither|to send)/,
      /authentication records?|\baligned with (?:the )?from\b/,
      /neither (?:\S+ )?(?:spf|dkim|dmarc)\b/,
      /sender (?:is |was )?(?:not|un) ?authenticated|forged from\b/,
      /(?:from|sender) (?:\S+ )?(?:is |was )?(?:forged|spoofed) \(|authenticate your (?:mail|domain|e-?mail)/,
    ),
    category: 'authentication',
    scope: 'domain',
    meaning: 'The message carries neither a valid SPF nor a valid DKIM proof of its sender.',
    source: 'support.google.com/a/answer/3726730 and receivers that copy its words, read 2026-11',
    examples: [
      {
        text: '550 5.7.26 This message does not pass authentication checks (SPF and DKIM)',
        source: 'postfix log classifier tests, public repository, read 2026-11',
      },
    ],
  },
  {
    id: 'generic.authentication.spf-broken',
    pattern: anyOf(
      /\bspf\b.{0,80}\b(?:perm ?error|permanent error|too many (?:dns )?look-?ups|syntax error)/,
      /\bperm ?error\b.{0,60}\bspf\b|\b(?:multiple|more than one|two) spf records?\b/,
    ),
    category: 'authentication',
    scope: 'spf-domain',
    meaning:
      'The SPF record of the envelope domain is broken: wrong syntax, two records, or more than ten look-ups.',
    source: 'RFC 7208 sections 2.6.7 and 4.6.4 (permerror)',
    examples: [
      {
        text: '550 5.7.24 SPF permerror: too many DNS lookups',
        source: 'RFC 7208 section 2.6.7 in the words of Forward Email, read 2026-11',
      },
    ],
    note: 'One more IP in the record makes it no better, and perhaps worse.',
  },
  {
    id: 'generic.authentication.spf',
    pattern: anyOf(
      inTurn(
        /\bspf\b.{0,120}/,
        anyOf(
          /fail|unauthori[sz]|prohibit|reject|not (?:allow|authori[sz]|permi|pass|design)/,
          /did not pass|does not|violat|mismatch|invalid|denied|forge|setting/,
          /record|none\b|block|refus/,
        ),
      ),
      inTurn(
        anyOf(
          /fail|reject|not (?:allow|authori[sz]|permitt|design)|violat|\bbad\b/,
          /inspect|denied|blocked|refused|missing|no valid/,
        ),
        /.{0,120}\bspf\b/,
      ),
      /spf\W{0,3}(?:prufung|verifi\w+|check|validation|test|controle|controllo)\b/,
      /(?:echec|fallo|falha|errore|fehler|blad)\w*.{0,60}\bspf\b|domain owner discourages/,
      /(?:not|n't) (?:\S+ )?(?:a |as )?(?:designated|permitted) (?:\S+ )?(?:as |a )?(?:permitted )?sender/,
      /openspf|spf\.pobox|sender policy framework|purported responsible address/,
      /\bsender ?id (?:\(|fail|check|not|reject)|invalid ip for sending mail of domain/,
      /mismatches client ip/,
      /(?:not|n't) (?:\S+ ){0,6}(?:sender'?s?|domain'?s?|the|your|an?) spf\b/,
      /\bforged\W{0,3}spf|\bfrom domain (?:is )?(?:forged|spoofed|faked)/,
      /must come from (?:\S+ )?(?:authori[sz]ed|permitted)/,
      /not (?:authori[sz]ed|permitted|allowed) by (?:the |your )?(?:sender|domain|owner)/,
      /not listed in (?:\S+ ){0,3}spf\b|\bspf\b\W{0,3}$|\bspf (?:not ok|bad|error|perm ?error)/,
      /sender policy (?:\S+ ){0,2}(?:not|fail|check)/,
      inTurn(
        /\b(?:sender|author|from domain|domain owner)'?s? (?:\S+ )?policy /,
        /(?:\S+ )?(?:prohibit|forbid|disallow|reject|refus|deni|says)/,
      ),
      /not (?:authori[sz]ed|allowed|permitted) to send (?:\S+ )?(?:on behalf of|for|from) (?:<host>|<address>)/,
      /not (?:authori[sz]ed|allowed|permitted) to send (?:\S+ )?(?:on behalf of|for|from) (?:the |this |your )?domain/,
      /(?:may|can|must|do) not use (?:our|this|the|your) domain|using our domain/,
    ),
    category: 'authentication',
    scope: 'spf-domain',
    meaning: 'The SPF record of the envelope domain does not allow the sending IP, or there is none.',
    source: 'RFC 7208; sisimai/p5-sisimai lib/Sisimai/Reason/AuthFailure.pm @0c1b4614',
    examples: [
      {
        text: '550 5.7.0 SPF Check: fail',
        source: 'sisimai/p5-sisimai lib/Sisimai/Reason/AuthFailure.pm @0c1b4614',
      },
      {
        text: "550 192.0.2.1 is not allowed to send from <example.com> per it's SPF Record",
        source: 'sisimai/p5-sisimai lib/Sisimai/Reason/AuthFailure.pm @0c1b4614 (names filled in)',
      },
    ],
  },
  {
    id: 'generic.authentication.dkim',
    pattern: anyOf(
      inTurn(
        /\bdkim\b.{0,100}/,
        anyOf(
          /fail|invalid|not (?:pass|valid|present|found)|did not pass|missing/,
          /requir|reject|bad\b|none\b|unsigned|does not/,
        ),
      ),
      /(?:fail|invalid|missing|\bbad\b|requir|without|\bno\b|broken|not).{0,60}\bdkim\b/,
      /domainkeys/,
      /(?:must|should|has to|needs? to) (?:\S+ ){0,2}dkim/,
      /dkim[- ]?sign\w* (?:\S+ )?(?:required|mandatory|needed)/,
      /(?:message|mail) (?:is |was )?(?:not signed|unsigned)|\bdkim[- ]signed/,
      /\barc (?:set|seal|chain|validation|signature)/,
      /\bdkim\b.{0,60}(?:error|expired|revoked|too (?:short|weak)|not ok|mismatch)|body hash/,
      /signature (?:\S+ )?expired|\b(?:bad|invalid|incorrect|wrong|broken) (?:\S+ )?signature\b(?! (?:database|file|update))/,
      inTurn(
        /\bsignature[ _-](?<!(?:virus|spam|pattern|malware|pgp|gpg) signature.)(?:is |was |check |verification )?/,
        /(?:not (?:correct|valid|verified)|incorrect|invalid|mismatch|failed|bad|wrong)\b/,
      ),
    ),
    category: 'authentication',
    scope: 'dkim-domain',
    meaning: 'The DKIM signature is missing or does not verify.',
    source: 'RFC 6376',
    examples: [
      {
        text: '550 5.7.20 No passing DKIM signature found',
        source: 'RFC 7372 section 3.1, text of the enhanced code X.7.20',
      },
    ],
  },
]);

// Here: public and private lists of IPs, domains and URLs.
// Not here: senders kept out by a filter or for bad company (→ blocked-sender.ts), refusals that name no
// list (→ policy.ts).

import { anyOf, defineRules, inTurn, TEMPORARY, unless } from '../../define-rules.ts';

const ZONE_MTA = 'zone-eu/zone-mta config/bounces.txt @0009aafa';

const LIST =
  /(?:dnsbl|\brbls?|black-?lists?|block-?lists?|spamhaus|spamcop|sorbs|barracuda|abusix|uceprotect|surbl|uribl)\S*/;

const NO_ANSWER =
  /timed out|time-?out|servfail|(?:did not|didn't|does not|not) (?:answer|respond|reply)\w*|(?:not |un)reachable/;

/** The message is refused for what is in it; a list beside such words names the maker of the filter. */
const CONTENT_REFUSED = /\b(?:due to|because of|by|for) (?:its |the )?content (?:restrict|filter|polic)\w*/;

/** “Service unavailable; Client host blocked using …” is a block, not a server in trouble, whatever follows it. */
export const genericBlocklistRules = defineRules('*', [
  {
    id: 'generic.blocklist.lookup-failed',
    codes: TEMPORARY,
    pattern: inTurn(
      /^(?!.*(?:blocked (?:using|by)|\blisted (?:in|at|by|on|as)|(?:is|was) listed)).*?/,
      anyOf(
        inTurn(
          /(?:black-?list|block-?list|rbl|dnsbl|\bbl) (?:look-?up|query|check|server) (?:\S+ ){0,2}/,
          /(?:timed out|time-?out|servfail|temporar|not respond|did not|error(?! (?:\d|<n>)))/,
        ),
        inTurn(LIST, / (?:\S+ ){0,4}?/, NO_ANSWER),
        inTurn(
          /(?:look-?up|quer\w+|dns|resolution|request|time-?out|timed out|servfail|no answer) (?:\S+ ){0,2}/,
          /(?:at|of|on|in|to|from|with|for|against|while|during) (?:\S+ ){0,3}/,
          LIST,
          /(?! (?:\S+ )?(?:shows|says|found|hit|match))/,
        ),
      ),
    ),
    category: 'unavailable',
    meaning: 'The receiver could not ask a blocklist; nothing is said of the sender.',
    source: 'Exim dnslists with “defer”, chapter 43 of its specification, read 2026-11',
    examples: [
      {
        text: '451 Blacklist lookup timed out',
        source: 'made up in the words of Exim access lists that defer when a list does not answer',
      },
    ],
    note: '“RBL check failed” alone is a block: most say it of a sender that is listed.',
  },
  {
    id: 'generic.blocklist.domain',
    pattern: anyOf(
      /blocked (?:using|by) .{0,40}(?:\bdbl\b|rhsbl|uribl|surbl)|(?:spamhaus|in the) dbl\b/,
      /\bdbl\.spamhaus|rhsbl|query\/domain/,
      inTurn(
        /mailfrom|sender|from|helo|envelope|your|reverse/,
        /(?: address)?(?:'s)? domain .{0,60}/,
        /\blisted|black ?list|block ?list/,
      ),
      /domain (?:\S+ )?(?:is |was |has been )?(?:\S+ ){0,2}(?:black|block) ?listed/,
      /sender domain listed/,
      /\bsender(?: <address>)? (?:is |was )?(?:in|on) (?:the |an? |our )?(?:[a-z]+ )?black-? ?list/,
      /\bsender(?: <address>)? (?:is |was )?black-? ?listed/,
    ),
    category: 'policy-block',
    scope: 'domain',
    meaning: 'The sender’s address or domain, or the domain of HELO or of the host name, is on a blocklist.',
    source: 'www.spamhaus.org/blocklists/domain-blocklist; Postfix reject_rhsbl_sender, read 2026-11',
    examples: [
      {
        text: '554 5.7.1 Service unavailable; Sender address [user@example.com] blocked using dbl.spamhaus.org; https://www.spamhaus.org/query/domain/example.com',
        source: ZONE_MTA,
      },
      {
        text: 'smtp;550 5.7.1 Service unavailable, MailFrom domain is listed in Spamhaus. To request removal from this list see https://www.spamhaus.org/query/lookup/ (S8002)',
        source: 'ActiveCampaign/smtp-field-manual data/codes/550.json @00ebd61f',
      },
    ],
  },
  {
    id: 'generic.blocklist.url',
    pattern: anyOf(
      /\b(?:surbl|uribl|ivmuri)\b/,
      /(?<!<)\b(?:urls?|uris?|links?|hyperlinks?)\b.{0,60}(?:\blisted|black ?list|block ?list|spam ?vertis)/,
      /black ?listed url/,
    ),
    category: 'content',
    scope: 'url-domain',
    meaning: 'A link in the message leads to a domain on a URL blocklist.',
    source: 'SURBL, URIBL; sisimai/p5-sisimai lib/Sisimai/Reason/SpamDetected.pm @0247fd34',
    examples: [
      {
        text: '550 Blacklisted URL in message',
        source: 'sisimai/p5-sisimai lib/Sisimai/Reason/SpamDetected.pm @0247fd34 (reply code added)',
      },
    ],
  },
  {
    id: 'generic.reputation.words-first',
    pattern: anyOf(
      inTurn(
        /^/,
        /(?!.*(?:blocked (?:using|by)|black-? ?list|block-? ?list|\blisted\b|dnsbl|\brbls?\b))/,
        /.*\b/,
        /poor|bad|low|negative|insufficient/,
        / (?:\S+ )?reputation\b.{0,200}/,
        anyOf(
          /senderscore|sender score|return ?path|senderbase|spamhaus|barracuda/,
          /cloudmark|\bcsi\b|abusix|mailspike|trend ?micro/,
        ),
      ),
      /\b(?:low|poor|bad) sender ?score\b/,
    ),
    category: 'reputation',
    scope: 'ip',
    meaning: 'The receiver speaks of a poor reputation and names a list only as the place to look it up.',
    source: 'senderscore.org and the texts of Mimecast and Cisco that lead to such a page, read 2026-11',
    examples: [
      {
        text: '550 5.7.1 Poor Reputation Sender. - https://www.senderscore.org',
        source:
          'the words of Mimecast (zone-eu/zone-mta config/bounces.txt @0009aafa) with another page after them',
      },
    ],
    note: 'Where the text says blocked using or listed, the list decides.',
  },
  {
    id: 'generic.blocklist.named',
    pattern: unless(
      CONTENT_REFUSED,
      anyOf(
        /(?<!spam by )spamhaus|\b(?:zen|sbl|xbl|pbl|sbl-xbl)\b|abuseat|\bcbl\b|spamcop/,
        /barracudacentral|(?<!spam by )cloudmark(?! gateway)|\bcm-csi|sorbs\b|uceprotect/,
        /invaluement|\bivmsip|abusix|senderscore\.(?!.{0,3}reputation)/,
        /returnpath|return path (?:black|block|reput|cert|inc)|mail-abuse|trend micro (?:rbl|email rep)|ers\.trendmicro/,
        /\bpsbl\b|surriel|mailspike|manitu|nixspam|spamrats|hostkarma|junkemailfilter/,
        /cobion|spamrl|spfbl(?! sender has)|\bdrbl\b|blocklist\.de|backscatterer/,
        /\bs5h\b|gbudb|lashback|0spam|njabl|ahbl|dsbl\b|dnsbl:|attrbl|kisarbl/,
        /rbl\.|spamexperts|spameatingmonkey|proofpoint dynamic reputation/,
        /ipcheck\.proofpoint/,
      ),
    ),
    category: 'policy-block',
    scope: 'ip',
    meaning: 'A public blocklist, which the text names, holds the sending IP.',
    source: 'the lists’ own pages; texts in ZoneMTA’s and Sisimai’s collections, read 2026-11',
    examples: [
      {
        text: '554 5.7.1 Service unavailable; Client host [82.51.4.196] blocked using zen.spamhaus.org; http://www.spamhaus.org/query/bl?ip=82.51.4.196 (in reply to RCPT TO command)',
        source: 'Postfix log line in a public repository (jenkins mail notes), read 2026-11',
      },
      {
        text: '451 Currently Sending Spam See: http://www.sorbs.net/lookup.shtml?1.2.3.4',
        source: ZONE_MTA,
      },
      {
        text: '454 4.7.1 Service unavailable; Client host [1.2.3.4] blocked using dnsbl.sorbs.net; Currently Sending Spam See: http://www.sorbs.net/lookup.shtml?1.2.3.4',
        source: ZONE_MTA,
      },
      {
        text: '554 *.terra.com cmsmtp 5.7.1 Service unavailable; Client host [1.2.3.4] blocked using cm-csi-v11; Cloudmark Poor Reputation Sender Blacklist http://csi.cloudmark.com/reset-request/?ip=1.2.3.4',
        source: ZONE_MTA,
      },
      {
        text: '550 Service unavailable; Client Host [1.2.3.4] blocked using Trend Micro RBL+. Please see http://www.mail-abuse.com/cgi-bin/lookup?ip_address=1.2.3.4',
        source: ZONE_MTA,
      },
    ],
    note: 'PBL entries and lists of dynamic addresses are no spam verdict; they mean the IP should not send at all.',
  },
  {
    id: 'generic.blocklist',
    pattern: anyOf(
      /dnsbl|\brbls?\b|rblsmtpd/,
      inTurn(
        /(?<!may be |(?:check|see|verify) (?:if|whether) .{0,40}|too many errors.{0,40}|(?:country|region) (?:has been |is )?)/,
        /black-? ?list(?!ed (?:words?|phrases?|content|subject))/,
      ),
      /block-? ?list|\b(?:deny|drop|ban|kill|reject)-? ?list/,
      /blocked using (?!.{0,30}(?:pattern|content|filter))/,
      /(?:\bis|was|are|ip|found|currently|host|address|you|<ip>|<host>\W?) listed (?:at|in|on|by|as)\b/,
      /\b(?:is|are) (?:(?:currently|still|now|also) )?listed(?:\W*$|[,;.]| because| since| for| with| <)/,
      /\bspam(?:mers?)?[- ]?list(?:ed|s)?\b|\blists? of (?:\S+ )?spam(?:mers)?\b/,
      /^\W*listed\b|\blisted\W{0,3}<url/,
      /\blisted as (?:\S+ )?(?:abus|spam|bad|malic|danger|suspic)|listing in/,
      /real-?time block|liste noire|schwarze\S? liste|lista ner[ae]|lista negra/,
      /czarn\S{1,3} list|ч[её]рн\S{1,3} спис|黑名单|sperrliste|czarn\w+ lis/,
      /schwarz\w+ list/,
      /\b(?:in|on) (?:a|the|our) spam ?list|sperrlijst|zwarte lijst|cernem seznamu|black-?lista|czarn\S{1,3} lisc/,
      inTurn(
        /\bon (?:the |our |a )?(?:\S+ ){0,2}/,
        /internal|private|local|own|deny|block|reject|ban/,
        / (?:\S+ )?(?:list|database)\b/,
      ),
      /\bdeny (?:database|list)|\b(?:rejected|blocked|refused|denied) by (?:\S+ )?(?:bl|dnsrbl|rhsbl|blacklist)\b/,
      /(?:get|have|request|apply for) (?:\S+ ){0,3}(?:removed from|removal from|delist\w*)/,
      /\bde-?list(?:ing|ed)?\b/,
      /\b(?:because|since|as|:) <ip> is (?:in|on) <host>|\bblock-?lookup\b/,
    ),
    category: 'policy-block',
    scope: 'ip',
    meaning: 'The receiver refuses the sender because of a blocklist, its own or one it does not name.',
    source: 'Postfix default_rbl_reply; texts in ZoneMTA’s collection, read 2026-11',
    examples: [
      {
        text: '421 4.7.1 Service unavailable; Client host [192.0.2.1] blocked using bl.example.net',
        source: 'Postfix default_rbl_reply, www.postfix.org/postconf.5.html (names filled in)',
      },
      {
        text: '521 5.5.0 Your IP [192.0.2.10] has been blacklisted. Please contact abuse@kpn.com for more information.',
        source: 'KPN, postfix log classifier tests (“live mail log”), public repository, read 2026-11',
      },
      {
        text: '550 Rejected: 11.22.33.44 is listed at work.drbl.example.net',
        source: ZONE_MTA,
      },
    ],
    note: 'Also the words of one recipient’s private list. Being wrongly patient is worse here than intervening in error.',
  },
]);

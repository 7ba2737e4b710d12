import { anyOf, defineWordRules, NOT_FOR_GOOD } from '../define-rules.ts';

const SOURCE =
  'words that occur in the replies of one category in test/fixtures/ and hardly in others, 2026-11';
const MADE_UP = 'made up: the word without a wording that a rule knows';

/**
 * Single words that tell what a reply is about where no wording is known, from those that say most to those that say
 * least. A weak answer, but a better one than the code's: “554 Suspicious sender” has a word that means something and
 * a code that means nothing. Only “try again later” says less.
 */
export const genericSingleWordRules = defineWordRules('*', [
  {
    id: 'generic.word.greylisting',
    pattern: /\bgr[ea]y\b|\bgr[ea]y-?list\w*|lista cinza|first (?:delivery )?attempt|first time\b/,
    category: 'greylisting',
    scope: 'ip',
    meaning: 'By a single word, greylisting: the mail is taken when it comes again.',
    source: SOURCE,
    examples: [{ text: '450 zqx grey zqx', source: MADE_UP }],
  },
  {
    id: 'generic.word.authentication',
    pattern:
      /\b(?:spf|dkim|dmarc|arc-seal|unauthenticated|unaligned|spoof\w*|forg(?:ed|ery))\b|body hash|sender policy/,
    category: 'authentication',
    scope: 'domain',
    meaning: 'By a single word, a matter of SPF, DKIM or DMARC.',
    source: SOURCE,
    examples: [{ text: '550 zqx DKIM zqx', source: MADE_UP }],
  },
  {
    id: 'generic.word.machinery',
    codes: NOT_FOR_GOOD,
    pattern: anyOf(
      /\b(?:back-?ends?|upstream|downstream|daemon|sockets?|threads?|workers?|pods?|containers?|clusters?|nodes?)\b/,
      /\b(?:replicas?|leader|quorum|caches?|buckets?|blobs?|shards?|kernel|panic|exceptions?|traceback|stack)\b/,
      /\b(?:plugins?|hooks?|modules?|runtime|mounts?|nfs|disks?|spool|inodes?|fsync|mutex|deadlock|eof|errno)\b/,
      /\b(?:enospc|e[a-z]{2,6}(?:out|refused|reset|unreach)|keepalive|rpc|ldap|\w{0,8}sql|redis|mongo\w*|kafka|amqp)\b/,
      /\b(?:failover|standby|startup|reload\w*|restart\w*|upgrad\w+|snapshot|outage|(?<!open )proxy)\b/,
      /\b(?:(?:next|relay|target|mail ?box|destination)[- ](?:hop|host|server)|gateway|(?:mail|local|remote) transport)\b/,
    ),
    category: 'unavailable',
    meaning: "By a single word, trouble with the receiver's own machines: it names what only they have.",
    source: SOURCE,
    examples: [{ text: '451 zqx worker zqx', source: MADE_UP }],
    note: 'Before the words for sender and recipient, for a machine that fails says whom it failed for.',
  },
  {
    id: 'generic.word.connections',
    pattern: /\b(?:fewer|many|more|max\w*) (?:connections?|conns?|sessions?)\b|\bconns?\b|connection pool/,
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'By a single word, a limit of connections.',
    source: SOURCE,
    examples: [{ text: '421 zqx more sessions zqx', source: MADE_UP }],
  },
  {
    id: 'generic.word.reputation',
    pattern: anyOf(
      /\b(?:suspicious|suspect(?:ed)?|questionable|dubious|spammy|spammers?|abus(?:e|er|ive)|probation|naughty)\b/,
      /\b(?:reput\w*|distrust\w*|untrust\w*|trustworth\w*|credib\w*|misbehav\w*|harmful|karma|complain\w*)\b/,
      /\b(?:penalt(?:y|ies)|demerits?|notorious|dislik\w*|unsolicited|snowshoe|hygiene|bad (?:record|history))\b/,
    ),
    category: 'reputation',
    scope: 'ip',
    meaning: 'By a single word, the receiver thinks little of the sender.',
    source: SOURCE,
    examples: [{ text: '554 Suspicious sender', source: MADE_UP }],
    note: 'Before the words of refusal: both call for a person.',
  },
  {
    id: 'generic.word.rate',
    pattern: anyOf(
      /\b(?:excess(?:ive)?|spikes?|bursts?|volume|throttl\w*|(?<!is )slow(?:ed|ing|er)?|faster than|tarpit\w*)\b/,
      /\btoo (?:fast|many(?! hops)|much(?! load))\b/,
    ),
    category: 'rate-limit',
    meaning: 'By a single word, too much or too fast.',
    source: SOURCE,
    examples: [{ text: '421 zqx burst zqx', source: MADE_UP }],
  },
  {
    id: 'generic.word.refusal',
    pattern: anyOf(
      /\b(?:excluded|banned|blocked|blocklist\w*|blacklist\w*|disallowed|forbidden|prohibited|firewall\w*)\b/,
      /\bscreen(?:ed|ing)\b(?! ports)|\b(?:open proxy|tor exit|violat\w*|not whitelisted|illegal (?:sender|host|client))\b/,
      /\b(?:embargo\w*|jail\w*|exiled?|barred|revoked|unwelcome|lock-?out|outlawed|quarantined?|ostraci[sz]ed)\b/,
      /\b(?:go away|keep (?:out|away)|not (?:welcome|wanted|taken|trusted))\b/,
      /\bnot (?:allowed|welcome|wanted|permitted) (?:here|to|from|on)\b/,
      /\b(?:our|local|security|acceptable|use) (?:\S+ )?polic(?:y|ies)\b|\bterms of (?:use|service)|\bour terms\b/,
    ),
    category: 'policy-block',
    meaning: 'By a single word, a refusal.',
    source: SOURCE,
    examples: [{ text: '521 zqx firewall zqx', source: MADE_UP }],
    note: 'A wrong wait is worse here than a wrong alarm.',
  },
  {
    id: 'generic.word.content',
    pattern: anyOf(
      /\b(?:spam|virus|attachments?|links?|(?<!<)urls?|subject|headers?|body|content|mime)\b/,
      /\b(?:oversized|macros?|html|charset|infected|malware|phishing|executables?|newsletter|campaign)\b/,
    ),
    category: 'content',
    meaning: 'By a single word, a matter of the message itself.',
    source: SOURCE,
    examples: [{ text: '552 zqx MIME zqx', source: MADE_UP }],
  },
  {
    id: 'generic.word.rejection',
    pattern: anyOf(
      /(?<!user |rcpt |recipient |address |temporary |temporarily )\b(?:ban(?:s|ning)?|block(?:s|ing)?)\b/,
      /(?<!user |rcpt |recipient |address |temporary |temporarily )\breject(?:s|ed|ing)?\b/,
      /(?<!user |rcpt |recipient |address |temporary |temporarily )\brefus(?:e|es|ed|ing|al)\b/,
      /(?<!user |rcpt |recipient |address |temporary |temporarily )\b(?:den(?:y|ies|ied|ying)|declin(?:e|es|ed|ing))\b/,
    ),
    category: 'policy-block',
    meaning: 'By a single word, a rejection that says neither why nor whom.',
    source: SOURCE,
    examples: [{ text: '554 zqx rejects zqx', source: MADE_UP }],
  },
  {
    id: 'generic.word.configuration',
    pattern: anyOf(
      /\b(?:senders?|helo|ehlo|host ?name|ptr|mail from|return-path)\b/,
      /\b(?:banner|greeting|tls|ssl|certificate|handshake)\b/,
    ),
    category: 'configuration',
    meaning: "By a single word, a matter of the sender's address, name or session.",
    source: SOURCE,
    examples: [{ text: '554 zqx banner zqx', source: MADE_UP }],
  },
  {
    id: 'generic.word.recipient',
    pattern: anyOf(
      /\b(?:mail ?box(?:es)?|inbox|users?|recipients?|accounts?|addressee)\b/,
      /(?<!reply to |after |stage |stage=|at )\brcpt\b(?! to)/,
      /\b(?:invalid address|not in use|loop|relay)\b/,
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning: 'By a single word, a matter of this mailbox or domain.',
    source: SOURCE,
    examples: [{ text: '452 zqx mailbox zqx', source: MADE_UP }],
  },
  {
    id: 'generic.word.limit',
    codes: NOT_FOR_GOOD,
    pattern: anyOf(
      /\b(?:limit\w*|rate|frequency|speed|velocity|tempo|pace[ds]?|allowance|budget|threshold|ceiling|capped)\b/,
      /\b(?:maximum|too (?:fast|often|soon|quick\w*)|backlog|per (?:second|minute|hour|day)|shap(?:ed|ing)|flow)\b/,
    ),
    category: 'rate-limit',
    meaning: 'By a single word, a limit of some kind.',
    source: SOURCE,
    examples: [{ text: '450 zqx ceiling zqx', source: MADE_UP }],
  },
  {
    id: 'generic.word.your-host',
    codes: /^(?:5\d\d|none 5)/,
    pattern: anyOf(
      /\byour (?:\S+ )?(?:ips?|hosts?|servers?|network|domains?|system|provider|isp|mta|mailer|connections?)\b/,
      /\b(?:from|by|of) (?:your|this|<ip>)(?: ip)?\W*$|\bfrom you\b/,
    ),
    category: 'policy-block',
    meaning: 'Refused for good, and the only thing named is the sender.',
    source: SOURCE,
    examples: [{ text: '550 zqx your server zqx', source: MADE_UP }],
    note: 'By its code alone 550 would be an unknown mailbox. Who speaks of “your server” does not mean a mailbox.',
  },
  {
    id: 'generic.word.unavailable',
    codes: NOT_FOR_GOOD,
    pattern: anyOf(
      /\b(?:network|resources?|queues?|memory|disk|dns|capacity|swamped|glitch|internal|database|workers?)\b/,
      /(?<!\/)\berrors?\b(?!\/)|\b(?:failed|failure|unable to|could not|terminated|temporary|temporarily)\b/,
      /\b(?:shut ?down|not available|offline|closed|stopped|tomorrow)\b/,
    ),
    category: 'unavailable',
    meaning: "By a single word, trouble with the receiver's own machines.",
    source: SOURCE,
    examples: [{ text: '421 zqx network zqx', source: MADE_UP }],
  },
]);

import { anyOf, defineRules, inTurn } from '../define-rules.ts';

const SPAM_DETECTED = 'sisimai/p5-sisimai lib/Sisimai/Reason/SpamDetected.pm @0247fd34';

export const genericContentRules = defineRules('*', [
  {
    id: 'generic.content.scanner-unavailable',
    pattern: anyOf(
      inTurn(
        anyOf(
          /(?:error|fail\w*|problem|time-?out) (?:\S+ )?(?:connecting|contacting|talking|from|in|while|during|with)/,
          inTurn(
            /unable to|cannot|can't|could not|couldn't/,
            / /,
            /connect|contact|reach|run|scan|query|perform|complete|check|determine/,
          ),
        ),
        / (?:\S+ ){0,3}(?:anti-?)?/,
        /virus|spam|content|malware|clam\w*|spamd|rspamd/,
        /\b/,
      ),
      inTurn(
        /virus|spam|content|malware|mail|message/,
        /[- ]?/,
        /scann?\w*|engine|daemon|milter|checker|filter\w*/,
        /(?: \S+){0,2} /,
        /unavailable|not (?:available|responding|running)|timed out|time-?out|overload\w*|down\b|busy/,
      ),
      /too busy (?:\S+ ){0,3}(?:spam|virus)/,
      inTurn(
        /anti-?(?:virus|spam)\b(?: \S+){0,2} /,
        /not (?:running|available|responding)|down|unavailable|failed|timed out|offline|busy/,
      ),
    ),
    category: 'unavailable',
    meaning: 'The receiver cannot reach its own scanner for viruses or spam, so it puts the mail off.',
    source: 'Haraka clamd plugin, public repository copy, read 2026-11',
    examples: [
      {
        text: '450 Error connecting to virus scanner',
        source: 'Haraka clamd plugin, public repository copy, read 2026-11 (reply code added)',
      },
    ],
    note: 'The words virus and spam are about the scanner here, not about the message.',
  },
  {
    id: 'generic.content.virus',
    pattern: /virus|malware|infected|trojan|phish|clamav|malicious/,
    category: 'content',
    meaning: 'A scanner found a virus, phishing or what it takes for it.',
    source: 'sisimai/p5-sisimai lib/Sisimai/Reason/VirusDetected.pm',
    examples: [
      { text: '554 rejected due to virus', source: 'zone-eu/zone-mta config/bounces.txt @0009aafa' },
    ],
  },
  {
    id: 'generic.content.size',
    pattern: anyOf(
      /(?:message|mail|e-?mail|attachment|header|body|data)s? (?:\S+ ){0,3}too (?:large|big|long)/,
      /(?:message|mail|attachment|header) (?:file )?size|size (?:\S+ ){0,3}exceed/,
      /exceed\w* (?:\S+ ){0,4}(?:size|length)/,
      /(?:maximum|max) (?:\S+ )?(?:message |mail )?size|size limit|taille limite/,
      /(?:e-?mail|message|mail|attachment|body)s? (?:\S+ )?exceeds? (?:\S+ ){0,4}(?:<n>|\d+|size|mb|kb)/,
      /(?:message|mail|e-?mail) larger than|message length/,
      inTurn(
        /message|nachricht|messaggio|mensaje|mensagem|wiadomosc/,
        / (?:\S+ )?/,
        /trop|zu|troppo|demasiado|muito|zbyt/,
        / /,
        /volumineux|gro\w+|grande|duz\w+|lang\w*/,
      ),
    ),
    category: 'content',
    meaning: 'The message is larger than the receiver takes.',
    source: 'RFC 3463 X.3.4; RFC 1870',
    examples: [{ text: '552 5.3.4 Message size exceeds fixed limit', source: 'Postfix src/smtpd/smtpd.c' }],
  },
  {
    id: 'generic.content.attachment',
    pattern: anyOf(
      /(?:reject\w*|block\w*|protected) (?:\S+ ){0,3}attachments?|attachment (?:count|limit)/,
      /attachments?\b.{0,60}(?:not allowed|forbidden|prohibit|block|reject|ban|denied|not accept)/,
      inTurn(
        /banned|forbidden|prohibited|blocked|executable|dangerous|illegal|unacceptable/,
        / (?:\S+ ){0,2}/,
        /attachment|file|extension|content/,
      ),
      /(?:not|n't) accept (?:\S+ ){0,2}\.?\w{2,4} (?:files?|attachments?)/,
      /\b(?:zip|rar|exe|7z|iso|docm|xlsm) (?:files?|attachments?)|\bfile type\b/,
      /\bbanned: ?\.?\w{2,4}\b/,
    ),
    category: 'content',
    meaning: 'The message holds an attachment or a kind of content that the receiver does not take.',
    source: SPAM_DETECTED,
    examples: [
      {
        text: 'smtp;554 rejecting banned content',
        source: 'ActiveCampaign/smtp-field-manual data/codes/554.json @100935cc',
      },
    ],
  },
  {
    id: 'generic.content.format',
    pattern: anyOf(
      /\brfc[- ]?(?:2822|5322|822)\b|\brfc compli|(?:not|non)[- ](?:rfc[- ])?compliant/,
      inTurn(
        /missing|invalid|malformed|bad|duplicate|multiple|illegal|empty|no|wrong/,
        / (?:\S+ ){0,2}/,
        /headers?|from header|from:|message-id|date:|mime|subject/,
        /\b/,
      ),
      /headers? (?:\S+ ){0,2}(?:error|syntax)/,
      inTurn(
        /\b(?:subject|headers?)(?: line)? (?:\S+ ){0,3}/,
        /invalid|illegal|forbidden|not allowed|prohibited|missing/,
      ),
      /without (?:\S+ ){0,2}(?:headers?|fields?)\b|invalid (?:message |mime )?structure/,
      /mime\/reject|message header from|header from (?:address|domain)/,
      /from (?:\S+ )?header (?:is|does|must)|headers? are not|malformed (?:message|mail)/,
      /mime (?:error|violation)|blank from|invalid (?:[78]-?bit|\S+ data\b)/,
      /\bhtml (?:tag|content|mail|message|part|script)|\b(?:java|vb)?scripts? (?:inside|in|within)/,
      /binary (?:message|content|data|mail)|active content/,
      /(?:message|mail) (?:\S+ )?not (?:comply|conform)|8-?bit (?:data|characters?) in header/,
      /\bdate\b(?: \S+){0,4} (?:future|past|invalid|wrong)/,
    ),
    category: 'content',
    meaning: 'Headers or structure of the message break the mail format.',
    source: 'RFC 5322; Yahoo and Gmail texts of the same meaning',
    examples: [
      {
        text: 'smtp;554 Message not allowed - Headers are not RFC compliant[291]',
        source: 'ActiveCampaign/smtp-field-manual data/codes/554.json @100935cc',
      },
    ],
  },
  {
    id: 'generic.content.spam',
    pattern: anyOf(
      /\bspam(?!haus|cop|rats|expert|rl\b)|anti-?spam|spamassassin|spam ?score/,
      /\bjunk|\bube\b|unsolicited|bulk (?:e-?mail|mail|advert)|mass mailer/,
      /content (?:filter|rej|den|restrict|block|polic|match|scan|not )/,
      /(?:unacceptable|banned|objectionable|suspicious|prohibited) content/,
      /message content|(?:due to|because of) (?:its |the )?content|nature of the content/,
      /looks like|due to security polic|\bscor(?:e[ds]?|ing)\b|rspamd/,
      /(?:by|our|spam|message|content|mail) (?:\S+ )?filter|because it contains/,
      /(?:rejected|refused|blocked|identified|classified) as (?:\S+ )?(?:bulk|advert)/,
      /(?:message|mail) (?:is )?(?:held|quarantined)\b|blocking url/,
      /(?:forbidden|prohibited|blocked|malicious|suspicious|bad|unsafe) (?:\S+ )?(?:links?|urls?|uris?)\b/,
      /(?:word|phrase|number|keyword|url|text|subject|header|body) filter/,
      /recurrent pattern|high score/,
      /\blanguage\b.{0,40}(?:incomprehensible|not (?:accept|allow|understood|support)|unwanted)/,
      inTurn(
        /(?:language|character set|charset)s? (?:\S+ ){0,3}/,
        /not (?:accepted|allowed|wanted)|rejected|blocked|refused/,
      ),
      /suspicious message|looks? (?:\S+ )?suspicious|\b(?:dcc|razor2?|pyzor)\b/,
      /(?:message|mail|content|e-?mail)s? (?:\S+ ){0,2}(?:unwanted|undesired|not wanted)/,
      /unwanted (?:\S+ )?(?:message|mail|content|e-?mail)/,
      /believe (?:\S+ ){0,3}(?:message|mail|e-?mail) (?:\S+ )?(?:unwanted|bulk|fraud)/,
      /message (?:is |was )?(?:deemed|considered|found) suspicious|pourriel/,
      /indesirable|unerwunscht|indesiderat|no deseado|antyspam|спам|垃圾邮件/,
      /forbidden words|(?:blocked|forbidden|bad) (?:subject|words?)|\bgtube\b/,
      /local_scan|敏感词/,
    ),
    category: 'content',
    meaning: 'A filter takes the message itself for spam.',
    source: SPAM_DETECTED,
    examples: [
      {
        text: '550 5.7.1 Spamassassin considers this message SPAM. In case you disagree, send the ENTIRE message (preferably as a saved attachment) plus this error message to <postmaster@vger.kernel.org>  (in reply to end of DATA command)',
        source: 'vger.kernel.org, bounce kept in a public repository, read 2026-11',
      },
      {
        text: 'smtp;554 5.7.1 Spam message rejected; If this is not spam contact abuse',
        source: 'ActiveCampaign/smtp-field-manual data/codes/554.json @100935cc (Rambler)',
      },
      {
        text: '550 5.7.1 Message content rejected, UBE, id=00000-00-000',
        source: 'sisimai test data, amavisd-new, public repository copies',
      },
      {
        text: '554 5.7.1 Wiadomosc zostala odrzucona przez system antyspamowy',
        source: 'bounce handler tables of public repositories (marked .PL), read 2026-11 (reply code added)',
      },
    ],
  },
]);

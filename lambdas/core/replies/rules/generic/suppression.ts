// Here: addresses that a relay no longer sends to, replies that first of all say a mailbox or domain is gone, and
// recipients who keep this sender out themselves.
// Not here: unknown mailboxes in all other words (→ mailbox.ts).

import { ONE_RECIPIENT } from '../../advice/one-customer.ts';
import { anyOf, defineRules, inTurn, unless } from '../../define-rules.ts';

const MADE_UP = 'made up: a reason followed by words of another category';

/** Before the words for complaints and spam, which here only say why an address stands on such a list. */
export const genericSuppressionRules = defineRules('*', [
  {
    id: 'generic.suppression',
    pattern: inTurn(
      /^(?!.*\b(?:your|senders?'?s?|sending|from) (?:domain|ip|host|server|address))/,
      /.*?/,
      anyOf(
        /(?:recipient|address|mail ?box|user|contact|subscriber)(?:s|es)?(?: \S+){0,5} suppress(?:ed|ion)\b/,
        /\bsuppress(?:ed|ion) (?:\S+ ){0,3}(?:recipient|address|list)|^\W*suppressed\b/,
        /\b(?:previously|already|earlier) (?:bounced|unsubscribed|complained|opted)/,
        /(?:recipient|user|subscriber|contact|address) (?:has |have |is )?(?:\S+ )?(?:unsubscribed|opted[- ]?out)\b/,
        /(?:not|never) (?:deliver|send)\w* to (?:\S+ )?(?:previously|already) (?:\S+ )?(?:bounced|address)/,
        /global suppression|do-?not-?(?:mail|contact) list/,
        /(?:not|never) (?:deliver|send)\w* to (?:\S+ )?bounc(?:ed|ing) (?:e-?mail|mail|address|recipient)/,
      ),
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning:
      'A relay has the address on its suppression list: it bounced, complained or unsubscribed before.',
    source: 'suppression lists of Amazon SES, Mailgun and SendGrid, their own documentation, read 2026-11',
    examples: [
      {
        text: '550 Recipient address suppressed due to prior complaint',
        source: 'made up in the words of the relays named above',
      },
      {
        text: '605 Not delivering to previously bounced address',
        source: 'Mailgun, documentation of its events, read 2026-11',
      },
      {
        text: '450 4.0.0 Not sending to temporarily bounced email, please try again later',
        source: 'ImprovMX, reply in a public repository’s test, read 2026-11',
      },
    ],
    note: 'Said by the sender’s own relay, so nothing is refused by the receiver. The address should leave the list.',
  },
  {
    id: 'generic.mailbox.unknown-first',
    pattern: inTurn(
      /^\W*(?:<\w+>\W*)?(?:the )?/,
      anyOf(
        /(?:user|recipient|mail ?box|account)(?: <\w+>)? (?:is )?(?:unknown|not found|does not exist)\b/,
        /(?:unknown|no such) (?:user|recipient|mail ?box|account)\b/,
      ),
      /(?! (?:rate|ratio|limit|count|threshold)).{0,60}\b(?:black|block|spam|bann|abus|complain)/,
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The mailbox does not exist; whatever the reply says after that is advice or a threat.',
    source: 'RFC 3463 X.1.1',
    examples: [{ text: '550 User unknown: blacklisting follows after 10 such attempts', source: MADE_UP }],
  },
  {
    id: 'generic.mailbox.domain',
    pattern: anyOf(
      inTurn(
        /(?:recipient|destination|rcpt(?: to)?|addressee|receiver)(?:'s)?/,
        /(?: address)?(?: (?:rejected|refused|invalid))?\W{1,3}/,
        /(?:mail )?(?:domain|host) (?:<host> )?(?:was )?/,
        anyOf(
          /(?:not|cannot|could not|never) (?:be )?(?:found|exist|resolv|known|regist)\w*|(?:is )?unknown\b/,
          inTurn(
            /(?:does not|doesn't|has|have|having|is|with|without|lacks?|did not)(?: \S+){0,4} /,
            /(?:mx|a records?|exist|resolve|mail exchanger|mail server|dns)\b/,
          ),
        ),
      ),
      inTurn(
        /(?:mx|a record|mail exchanger|dns)\b(?: \S+){0,2} (?:for|of) (?:the )?/,
        /(?:recipient|destination|rcpt|addressee)(?:'s)? (?:domain|host)\b/,
      ),
      /(?:unroute?able mail domain|no mail hosts? for)\b(?!.*\bsender verif)|^\W*(?:<\w+>\W{1,3})?host unknown\b/,
      /^\W*no mx (?:record )?for <host>(?!.{0,40}(?:sender|your|mail from))/,
      /^\W*(?:<\w+>\W{1,3})?host or domain name not found\b(?!.*(?:try again|sender|your|helo|ptr|rdns|verif))/,
      /\brecipient address reserved\b/,
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The domain of the recipient has no valid MX or does not exist.',
    source: 'RFC 3463 X.1.2; a reply of Tiscali’s mail program, read 2026-11',
    examples: [
      {
        text: '550 5.1.1 recipient rejected: domain does not have neither a valid MX or A record',
        source: 'mail program of Tiscali, replies in its comments, read 2026-11 (address left out)',
      },
    ],
    note: 'Before the words for the sender’s names: unless the text says recipient, a domain that is not found is the sender’s.',
  },
  {
    id: 'generic.mailbox.domain-not-served',
    pattern: /\bdomain (?:<\w+> )?was detected as an? (?:\S+ ){1,6}domain via whois/,
    category: 'recipient',
    scope: 'recipient',
    meaning:
      'A forwarding service does not serve the domain of the recipient, which is new, expired or pending.',
    source: 'Forward Email, replies in its public repository, read 2026-11',
    examples: [
      {
        text: '421 The domain example.com was detected as a pending state domain via WHOIS/RDAP lookup.',
        source: 'Forward Email, public repository, read 2026-11 (shortened)',
      },
    ],
    note: 'Before the word for abuse, with which the reply goes on to say why.',
  },
  {
    id: 'generic.mailbox.restricted',
    pattern: /\bresolver\.rst\.(?:auth|not|sender|restrict)\w*/,
    category: 'recipient',
    scope: 'recipient',
    meaning: 'Exchange delivers to this recipient only for senders who are logged in or named for it.',
    source: 'Exchange Server, delivery restrictions; learn.microsoft.com, 5.7.1 and 5.7.133, read 2026-11',
    examples: [
      {
        text: '550 5.7.1 RESOLVER.RST.AuthRequired; authentication required',
        source: 'learn.microsoft.com, fix error code 550 5.7.1, read 2026-11',
      },
      {
        text: '550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized',
        source: 'learn.microsoft.com, fix error code 550 5.7.1, read 2026-11',
      },
    ],
    note: 'Before the words for a log-in, which here the recipient’s organisation would need.',
  },
  {
    id: 'generic.mailbox.unwanted',
    pattern: unless(
      /black-? ?list|\bspam\b/,
      anyOf(
        /\b(?:due to|because of|per) (?:the )?(?:recipient|user)(?:'s)? preferences\b/,
        inTurn(
          /\b(?:recipient|user|addressee)(?: <\w+>)? (?:has |have )?/,
          /(?:(?:does not|doesn't|did not|no longer) (?:want|wants|wish|wishes) |refuses |refused |rejects |prefers not )/,
          /(?:to (?:receive|get|accept) )?(?:(?:any|your|this|more|these) ){0,2}/,
          /(?:e-?mails?|mails?|messages?)\b(?! (?:larger|with|in|over))/,
        ),
      ),
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The mailbox exists, and its owner does not want mail from this sender.',
    source: 'Facebook’s response codes (RCP-P2); help pages of Interia, read 2026-11',
    advice: { do: ONE_RECIPIENT.do, persistent: ONE_RECIPIENT.persistent },
    examples: [
      {
        text: '550 5.1.1 RCP-P2 http://postmaster.facebook.com/ Refused due to recipient preferences',
        source: 'samples of Sisimai, public repository, read 2026-11, shortened',
      },
    ],
    note: 'As generic.policy.one-recipient, in words that name no block.',
  },
  {
    id: 'generic.mailbox.closed',
    pattern: anyOf(
      inTurn(
        /(?<!your |sending |sender |sender's )(?:mail ?box|account|user|recipient)(?: <\w+>)? /,
        /(?:(?:has been|was|is) )?(?:temporarily )?(?:disabled|suspended|blocked|locked|closed|terminated|deactivated) /,
        /(?:for|due to|because|by) (?:\S+ ){0,4}(?:spam|abuse|violat|complain|inactiv|non-?payment|owner|admin)/,
      ),
      /recipient address rejected: incoming (?:mail )?(?:suspended|disabled)/,
      /(?:recipient|user)(?:'s)? (?:account|mail ?box) (?:\S+ ){0,3}(?:violates|closed|banned|barred)\b/,
      /(?:recipient|user)(?:'s)? (?:account|mail ?box) (?:is |has been |was )?(?:temporarily )?blocked\b/,
      inTurn(
        /(?:account|mail ?box|address|user) (?:that )?you (?:wrote|sent|tried|are trying|are writing|want)\b/,
        /(?: \S+){0,4} (?:is |has been |was )?(?:blocked|disabled|suspended|closed|locked|deactivated)\b/,
      ),
      /(?<!(?:your|sending|sender) account (?:has been |was |is )?)\bdeactivated (?:due to|for|because of) abuse\b/,
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The mailbox is closed, for spam or abuse of its own owner perhaps; the sender is not accused.',
    source: 'RFC 3463 X.2.1',
    examples: [{ text: '550 Mailbox disabled because its owner sent spam', source: MADE_UP }],
  },
  {
    id: 'generic.policy.one-recipient',
    pattern: unless(
      /<ip>|\bip\b(?! or (?:e-?mail )?address)|\bhosts?\b|connection|server|network|gateway/,
      anyOf(
        inTurn(
          /\b(?:recipient|user|addressee)(?:'s|s'?)? (?:(?:own|personal|private) )?/,
          /(?:black|block|deny|reject|ban|ignore)-? ?list/,
        ),
        /\bpersonal (?:black|block|deny|reject|ban)-? ?list/,
        inTurn(
          /\b(?:black|block|deny|reject|ban)-? ?list(?:ed)? (?:of|by) (?:the |this )?/,
          /(?:recipient|user|addressee)(?=\W*$|[.,;:]| <| \()/,
        ),
        inTurn(
          /\b(?:blocked|banned) by (?:the |this |that |your )?(?:<\w+> |[a-z-]+mail )?/,
          /(?:recipient|user|addressee)(?=\W*$|[.,;:]| <| \()/,
        ),
        inTurn(
          /\b(?:recipient|user|addressee)(?: <\w+>)? (?:has |have )?(?:blocked|banned|barred) /,
          /(?:you\b|your (?:e-?mail )?(?:address|domain)|this sender|the sender|(?:e-?)?mails? from)/,
        ),
        /\b(?:recipient|user|addressee) has (?:you|your (?:e-?mail )?address) on (?:\S+ ){0,2}(?:black|block)-? ?list/,
      ),
    ),
    category: 'policy-block',
    scope: 'recipient',
    meaning: 'The owner of this mailbox keeps this sender out; nothing is said of other mailboxes.',
    source: 'bounces of Naver and Hanmail, public copies read 2026-11; Rackspace in fm/smtp-codes @124f765b',
    ofOneCustomer: true,
    advice: ONE_RECIPIENT,
    examples: [
      {
        text: "550 You are registered as spammer (by user's reject list)",
        source: 'NAVER and Hanmail, bounces in public repositories, read 2026-11',
      },
      {
        text: '554 5.7.1 <user@example.com>: Sender address rejected: Blocked by this recipient (GE)',
        source: 'Rackspace, as listed in fm/smtp-codes data/codes @124f765b (address filled in)',
      },
    ],
  },
]);

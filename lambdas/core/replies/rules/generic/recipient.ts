// Here: the recipient in vague words.
// Not here: mailboxes that are plainly full or unknown (→ mailbox-full.ts, mailbox.ts).

import { anyOf, defineRules, inTurn } from '../../define-rules.ts';

/** After limits and policies, which say “recipient address rejected” for reasons of their own. */
export const genericRecipientRules = defineRules('*', [
  {
    id: 'generic.recipient.mailbox-unavailable',
    pattern: anyOf(
      inTurn(
        /mail ?box (?:\S+ )?(?:temporarily |currently )?/,
        /unavailable|busy|locked|disabled|inaccessible|not available|is being/,
      ),
      inTurn(
        /recipient(?! address rejected)|user(?! (?:database|directory))|account/,
        / (?:\S+ ){0,3}(?:unavailable|temporarily)/,
      ),
      /mailbox name not allowed|user busy/,
      /(?<!ip )address (?:is )?temporarily unavailable|mail ?box (?:is )?(?:under|in) maintenance/,
      /\b(?:recipients?|users?|addressees?|address(?:es)?) (?:is|are|was|were) (?:not reachable|unreachable)\b/,
      /can't create output/,
      /(?:mail ?box|mail ?drop|maildir|spool file) (?:\S+ ){0,3}(?:locked|unwritable|not writable)/,
      /^\W*<address>\W{0,3} ?(?:is )?temporarily unavailable/,
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The mailbox cannot be reached, for the moment or for good.',
    source: 'RFC 5321 section 4.2.3, reply 450',
    examples: [
      { text: '450 Requested mail action not taken: mailbox unavailable', source: 'RFC 5321 section 4.2.3' },
    ],
  },
  {
    id: 'generic.recipient.duplicate',
    pattern:
      /\b(?:duplicate|repeated) (?:recipients?|rcpts?)\b|recipients? already (?:given|named|specified)\b/,
    category: 'recipient',
    scope: 'recipient',
    meaning: 'One message names this recipient twice; the address itself is good.',
    source: 'reply texts in the source of public mail servers, read 2026-11',
    examples: [
      {
        text: '452 4.5.3 Duplicate recipient <user@example.com>',
        source: 'reply texts in the source of public mail servers, read 2026-11; address added',
      },
    ],
    note: 'Nothing is lost: the message goes to the address once.',
  },
  {
    id: 'generic.recipient.rejected',
    pattern: anyOf(
      inTurn(
        /recipient|rcpt|address|addressee/,
        /(?:s| address(?:es)?)? (?:\S+ ){0,2}/,
        anyOf(
          /rejected(?!: (?:local|internal|temporary|system|server|service|lookup|dns|database) )/,
          /refused|invalid|denied|not (?:ok|accepted|valid|allowed)/,
        ),
      ),
      inTurn(
        /cannot|can not|can't|unable to|could not/,
        / /,
        /check mx|find|resolve|look ?up|locate/,
        / (?:\S+ ){0,4}(?:recipient|for (?:the )?domain)/,
      ),
      /domain not (?:active|local|found)/,
      inTurn(
        /(?:delivery|delivering|message|mail) (?:(?!delivered |servers? )\S+ )?(?:for|to) /,
        /<address>|<name>|this (?:address|user|recipient|domain)|recipient/,
      ),
      /no valid recipients/,
      /undeliverable|for this domain (?:\S+ ){0,2}not accepted/,
      /(?:recipients?|address\w*) that bounced/,
      /recipients must be|need (?:a )?valid recipient|mail (?:for|to) external users/,
      /dns domain <host> does not exist|lowest numbered mx (?:\S+ )?points? to/,
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The receiver does not take mail for this address or domain.',
    source: 'sisimai/p5-sisimai lib/Sisimai/Reason/UserUnknown.pm @0247fd34',
    examples: [
      {
        text: '550 5.1.0 Address rejected.',
        source: 'sisimai/p5-sisimai lib/Sisimai/Reason/UserUnknown.pm @0247fd34 (reply code added)',
      },
    ],
  },
]);

// Here: what single words say together if no wording is known, one rule for each category.
// Not here: how words are weighed (→ ../../weighed-words/).

import { defineWeighedWordsRules } from '../../define-rules.ts';

const SOURCE = 'how often its words occur in the labelled replies of each category, test/fixtures/, 2026-11';
const THOUGHT_OF = 'thought of, test/fixtures/replies/phrases.tsv';

/**
 * A weak answer, but a better one than the code's: “554 Suspicious sender” has words that mean something and a code
 * that means nothing.
 */
export const genericWeighedWordRules = defineWeighedWordsRules([
  {
    id: 'generic.word.rate',
    category: 'rate-limit',
    meaning: 'No wording is known; by its single words, most likely too much or too fast.',
    source: SOURCE,
    examples: [
      {
        text: '450 Please send fewer at a time',
        source: 'made up: no wording of a rule is in it',
      },
    ],
  },
  {
    id: 'generic.word.connections',
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'No wording is known; by its single words, most likely a limit of connections.',
    source: SOURCE,
    examples: [{ text: '421 4.7.0 you use more connections than we grant', source: THOUGHT_OF }],
  },
  {
    id: 'generic.word.reputation',
    category: 'reputation',
    scope: 'ip',
    meaning:
      'No wording is known; by its single words, the receiver most likely thinks little of the sender.',
    source: SOURCE,
    examples: [{ text: "451 4.7.1 sender's karma is below zero", source: THOUGHT_OF }],
  },
  {
    id: 'generic.word.refusal',
    category: 'policy-block',
    meaning: 'No wording is known; by its single words, most likely a refusal.',
    source: SOURCE,
    examples: [
      {
        text: '554 Black mail address.',
        source: "a hoster's help page that lists its replies, read 2026-11",
      },
    ],
  },
  {
    id: 'generic.word.authentication',
    category: 'authentication',
    scope: 'domain',
    meaning: 'No wording is known; by its single words, most likely a matter of SPF, DKIM or DMARC.',
    source: SOURCE,
    examples: [{ text: '550 SPF says no', source: THOUGHT_OF }],
  },
  {
    id: 'generic.word.configuration',
    category: 'configuration',
    meaning:
      "No wording is known; by its single words, most likely a matter of the sender's address, name or session.",
    source: SOURCE,
    examples: [
      {
        text: '501 5.5.4 Unrecognized parameter',
        source: 'Vda BounceProcessing, public repository, read 2026-11',
      },
    ],
  },
  {
    id: 'generic.word.content',
    category: 'content',
    meaning: 'No wording is known; by its single words, most likely a matter of the message itself.',
    source: SOURCE,
    examples: [
      {
        text: '554 5.6.0 Message contains NUL characters',
        source: 'reply string in the source of a mail server, public repository, read 2026-11',
      },
    ],
  },
  {
    id: 'generic.word.recipient',
    category: 'recipient',
    scope: 'recipient',
    meaning: 'No wording is known; by its single words, most likely a matter of this mailbox or domain.',
    source: SOURCE,
    examples: [
      {
        text: '550 5.1.1 Inactive mbox',
        source: "a hoster's help page that lists its replies, read 2026-11",
      },
    ],
  },
  {
    id: 'generic.word.greylisting',
    category: 'greylisting',
    scope: 'ip',
    meaning:
      'No wording is known; by its single words, most likely greylisting: the mail is taken when it comes again.',
    source: SOURCE,
    examples: [
      {
        text: '450 deferred: please try again',
        source: 'AssoConnect/SmtpToolbox BounceTypeResolver, public repository copy, read 2026-11',
      },
    ],
  },
  {
    id: 'generic.word.unavailable',
    category: 'unavailable',
    meaning:
      "No wording is known; by its single words, most likely trouble with the receiver's own machines.",
    source: SOURCE,
    examples: [
      {
        text: '451 4.3.2 can not connect to queue',
        source: 'reply string in the source of a mail server or filter, read 2026-11',
      },
    ],
  },
]);

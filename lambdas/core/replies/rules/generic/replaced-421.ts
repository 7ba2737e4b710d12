// Here: the words that PowerMTA may put in place of a receiver's own.
// Not here: what PowerMTA says of a connection that failed (→ ../powermta.ts).

import { defineRules } from '../../define-rules.ts';

export const genericReplaced421Rules = defineRules('*', [
  {
    id: 'powermta.replaced-421',
    pattern: /^\W*service unavailable\W*$/,
    category: 'unavailable',
    meaning: 'Either the receiver’s own two words, or PowerMTA’s, put in place of the receiver’s text.',
    source: 'PowerMTA User’s Guide 5.0, replace-smtp-421-service-response, read 2026-11',
    spokenBy: 'receiver',
    advice: {
      do: [
        'Look whether the configuration has replace-smtp-421-service-response yes; set it to no and reload (pmta reload): the receiver’s own words say whether to wait or to act.',
        'Otherwise these are the receiver’s own words: wait, PowerMTA tries again by itself.',
      ],
    },
    examples: [
      {
        text: '421 service unavailable',
        source: 'PowerMTA User’s Guide 5.0, replace-smtp-421-service-response, read 2026-11',
      },
    ],
    note: 'With replace-smtp-421-service-response yes nothing is left to classify: switch it off. Counted as the receiver’s, because the 421 was.',
  },
]);

import { defineCodeRules } from '../../define-rules.ts';
import { PAGE } from './yahoo-sources.ts';

/** Yahoo's own meaning of an enhanced code. */
export const yahooCodeRules = defineCodeRules('yahoo', [
  {
    id: 'yahoo.code.authentication',
    codes: / [45]\.7\.9$/,
    category: 'authentication',
    meaning: 'By its code, DKIM or DMARC failed.',
    source: PAGE,
    examples: [{ text: '554 5.7.9 zqx', source: PAGE }],
  },
  {
    id: 'yahoo.code.greylisting',
    codes: / 4\.16\.50$/,
    category: 'greylisting',
    meaning: 'By its code, which comes with [GL01], Yahoo does not know this sender yet.',
    source: 'log lines with [GL01] in public forums, read 2026-11',
    examples: [{ text: '421 4.16.50 zqx', source: 'log lines with [GL01] in public forums, read 2026-11' }],
  },
  {
    id: 'yahoo.code.deferred',
    codes: / 4\.16\.5[1-9]$/,
    category: 'reputation',
    stance: 'patience',
    scope: 'ip',
    meaning: 'By its code, Yahoo slows this IP down because of its volume or of complaints.',
    source: PAGE,
    examples: [{ text: '421 4.16.55 zqx', source: PAGE }],
  },
]);

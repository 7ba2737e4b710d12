import { defineCodeRules } from '../../define-rules.ts';
import { PAGE } from './gmail-sources.ts';

/** Gmail's own meaning of an enhanced code, which is often not the registry's: 4.7.27 there is a null MX. */
export const gmailCodeRules = defineCodeRules('gmail', [
  {
    id: 'gmail.code.authentication',
    codes: / [45]\.7\.(?:24|26|27|30|32|40)$/,
    category: 'authentication',
    meaning: 'By its code, Gmail found SPF, DKIM or DMARC failing.',
    source: PAGE,
    examples: [{ text: '421 4.7.27 zqx', source: PAGE }],
  },
  {
    id: 'gmail.code.configuration',
    codes: / [45]\.7\.(?:23|25|29)$/,
    category: 'configuration',
    meaning: 'By its code, Gmail misses a PTR record or TLS.',
    source: PAGE,
    examples: [{ text: '421 4.7.29 zqx', source: PAGE }],
  },
  {
    id: 'gmail.code.unusual-rate',
    codes: / [45]\.7\.28$/,
    category: 'reputation',
    meaning: 'By its code, Gmail sees an unusual rate of mail.',
    source: PAGE,
    examples: [{ text: '421 4.7.28 zqx', source: PAGE }],
  },
  {
    id: 'gmail.code.recipient-rate',
    codes: /^4\d\d 4\.2\.1$/,
    category: 'rate-limit',
    scope: 'recipient',
    meaning: 'By its code, this mailbox gets more mail than it can take.',
    source: PAGE,
    examples: [{ text: '450 4.2.1 zqx', source: PAGE }],
  },
]);

import { defineCodeRules } from '../../define-rules.ts';
import { FIELD_MANUAL, NDR, SISIMAI } from './microsoft-sources.ts';

const SUPED = 'suped.com/knowledge (2026-06-19)';

/** Microsoft's own meaning of an enhanced code: most of its deferrals today are 451 with one of these. */
export const microsoftCodeRules = defineCodeRules('microsoft', [
  {
    id: 'microsoft.code.reputation',
    codes: / 4\.7\.(?:65[01]|8[5-9]\d)$/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'By its code, Microsoft slows this IP down because of its reputation, or looks into it.',
    source: `${NDR}; ${SUPED}`,
    examples: [{ text: '451 4.7.650 zqx', source: SUPED }],
  },
  {
    id: 'microsoft.code.connections',
    codes: / 4\.7\.652$/,
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'By its code, this IP holds more connections open than Microsoft takes from it.',
    source: SUPED,
    examples: [{ text: '451 4.7.652 zqx', source: SUPED }],
  },
  {
    id: 'microsoft.code.busy',
    codes: / 4\.7\.(?:5|7)00$/,
    category: 'unavailable',
    meaning: 'By its code, Microsoft or its protocol filter agent is busy.',
    source: `${FIELD_MANUAL}; ${SISIMAI}`,
    note: 'With the words for it 4.7.500 may be a first sign of lost reputation; the 421 Analysis calls it normal load.',
    examples: [{ text: '451 4.7.500 zqx', source: FIELD_MANUAL }],
  },
  {
    id: 'microsoft.code.authentication',
    codes: / 5\.7\.(?:509|515)$/,
    category: 'authentication',
    scope: 'domain',
    meaning:
      'By its code, DMARC failed, or the domain lacks the authentication that Microsoft asks of bulk senders.',
    source: NDR,
    examples: [{ text: '550 5.7.515 zqx', source: NDR }],
  },
  {
    id: 'microsoft.code.banned',
    codes: / 5\.7\.(?:50[1238]|51[13]|6(?:0[6-9]|[1-4]\d))$/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'By its code, Microsoft has banned this sender or its IP.',
    source: NDR,
    examples: [{ text: '550 5.7.606 zqx', source: NDR }],
  },
]);

import { defineRules } from '../../define-rules.ts';

const LIST = 'sisimai/p5-sisimai lib/Sisimai/Reason/Blocked.pm @0247fd34 (marked as SFR)';
const PAGE = 'postmaster.sfr.fr as summed up in a public repository, September 2026';

export const sfrRules = defineRules('sfr', [
  {
    id: 'sfr.invalid-recipients',
    pattern: /\bgu_eib_02\b/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'Too many unknown mailboxes among the recipients.',
    source: `${LIST}; ${PAGE}`,
    examples: [
      { text: '554 5.7.1 <unknown[192.0.2.1]>: Client host rejected: Abus detecte GU_EIB_02', source: LIST },
    ],
  },
  {
    id: 'sfr.spam-share',
    pattern: /\bgu_eib_04\b|abus detecte|\bsfr_in_103\b/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'Too large a share of the mail from the IP is spam in SFR’s eyes.',
    source: `${LIST}; ${PAGE}`,
    examples: [
      { text: '554 5.7.1 <unknown[192.0.2.1]>: Client host rejected: Abus detecte GU_EIB_04', source: LIST },
    ],
  },
]);

import { defineRules } from '../../define-rules.ts';

const POSTMASTER = 'postmaster.t-online.de, sections 4.1 and 4.7';

/** T-Online takes mail only from IPs it knows; its word for an unknown one is “None/bad reputation”. */
export const tOnlineRules = defineRules('t-online', [
  {
    id: 't-online.unknown-ip',
    pattern: /none\/bad reputation/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'T-Online does not know the sending IP; its postmaster resets it on request.',
    source: POSTMASTER,
    examples: [
      {
        text: '554 IP=192.0.2.209 - None/bad reputation. Ask your postmaster for help or to contact tobr@rx.t-online.de for reset. (NOWL)',
        source: 'bllmnn.de, May 2024; address replaced',
      },
    ],
  },
  {
    id: 't-online.blocked-ip',
    pattern: /a problem occurred\./,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'T-Online has blocked the sending IP; its postmaster says why and lifts it on request.',
    source: POSTMASTER,
    examples: [
      {
        text: '554 IP=192.0.2.1 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.) (BL)',
        source: 'zone-eu/zone-mta config/bounces.txt @0009aafa',
      },
    ],
  },
  {
    id: 't-online.connections',
    pattern: /too many connections/,
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'Too many connections at a time from one IP.',
    source: 'mail queue parser tests in a public repository, read 2026-11',
    examples: [
      {
        text: '421 mta-out1.t-online.de Service not available - too many connections from your IP',
        source: 'mail queue parser tests in a public repository, read 2026-11',
      },
    ],
  },
]);

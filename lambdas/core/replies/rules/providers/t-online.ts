import { defineRules } from '../../define-rules.ts';

const POSTMASTER = 'postmaster.t-online.de, sections 4.1 and 4.7, read 2026-11';

/** T-Online takes mail only from IPs it knows; its word for an unknown one is “None/bad reputation”. */
export const tOnlineRules = defineRules('t-online', [
  {
    id: 't-online.unknown-ip',
    pattern: /none\/bad reputation/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'T-Online does not know the sending IP; its postmaster resets it on request.',
    source: POSTMASTER,
    advice: {
      do: [
        'Pause the queue (pmta pause queue; resume it by hand): what is refused with this 554 has bounced, and less volume changes nothing.',
        'Write to tobr@rx.t-online.de with the IP, its host name and who operates it, and ask for a reset.',
        'Check first that the IP has a PTR record that resolves back to it, and that the website of its domain says who operates it (postmaster.t-online.de, 4.1).',
      ],
      lookAgain:
        'Look again after 24 hours: resume the queue with one connection once T-Online has answered.',
      avoid: [
        'Merely sending less or waiting: an unknown IP stays unknown.',
        'Moving the mail to another IP that T-Online does not know either.',
      ],
      commands: ['pmta pause queue {queue}', 'pmta show queues --errors {queue}'],
    },
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

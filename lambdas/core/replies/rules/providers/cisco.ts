import { anyOf, defineRules } from '../../define-rules.ts';

/** Cisco Secure Email (IronPort): SenderBase score decides at the greeting. `#4.4.5` style codes are its own. */
export const ciscoRules = defineRules('cisco', [
  {
    id: 'cisco.poor-reputation',
    pattern: anyOf(
      /sending mta's poor reputation/,
      /access to (?:this mail system|submit messages to this (?:e-?)?mail system) has been rejected/,
    ),
    category: 'reputation',
    scope: 'ip',
    meaning: 'The Talos (SenderBase) reputation of the sending IP is too low.',
    source: 'Cisco, SMTP error text of a host access table; zone-eu/zone-mta config/bounces.txt @0009aafa',
    examples: [
      {
        text: "554-mx.example.com Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you believe that this failure is in error, please contact the intended recipient via alternate means.",
        source: 'zone-eu/zone-mta config/bounces.txt @0009aafa; haraka log parser tests',
      },
      {
        text: '550 #5.7.1 Your access to submit messages to this e-mail system has been rejected.',
        source: 'zone-eu/zone-mta config/bounces.txt @0009aafa',
      },
    ],
  },
  {
    id: 'cisco.connections',
    pattern: /too many connections from (?:this|your) (?:host|ip)/,
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'Too many connections at a time from this IP.',
    source:
      'inmotionhosting.com, variations of error 421; Momentum adaptive_rules.lua, documentation of 2020-03',
    examples: [
      {
        text: '421 #4.4.5 Too many connections from your host.',
        source: 'inmotionhosting.com, variations of error 421, stored copy read 2026-11',
      },
    ],
  },
  {
    id: 'cisco.recipients-per-hour',
    pattern: /too many recipients received (?:this|the) (?:hour|from the sender)/,
    category: 'rate-limit',
    scope: 'ip',
    meaning:
      'The host’s limit of recipients per hour for this IP is used up; it follows from the reputation group.',
    source: 'knowledge.broadcom.com/external/article/385809, via sisimai Rhost/MessageLabs.pm @0ceb30f4',
    examples: [
      {
        text: '452 Too many recipients received this hour',
        source: 'knowledge.broadcom.com/external/article/385809, via sisimai Rhost/MessageLabs.pm @0ceb30f4',
      },
    ],
  },
]);

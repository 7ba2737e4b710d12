import type { RuleDefinition } from '../../rule.ts';

/** What servers of AOL said, with a code in round brackets: `(RTR:BL)`. */
export const yahooAolDefinitions: readonly RuleDefinition[] = [
  {
    id: 'yahoo.aol-dynamic-block',
    pattern: /\b(?:dyn|rly|rtr|con):[a-z]\d\b/,
    category: 'reputation',
    scope: 'ip',
    meaning: 'AOL, before it moved to Yahoo in 2018, slowed this IP down because of complaints.',
    source: 'zone-eu/zone-mta config/bounces.txt @cf94b99 (EUPL)',
    seen: '2018',
    examples: [
      {
        text: '421 4.7.1 : (DYN:T1) https://postmaster.aol.com/error-codes#421dynt1',
        source: 'zone-eu/zone-mta config/bounces.txt @cf94b99 (EUPL)',
      },
    ],
  },
  {
    id: 'yahoo.aol-dns-block',
    pattern: /\bdns:[a-z][a-z0-9]\b/,
    category: 'configuration',
    scope: 'ip',
    meaning: 'An old AOL code: the IP has no reverse DNS name, or one that AOL could not look up.',
    source: 'postmaster.info.aol.com/errors, stored copy read 2026-11',
    seen: '2018',
    examples: [
      {
        text: '421 DNS:NR http://postmaster.info.aol.com/errors/421dnsnr.html',
        source: 'postmaster.info.aol.com/errors, stored copy read 2026-11 (code and page)',
      },
    ],
  },
  {
    id: 'yahoo.aol-url-block',
    pattern: /\bhvu:[a-z]\d\b/,
    category: 'content',
    scope: 'url-domain',
    meaning: 'An old AOL code: a link in the message leads to a site that AOL’s members complained about.',
    source: 'postmaster.info.aol.com/errors, stored copy read 2026-11',
    seen: '2018',
    examples: [
      {
        text: '554 5.2.1 : (HVU:B1) http://postmaster.info.aol.com/errors/554hvub1.html',
        source: 'bounce handlers of public repositories, read 2026-11 (code and words around it)',
      },
    ],
  },
  {
    id: 'yahoo.aol-rtr-block',
    pattern: /\b(?:rtr|rly):[a-z]{2}\b/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'An old AOL code: the IP is blocked because of its reputation, its type or its rate.',
    source: 'Postfix log line in a public forum copy, February (year not given), read 2026-11',
    examples: [
      {
        text: '554- (RTR:DU)  http://postmaster.info.aol.com/errors/554rtrdu.html',
        source:
          'Postfix log line in a public forum copy, February (year not given), read 2026-11; end of the address filled in',
      },
    ],
  },
];

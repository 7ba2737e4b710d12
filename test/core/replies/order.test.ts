import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../../lambdas/core/replies/catalogue.ts';
import { parseReply } from '../../../lambdas/core/replies/reply.ts';
import { OTHER } from '../../../lambdas/core/receivers/isp.ts';
import { ISPS } from '../../../lambdas/core/receivers/isps.ts';
import type { Rule } from '../../../lambdas/core/replies/rule.ts';
import { RULES_FOR_EVERYONE } from '../../../lambdas/core/replies/rules/order.ts';

const catalogue = createCatalogue();

/** Texts whose words fit several rules; the order across the generic files decides. */
const MEANT = [
  ['policy-block', '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org'],
  ['policy-block', '421 4.7.1 Client host [192.0.2.1] blocked using bl.spamcop.net; please try again later'],
  [
    'greylisting',
    '421 4.7.1 Service unavailable; Client host [192.0.2.1] blocked using grey.rbl - Greylisting in action',
  ],
  ['reputation', '421 4.7.0 Too many connections from your IP due to poor reputation'],
  ['reputation', '421 rate limited because of poor reputation, try again later'],
  ['reputation', '550 Too many invalid recipients'],
  ['reputation', '421 Too many unknown users, try again later'],
  ['rate-limit', '452 4.5.3 Error: too many recipients'],
  ['rate-limit', '421 Too many messages for this session, try again later'],
  ['rate-limit', '450 4.7.1 <a@example.com>: Recipient address rejected: too many messages, try again later'],
  ['connection-limit', '421 Service not available, too many connections'],
  ['connection-limit', '421 4.3.2 Too many concurrent SMTP connections; please try again later'],
  ['recipient', '452 4.2.2 Mailbox full, try again later'],
  ['recipient', '552 5.2.2 Over quota'],
  ['recipient', '554 5.7.1 <a@example.com>: Relay access denied'],
  ['recipient', '450 4.1.1 <a@example.com>: Recipient address rejected: unverified address'],
  ['unavailable', '452 4.3.1 Insufficient system storage'],
  ['unavailable', '451 4.3.0 Temporary lookup failure'],
  ['unavailable', '450 4.7.1 Service unavailable - try again later'],
  ['configuration', '450 4.1.8 <a@example.com>: Sender address rejected: Domain not found'],
  ['configuration', '550 Cannot verify sender'],
  ['configuration', '450 4.7.1 Client host rejected: cannot find your reverse hostname'],
  ['authentication', '550 5.7.1 Access denied: SPF check failed'],
  ['authentication', '550 5.7.1 Message rejected due to DMARC policy'],
  ['content', '554 5.7.1 Message rejected as spam by content filtering'],
  ['policy-block', '554 5.7.1 Access denied'],
] as const;

/** What is tried together, in the order that docs/rules.md and `rules --json` promise. */
const STEPS = [
  'powermta',
  'isp wording',
  'every wording',
  'every weighed-words',
  'isp code',
  'every code',
  'every nothing',
];
const stepOf = ({ spokenBy, isp, basis }: Rule): string =>
  spokenBy === 'powermta' ? 'powermta' : `${isp === '*' ? 'every' : 'isp'} ${basis}`;

describe('the order of rules', () => {
  test('goes from PowerMTA, the ISP and everyone to weighed words, codes and nothing', () => {
    const steps = catalogue.rules.map(stepOf);
    expect(steps.filter((step, at) => step !== steps[at - 1])).toEqual(STEPS);
  });

  test.each(['other', ...ISPS.map(({ id }) => id)])('is the order in which they are listed: %s', (isp) => {
    const tried = catalogue.rulesFor(isp);
    const listed = catalogue.rules.filter((rule) => tried.includes(rule));
    expect(tried.map(({ id }) => id)).toEqual(listed.map(({ id }) => id));
  });
});

describe('the files of the generic rules', () => {
  const folder = new URL('../../../lambdas/core/replies/rules/', import.meta.url);
  /** Part of the wordings of two of them. */
  const NO_RULES = 'better-reason.ts';

  test('are all in the order', () => {
    const there = readdirSync(new URL('generic/', folder)).filter((name) => name !== NO_RULES);
    const ordered = RULES_FOR_EVERYONE.map(({ file }) => file).filter((file) => file.startsWith('generic/'));
    expect(ordered.toSorted()).toEqual(there.map((name) => `generic/${name}`).toSorted());
  });

  test.each(RULES_FOR_EVERYONE)(
    '$file begins with what is in it, and with where its neighbours are',
    ({ file }) => {
      const source = readFileSync(new URL(file, folder), 'utf8');
      const neighbours = /^\/\/ Here: [^]*?\n(\/\/ Not here: [^]*?)\n\n/.exec(source)?.[1] ?? '';
      expect(neighbours).not.toBe('');
      for (const [name] of neighbours.matchAll(/(?:\.\.\/)*[\w-]+\/?[\w-]+\.ts/g)) {
        const path = new URL(name, new URL(file, folder));
        expect(() => readFileSync(path)).not.toThrow();
      }
    },
  );
});

describe('a text of several meanings', () => {
  test.each(MEANT)('is %s: %s', (category, text) => {
    expect(catalogue.classify(OTHER, parseReply(text, '')).category).toBe(category);
  });

  test.each(['gmail', 'outlook', 'microsoft-365', 'yahoo', 'apple', OTHER])(
    'is PowerMTA’s own, and not from %s, if PowerMTA lost the connection',
    (isp) => {
      for (const text of ['smtp;421 4.4.1 Connection timed out', '421 4.4.2 Connection dropped']) {
        expect(catalogue.classify(isp, parseReply(text, ''))).toMatchObject({
          id: 'powermta.connection-failed',
          spokenBy: 'powermta',
        });
      }
    },
  );

  test('is from Gmail if Gmail waited too long', () => {
    const reply = parseReply('451 4.4.2 Timeout - closing connection.', '');
    expect(catalogue.classify('gmail', reply).spokenBy).toBe('receiver');
  });

  test('calls for a person if it refuses, and for patience if one lookup failed', () => {
    const stance = (text: string): string => catalogue.classify(OTHER, parseReply(text, '')).stance;
    expect(stance('554 5.7.1 Access denied')).toBe('intervention');
    expect(stance('451 4.4.3 SPF: temperror: DNS Timeout')).toBe('patience');
  });
});

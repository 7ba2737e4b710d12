import { describe, expect, test } from 'vitest';
import { actionsFor, actsOnDeferralsAlone, NAMED_RULES } from '../../../lambdas/core/powermta/actions.ts';
import { powermtaInclude, SECTIONS } from '../../../lambdas/core/powermta/include.ts';
import { createDirectory } from '../../../lambdas/core/receivers/directory.ts';
import { createCatalogue } from '../../../lambdas/core/replies/catalogue.ts';
import { parseReply } from '../../../lambdas/core/replies/reply.ts';
import type { Rule } from '../../../lambdas/core/replies/rule.ts';
import { ispsOf } from '../../../lambdas/core/replies/speaker.ts';
import { MEASURED, readReplies } from '../../../scripts/labelled-replies.ts';
import { readInclude } from './include-syntax.ts';
import type { PatternEntry } from './include-syntax.ts';

const catalogue = createCatalogue();
const { rules } = catalogue;
const { isps } = createDirectory();
const text = powermtaInclude(catalogue, isps);
const include = readInclude(text);
function listNamed(name: string): PatternEntry[] {
  return include.lists.get(name) ?? [];
}

/** What PowerMTA would do: the first entry that matches, or nothing. */
function actionsOn(reply: string, list: string): string | null {
  const entry = listNamed(list).find(({ expression }) => expression.test(reply));
  return entry === undefined ? null : entry.actions.join(',');
}

/** The list in which the replies of a rule are looked up. */
function listFor(rule: Rule): string {
  const isp = isps.find(
    ({ id }) => include.lists.has(`deferral-watch-${id}`) && catalogue.rulesFor(id).includes(rule),
  );
  return rule.isp === '*' || isp === undefined ? 'deferral-watch-other' : `deferral-watch-${isp.id}`;
}

/** A reply as it reaches PowerMTA: without the type of an accounting row, its lines as they came. */
function asReceived(example: string): string {
  return example.replace(/^smtp;\s*/i, '').replaceAll(String.raw`\r\n`, '\r\n');
}

/** Whether a reply is over with its own message. */
function isOver(rule: Rule, reply: string): boolean {
  return actsOnDeferralsAlone(rule) && !reply.startsWith('4');
}

describe('the include', () => {
  test('is in the language of PowerMTA', () => {
    expect(include.problems).toEqual([]);
  });

  test('writes t and tq rows beside d and b', () => {
    expect(include.acctFiles.map(({ directives }) => directives.get('records'))).toEqual(['d,b,t,tq']);
  });

  test('names only rules that there are', () => {
    const ids = new Set(rules.map(({ id }) => id));
    expect(NAMED_RULES.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('has a list and a block for every giant', () => {
    for (const isp of ['gmail', 'outlook', 'yahoo', 'apple', 'other']) {
      expect(listNamed(`deferral-watch-${isp}`).length).toBeGreaterThan(0);
    }
    expect(include.domains.get('*')?.get('smtp-pattern-list')).toBe('deferral-watch-other');
    expect(include.domains.get('$dwgmail')?.get('smtp-pattern-list')).toBe('deferral-watch-gmail');
    expect(include.macros.get('dwgmail')).toEqual(expect.arrayContaining(['gmail.com', 'gmail.rollup']));
  });

  test('uses every list in exactly one block', () => {
    const used = [...include.domains.values()].map((directives) => directives.get('smtp-pattern-list'));
    expect(used).toHaveLength(include.lists.size);
    expect(new Set(used)).toEqual(new Set(include.lists.keys()));
  });

  test('never bounces, whatever the reply', () => {
    const actions = [...include.lists.values()].flat().flatMap((entry) => entry.actions);
    expect(actions.filter((action) => action.startsWith('bounce'))).toEqual([]);
  });

  test.each([...include.domains])('slows down and comes back in %s', (_name, directives) => {
    expect(directives.get('backoff-max-msg-rate')).toBeDefined();
    expect(directives.get('backoff-to-normal-after')).toBeDefined();
  });

  test('carries the numbers of the analysis', () => {
    const of = (domain: string, directive: string) => include.domains.get(domain)?.get(directive);
    expect(of('$dwgmail', 'backoff-retry-after')).toBe('45m');
    expect(of('$dwgmail', 'max-smtp-out')).toBe('8');
    expect(of('$dwgmail', 'backoff-max-smtp-out')).toBe('3');
    expect(of('$dwgmail', 'retry-recipients-after')).toBe('15m');
    expect(of('$dwoutlook', 'backoff-retry-after')).toBe('2h');
    expect(of('$dwoutlook', 'backoff-max-smtp-out')).toBe('2');
    expect(of('$dwyahoo', 'backoff-retry-after')).toBe('1h');
    expect(of('*', 'retry-after')).toBe('20m');
  });

  test.each(SECTIONS)('prints %s alone', (section) => {
    const alone = readInclude(powermtaInclude(catalogue, isps, section));
    expect(alone.problems).toEqual([]);
    expect([alone.acctFiles.length > 0, alone.lists.size > 0, alone.domains.size > 0]).toEqual(
      SECTIONS.map((other) => other === section),
    );
  });
});

const readByLists = rules.filter((rule) => rule.basis === 'wording' && rule.spokenBy === 'receiver');
const hasOwnList = (rule: Rule) => listFor(rule) !== 'deferral-watch-other';

describe.each(readByLists.filter(hasOwnList))('a reply of $id', (rule) => {
  test.each(rule.examples)('meets what is fit for it: $text', ({ text: example }) => {
    const reply = asReceived(example);
    expect(actionsOn(reply, listFor(rule))).toBe(isOver(rule, reply) ? null : actionsFor(rule, 'one-isp'));
  });
});

/** A configuration of PowerMTA is ASCII, so that its lists leave out what is written in another alphabet. */
const IN_ANOTHER_ALPHABET = /[\u0370-\u1fff\u3000-\uffff]/;

// PowerMTA cannot know who hosts a domain: words that could mean less do nothing in this list.
describe('the list of everybody else', () => {
  const replies = readByLists
    .filter((rule) => !hasOwnList(rule))
    .flatMap((rule) => rule.examples.map((example) => ({ rule, reply: asReceived(example.text) })));

  test.each(replies)('does for $rule.id what is fit, or nothing: $reply', ({ rule, reply }) => {
    expect([actionsFor(rule, 'everybody-else'), null]).toContain(actionsOn(reply, 'deferral-watch-other'));
  });

  // Whose domain is hosted there is in no queue's name, so that these come to the list of everybody else.
  test.each([
    '421 RP-001 The mail server IP connecting to Outlook.com server has exceeded the rate limit allowed.',
    '451 4.7.652 The mail server [192.0.2.1] has exceeded the maximum number of connections.',
    '451 4.7.651 The mail server [192.0.2.1] has been temporarily rate limited due to IP reputation. (S3114)',
    '550 5.7.606 Access denied, banned sending IP [192.0.2.1].',
    '421 4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP address.',
  ])('slows down for a domain that Microsoft 365 or Workspace hosts, and rests no IP: %s', (reply) => {
    expect(actionsOn(reply, 'deferral-watch-other')).toBe('mode=backoff');
  });

  test('acts on nine of ten replies that ask for it', () => {
    const asking = replies.filter(
      ({ rule, reply }) =>
        actionsFor(rule, 'everybody-else') !== null &&
        !isOver(rule, reply) &&
        !IN_ANOTHER_ALPHABET.test(reply),
    );
    const idle = asking.filter(({ reply }) => actionsOn(reply, 'deferral-watch-other') === null);
    expect(asking.length).toBeGreaterThan(50);
    expect(idle.length).toBeLessThan(asking.length * 0.1);
  });
});

test('reads replies as they came: no entry waits for a placeholder', () => {
  const entries = text.split('\n').filter((line) => line.includes(' reply /'));
  expect(entries.filter((line) => /<(?:[a-z]+)[:>]/.test(line))).toEqual([]);
});

test('can be read: no entry is longer than 700 characters', () => {
  const entries = text.split('\n').filter((line) => line.includes(' reply /'));
  expect(entries.filter((line) => line.length > 700)).toEqual([]);
});

describe('hostile replies', () => {
  const hostile = ['1 ', '[ ', 'a ', '.-', 'too many ', 'your ip ', '421-4.7.0 '].map((part) =>
    part.repeat(4096 / part.length),
  );

  test.each([...include.lists])('cost no time in %s', (_name, entries) => {
    const began = performance.now();
    for (const reply of hostile) for (const { expression } of entries) expression.test(reply);
    expect((performance.now() - began) / (hostile.length * entries.length)).toBeLessThan(20);
  });
});

test.each([
  ['deferral-watch-outlook', "421 RP-001 (BAY004) Unfortunately, some messages from 192.0.2.1 weren't sent."],
  ['deferral-watch-yahoo', '421 4.7.1 [TS03] All messages from 192.0.2.1 will be permanently deferred'],
])('%s rests the IP for 4 hours after %s', (list, reply) => {
  expect(actionsOn(reply, list)).toBe('mode=backoff,disable-source-ip,reenable-after=4h');
});

test.each([
  [
    'gmail',
    '421 4.7.32 Your email has been rate limited because the From: header in this message is not aligned.',
  ],
  ['gmail', '421-4.7.26 This mail has been rate limited because it is\r\n421-4.7.26 unauthenticated.'],
  ['yandex', '421 4.7.1 Too many connections from your IP'],
  ['mail-ru', '554 5.7.1 Client host [192.0.2.1] blocked using zen.spamhaus.org'],
  ['bt', '421 4.7.0 Rejected because of the poor reputation of your IP'],
  ['t-online', '450 4.7.1 Error: too much mail from 192.0.2.1'],
])('%s slows down after %s', (isp, reply) => {
  expect(actionsOn(reply, `deferral-watch-${isp}`)).toBe('mode=backoff');
});

// Names that do not resolve are those of one sender; the queue's mail of others is taken.
test.each([
  ['other', '450 4.1.8 <news@example.com>: Sender address rejected: Domain not found'],
  ['other', '550 5.1.8 <news@example.com>: Sender address rejected: Domain not found'],
  ['yahoo', '451 Message temporarily deferred due to unresolvable RFC.5321 from domain.'],
  [
    'gmx',
    '554-Transaction failed 554-Reject due to policy restrictions. 554 For explanation visit https://postmaster.web.de/en/case?c=hi',
  ],
])('%s does nothing after %s, which is about one sender', (isp, reply) => {
  expect(actionsOn(reply, `deferral-watch-${isp}`)).toBeNull();
});

// One message of one customer is refused: the queue's other mail must not wait for hours.
test.each([
  [
    'gmail',
    "550-5.7.26 Unauthenticated email from example.com is not accepted due to domain's\r\n550 5.7.26 DMARC policy.",
  ],
  ['outlook', '550 5.7.509 Access denied, sending domain example.com does not pass DMARC verification'],
  [
    'yahoo',
    '554 5.7.9 Message not accepted for policy reasons. See https://senders.yahooinc.com/error-codes',
  ],
  ['other', '550 5.7.1 Rejected by the DMARC policy of example.com'],
])('%s does nothing after %s', (isp, reply) => {
  expect(actionsOn(reply, `deferral-watch-${isp}`)).toBeNull();
});

describe('replies that must not slow a queue down', () => {
  test.each([
    '450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered. Please resend your message at a later time.',
    '452 4.2.2 The email account that you tried to reach is over quota.',
    '421 4.3.0 Temporary System Problem. Try again later.',
    '421 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered.',
    '421 4.3.2 Service temporarily unavailable.',
    '421 Max message per connection reached, closing transmission channel',
  ])('%s', (reply) => {
    expect(actionsOn(reply, 'deferral-watch-gmail')).toBeNull();
    expect(actionsOn(reply, 'deferral-watch-other')).toBeNull();
  });
});

/**
 * Greylisting that speaks of reputation, a recipient that takes no foreign mail, in words of a policy, and what Microsoft
 * says of a sender's own connector, when it comes from an unknown host.
 */
const KNOWN_TO_BACK_OFF = [
  '550 5.7.64 TenantAttribution; Relay Access Denied',
  '451 4.7.1 IP Reputation GreylistedGreylisted - Riprova tra 5 minuti',
  '450 4.7.1 temporary greylisted by CYREN IP reputation',
  '550-This recipient is not allowed to receive',
];

test('of the labelled replies none that is about a recipient or a first contact slows a queue down', () => {
  const directory = createDirectory();
  const slowed = MEASURED.flatMap((name) => readReplies(name)).filter(
    ({ receiver, text: given, accepted }) => {
      const narrow = (category: string) => category === 'recipient' || category === 'greylisting';
      const isps = ispsOf(receiver, parseReply(given, ''), directory);
      if (!accepted.every(narrow) || !narrow(catalogue.classify(isps, parseReply(given, '')).category)) {
        return false;
      }
      const own = isps.map((isp) => `deferral-watch-${isp}`).find((name) => include.lists.has(name));
      return actionsOn(asReceived(given), own ?? 'deferral-watch-other') !== null;
    },
  );
  const others = slowed.filter(
    ({ text: given }) => !KNOWN_TO_BACK_OFF.some((known) => given.startsWith(known)),
  );
  expect(others).toEqual([]);
  expect(slowed.length).toBeGreaterThan(0);
});

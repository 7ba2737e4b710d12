import { describe, expect, it } from 'vitest';
import { actionsFor } from '../../../lambdas/core/powermta/actions.ts';
import { PARTS, powermtaInclude } from '../../../lambdas/core/powermta/include.ts';
import { createDirectory } from '../../../lambdas/core/receivers/directory.ts';
import { OTHER } from '../../../lambdas/core/receivers/isp.ts';
import { createCatalogue } from '../../../lambdas/core/replies/catalogue.ts';
import { parseReply } from '../../../lambdas/core/replies/reply.ts';
import type { Rule } from '../../../lambdas/core/replies/rule.ts';
import { readInclude, type PatternEntry } from './include-syntax.ts';

const catalogue = createCatalogue();
const { rules } = catalogue;
const { isps } = createDirectory();
const text = powermtaInclude(rules, isps);
const include = readInclude(text);

function listNamed(name: string): PatternEntry[] {
  return include.lists.get(name) ?? [];
}

/** What PowerMTA would do: the first entry that matches, or nothing. */
function actionsOn(reply: string, list: string): string | null {
  const entry = listNamed(list).find(({ expression }) => expression.test(reply));
  return entry === undefined ? null : entry.actions.join(',');
}

/** The list in which the replies of a rule are looked up, and what is fit for one of them there. */
function expected(rule: Rule, example: string): { list: string; fit: string | null } {
  const own = `deferral-watch-${rule.isp}`;
  if (include.lists.has(own)) return { list: own, fit: actionsFor(rule, 'one-isp') };
  // Nobody tells PowerMTA who hosts a domain: there a reply means what it means from an unknown receiver.
  const read = catalogue.classify(OTHER, parseReply(example, ''));
  return { list: 'deferral-watch-other', fit: actionsFor(read, 'everybody-else') };
}

/** A reply as it reaches PowerMTA: without the type of an accounting row, its lines as they came. */
function asReceived(example: string): string {
  return example.replace(/^smtp;\s*/i, '').replaceAll(String.raw`\r\n`, '\r\n');
}

describe('the include', () => {
  it('is in the language of PowerMTA', () => {
    expect(include.problems).toEqual([]);
  });

  it('writes t and tq rows beside d and b', () => {
    expect(include.acctFiles.map(({ directives }) => directives.get('records'))).toEqual(['d,b,t,tq']);
  });

  it('has a list and a block for every giant', () => {
    for (const isp of ['gmail', 'outlook', 'yahoo', 'apple', 'other']) {
      expect(listNamed(`deferral-watch-${isp}`).length).toBeGreaterThan(0);
    }
    expect(include.domains.get('*')?.get('smtp-pattern-list')).toBe('deferral-watch-other');
    expect(include.domains.get('$dwgmail')?.get('smtp-pattern-list')).toBe('deferral-watch-gmail');
    expect(include.macros.get('dwgmail')).toEqual(expect.arrayContaining(['gmail.com', 'gmail.rollup']));
  });

  it('uses every list in exactly one block', () => {
    const used = [...include.domains.values()].map((directives) => directives.get('smtp-pattern-list'));
    expect(used.toSorted()).toEqual([...include.lists.keys()].toSorted());
  });

  it('never bounces, whatever the reply', () => {
    const actions = [...include.lists.values()].flat().flatMap((entry) => entry.actions);
    expect(actions.filter((action) => action.startsWith('bounce'))).toEqual([]);
  });

  it.each([...include.domains])('slows down and comes back in %s', (_name, directives) => {
    expect(directives.get('backoff-max-msg-rate')).toBeDefined();
    expect(directives.get('backoff-to-normal-after')).toBeDefined();
  });

  it('carries the numbers of the analysis', () => {
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

  it.each(PARTS)('prints %s alone', (part) => {
    const alone = readInclude(powermtaInclude(rules, isps, part));
    expect(alone.problems).toEqual([]);
    expect([alone.acctFiles.length > 0, alone.lists.size > 0, alone.domains.size > 0]).toEqual(
      PARTS.map((other) => other === part),
    );
  });
});

describe.each(rules.filter((rule) => rule.basis === 'words' && rule.spokenBy === 'receiver'))(
  'a reply of $id',
  (rule) => {
    it.each(rule.examples)('meets what is fit for it: $text', ({ text: example }) => {
      const { list, fit } = expected(rule, example);
      expect(actionsOn(asReceived(example), list)).toBe(fit);
    });
  },
);

describe('replies that must not slow a queue down', () => {
  it.each([
    '450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered. Please resend your message at a later time.',
    '452 4.2.2 The email account that you tried to reach is over quota.',
    '421 4.3.0 Temporary System Problem. Try again later.',
  ])('%s', (reply) => {
    expect(actionsOn(reply, 'deferral-watch-gmail')).toBeNull();
    expect(actionsOn(reply, 'deferral-watch-other')).toBeNull();
  });
});

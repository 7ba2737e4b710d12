import { describe, expect, test } from 'vitest';
import { catalogueFor } from '../../../lambdas/core/knowledge/own-rules.ts';
import { parseReply } from '../../../lambdas/core/replies/reply.ts';
import { parseSettings, SettingsError } from '../../../lambdas/core/settings.ts';

const rule = (more: object): object => ({
  id: 'own.maintenance',
  isp: '*',
  pattern: 'nightly maintenance',
  category: 'unavailable',
  meaning: 'Our partner maintains its server.',
  source: 'mail from the partner, 2026-11-01',
  examples: [{ text: '421 4.3.2 Nightly maintenance, come back at 4', source: 'our log, 2026-11-01' }],
  ...more,
});
const catalogueOf = (...rules: object[]): ReturnType<typeof catalogueFor> =>
  catalogueFor(parseSettings({ rules }, 'test'));
const problemsOf = (...rules: object[]): string => {
  try {
    catalogueOf(...rules);
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return error instanceof Error ? error.message : '';
  }
};

describe("an operator's own rules", () => {
  test('go before the built-in ones, with their own advice', () => {
    const own = rule({
      isp: 'gmail',
      pattern: 'unusual rate',
      category: 'rate-limit',
      do: ['Wait.', 'Then look again in 5 minutes.'],
      examples: [{ text: '421 4.7.28 An unusual rate', source: 'x' }],
    });
    const catalogue = catalogueOf(own);
    const reply = parseReply('421 4.7.28 Gmail has detected an unusual rate of email.', '');
    expect(catalogue.classify('gmail', reply)).toMatchObject({
      id: 'own.maintenance',
      category: 'rate-limit',
      stance: 'patience',
      advice: { do: ['Wait.'], lookAgain: 'Then look again in 5 minutes.' },
    });
    expect(catalogue.classify('yahoo', reply).id).not.toBe('own.maintenance');
  });

  test('for every receiver go before the rules of an ISP', () => {
    const reply = parseReply('421 Nightly maintenance. Server busy', '');
    expect(catalogueOf(rule({})).classify('gmail', reply).id).toBe('own.maintenance');
    expect(catalogueOf(rule({})).classify([], reply).id).toBe('own.maintenance');
  });

  test('have gaps that end with the sentence, as built-in rules have', () => {
    const catalogue = catalogueOf(rule({ pattern: 'nightly(?: \\S+){0,3} maintenance' }));
    const ruleOf = (text: string): string => catalogue.classify([], parseReply(text, '')).id;
    expect(ruleOf('421 Nightly server maintenance')).toBe('own.maintenance');
    expect(ruleOf('421 Nightly backup. Ask maintenance')).not.toBe('own.maintenance');
  });

  test('may be about one session or one customer, as built-in rules are', () => {
    const reply = parseReply('421 Nightly maintenance', '');
    expect(catalogueOf(rule({ ofOneCustomer: true })).classify([], reply)).toMatchObject({
      ofOneCustomer: true,
    });
    expect(catalogueOf(rule({ ofOneSession: true })).classify([], reply)).toMatchObject({
      ofOneSession: true,
    });
    expect(catalogueOf(rule({})).classify([], reply).ofOneCustomer).toBeUndefined();
  });

  test('for another ISP do not take an example away', () => {
    const first = rule({ id: 'own.first', isp: 'gmail' });
    expect(problemsOf(first, rule({ isp: 'yahoo' }))).toBe('');
  });

  test.each([
    [
      'a pattern that does not compile',
      rule({ pattern: '(' }),
      /own\.maintenance.*Invalid regular expression/,
    ],
    ['a pattern that matches no example', rule({ pattern: 'elsewhere' }), /own\.maintenance.*matches none/],
    [
      'digits, which stand for no number',
      rule({ pattern: 'come back at \\d' }),
      /read as ".* come back at <n>"/,
    ],
    ['capital letters', rule({ pattern: 'Nightly maintenance' }), /are matched in lower case/],
    ['nested repetition', rule({ pattern: '(nightly+)+ maintenance' }), /could take very long/],
    ['a repeated choice', rule({ pattern: '(?:n|ni)*ghtly' }), /could take very long/],
    ['a back reference', rule({ pattern: '(n)ightly\\1?' }), /could take very long/],
    ['many unbounded gaps', rule({ pattern: 'n.*i.*g.*h.*t' }), /could take very long/],
    ['many long gaps', rule({ pattern: 'n.{0,80}i.{0,80}g.{0,80}h.{0,80}t' }), /could take very long/],
  ])('%s is refused', (_what, own, problem) => {
    expect(problemsOf(own)).toMatch(problem);
  });

  test('are refused with every problem in one message', () => {
    const message = problemsOf(
      rule({ pattern: '(' }),
      rule({ id: 'own.second', pattern: 'elsewhere' }),
      rule({ id: 'own.third' }),
      rule({ id: 'own.third', pattern: 'maintenance' }),
    );
    expect(message).toContain('own.maintenance');
    expect(message).toContain('own.second');
    expect(message).toContain('the id is used twice');
    expect(message).toContain('is taken by own.third before it');
  });
});

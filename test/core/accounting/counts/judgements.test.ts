import { beforeEach, describe, expect, test } from 'vitest';
import { Cells } from '../../../../lambdas/core/accounting/counts/cells.ts';
import { Judgements } from '../../../../lambdas/core/accounting/counts/judgements.ts';
import { ReplyBook } from '../../../../lambdas/core/accounting/counts/reply-book.ts';
import { BOUNCED, DEFERRED, QUEUE_DEFERRED } from '../../../../lambdas/core/accounting/outcome.ts';
import type { Outcome } from '../../../../lambdas/core/accounting/outcome.ts';
import { parseReply } from '../../../../lambdas/core/replies/reply.ts';
import { stubContext } from '../stub-context.ts';
import { rowWith } from './rows.ts';

const RATE = '421 4.7.28 unusual rate';
const REPUTATION = '554 5.7.1 bad reputation';
const FULL = '552 5.2.2 mailbox full';
const UNKNOWN = '450 strange words';
const NAMES = ['-', 'vmta1 192.0.2.1', 'gmail.com/vmta1', 'vmta2 192.0.2.2'];
const LIMIT = 1_000;

describe('Judgements', () => {
  let cells: Cells;
  let replies: ReplyBook;
  let judgements: Judgements;
  let cell: number;

  beforeEach(() => {
    cells = new Cells(10);
    replies = new ReplyBook();
    judgements = new Judgements(stubContext().catalogue, cells, replies);
    cell = cells.numberOf(cells.hours.numberOf('2026-01-15T00'), cells.isps.numberOf('gmail'));
  });

  const numberOf = (outcome: Outcome, text: string): number =>
    judgements.numberOf(cell, outcome, replies.numberOf(parseReply(text, '')));

  test('gives a judgement one number for each cell, outcome and reply', () => {
    const number = numberOf(DEFERRED, RATE);
    expect(numberOf(DEFERRED, RATE)).toBe(number);
    expect(numberOf(QUEUE_DEFERRED, RATE)).not.toBe(number);
    expect(numberOf(DEFERRED, UNKNOWN)).not.toBe(number);
    const other = cells.numberOf(0, cells.isps.numberOf('yahoo'));
    expect(judgements.numberOf(other, DEFERRED, 0)).not.toBe(number);
    expect(judgements.of(judgements.numberOf(other, DEFERRED, 0)).meaning.rule.id).toBe('yahoo.rate');
  });

  test.each([
    ['a deferral', DEFERRED, RATE, { deferred: 3, deferred421: 3, throttled: 3, bounced: 0, connection: 0 }],
    ['a deferral of a queue', QUEUE_DEFERRED, RATE, { deferred: 3, throttled: 3, connection: 3 }],
    [
      'a deferral that no rule knows',
      DEFERRED,
      UNKNOWN,
      { deferred: 3, throttled: 0, unclassified: { 'strange words': 3 } },
    ],
    [
      'a bounce that blocks',
      BOUNCED,
      REPUTATION,
      { bounced: 3, blocked: 3, deferred: 0, blockedByRule: { 'gmail.reputation': 3 } },
    ],
    [
      'a bounce that blocks nothing',
      BOUNCED,
      FULL,
      { bounced: 3, blocked: 0, blockedByRule: {}, evidence: {} },
    ],
  ] as const)('adds %s to its figures', (_what, outcome, text, expected) => {
    judgements.count(numberOf(outcome, text), { source: 1, queue: 2 }, 3);
    judgements.fold(NAMES, LIMIT);
    expect(cells.figures[cell]).toMatchObject(expected);
  });

  test('keeps the sources, the queues and a sample of each rule', () => {
    const number = numberOf(DEFERRED, RATE);
    judgements.count(number, { source: 1, queue: 2 }, 3);
    judgements.count(number, { source: 3, queue: 2 }, 1);
    judgements.note(number, rowWith({ text: 'the sample' }));
    judgements.fold(NAMES, LIMIT);
    expect(cells.figures[cell]!.evidence).toEqual({
      'gmail.rate': {
        sources: { 'vmta1 192.0.2.1': 3, 'vmta2 192.0.2.2': 1 },
        queues: { 'gmail.com/vmta1': 4 },
        sample: 'the sample',
      },
    });
  });

  test('chooses the sample by the smallest hashes, also across folds', () => {
    for (const hash of [2, 1, 3]) {
      const number = numberOf(DEFERRED, RATE);
      judgements.count(number, { source: 1, queue: 2 }, 1);
      const { recipientHash } = judgements.note(
        number,
        rowWith({ recipientHash: hash, text: `reply ${hash}` }),
      )!;
      expect(recipientHash).toBe(hash === 2 ? 2 : 1);
      judgements.fold(NAMES, LIMIT);
    }
    const { evidence, deferred } = cells.figures[cell]!;
    expect([evidence['gmail.rate']!.sample, deferred]).toEqual(['reply 1', 3]);
  });

  test('lets no other row be counted by a judgement that still lacks a sample', () => {
    const number = numberOf(DEFERRED, RATE);
    expect(judgements.note(number, rowWith({ text: '' }))).toBeUndefined();
    expect(judgements.note(number, rowWith({ text: 'words' }))).toMatchObject({ number });
  });

  test('asks for no sample of a rule that is not shown', () => {
    const number = numberOf(BOUNCED, FULL);
    const sample = (): string => {
      throw new Error('asked for a sample');
    };
    expect(judgements.note(number, rowWith({ sample }))).toMatchObject({ number, recipientHash: -(2 ** 31) });
  });

  test('counts nothing twice', () => {
    judgements.count(numberOf(DEFERRED, RATE), { source: 1, queue: 2 }, 1);
    judgements.fold(NAMES, LIMIT);
    judgements.fold(NAMES, LIMIT);
    expect(cells.figures[cell]!.deferred).toBe(1);
    expect(judgements.size).toBe(0);
  });
});

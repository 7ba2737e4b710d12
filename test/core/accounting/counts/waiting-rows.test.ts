import { describe, expect, test } from 'vitest';
import { isBefore, WaitingRows } from '../../../../lambdas/core/accounting/counts/waiting-rows.ts';
import { BOUNCED } from '../../../../lambdas/core/accounting/outcome.ts';
import { rowWith } from './rows.ts';

describe('WaitingRows', () => {
  test('holds equal rows once, whatever their hashes', () => {
    const waiting = new WaitingRows();
    waiting.add(rowWith(), 1);
    waiting.add(rowWith({ replyHash: 7, recipientHash: 8 }), 1);
    expect(waiting.size).toBe(1);
    expect(waiting.take()).toMatchObject([{ count: 2, row: { reply: 1 } }]);
  });

  test.each([
    ['outcome', { outcome: BOUNCED }],
    ['hour', { hour: 2 }],
    ['domain', { domain: 2 }],
    ['queue', { queue: 2 }],
    ['source', { source: 2 }],
  ] as const)('tells rows apart by their %s', (_what, change) => {
    const waiting = new WaitingRows();
    waiting.add(rowWith(), 1);
    waiting.add(rowWith(change), 1);
    expect(waiting.take().map(({ count }) => count)).toEqual([1, 1]);
  });

  test('takes the reply that it is given, not the row’s own', () => {
    const waiting = new WaitingRows();
    waiting.add(rowWith({ reply: 1 }), 5);
    waiting.add(rowWith({ reply: 1 }), 6);
    expect(waiting.take().map(({ row }) => row.reply)).toEqual([5, 6]);
  });

  test.each([[[3, 1, 2]], [[1, 2, 3]], [[2, 3, 1]]])('shows the same sample in the order %j', (order) => {
    const waiting = new WaitingRows();
    for (const hash of order) waiting.add(rowWith({ recipientHash: hash, text: `reply ${hash}` }), 1);
    expect(waiting.take()).toMatchObject([{ sample: 'reply 1', row: { recipientHash: 1 }, count: 3 }]);
  });

  test('prefers any sample to an empty one', () => {
    const waiting = new WaitingRows();
    waiting.add(rowWith({ recipientHash: 1, text: '' }), 1);
    waiting.add(rowWith({ recipientHash: 2, text: 'words' }), 1);
    waiting.add(rowWith({ recipientHash: 0, text: '' }), 1);
    expect(waiting.take()).toMatchObject([{ sample: 'words', row: { recipientHash: 2 }, count: 3 }]);
  });

  test('forgets what it handed out', () => {
    const waiting = new WaitingRows();
    waiting.add(rowWith(), 1);
    waiting.take();
    expect([waiting.size, waiting.take()]).toEqual([0, []]);
  });
});

describe('isBefore', () => {
  test.each([
    [1, 9, 2, 0, true],
    [2, 0, 1, 9, false],
    [1, 1, 1, 2, true],
    [1, 2, 1, 1, false],
    [1, 1, 1, 1, false],
  ])(
    'recipient %i, reply %i against recipient %i, reply %i: %s',
    (recipientHash, replyHash, otherRecipient, otherReply, expected) => {
      const other = { recipientHash: otherRecipient, replyHash: otherReply };
      expect(isBefore({ recipientHash, replyHash }, other)).toBe(expected);
    },
  );

  test('rows that are put back under other numbers count on with those that come', () => {
    const waiting = new WaitingRows();
    waiting.add(rowWith(), 1);
    const [taken] = waiting.take();
    waiting.putBack({ ...taken!, row: { ...taken!.row, domain: 7, reply: 2 } });
    waiting.add(rowWith({ domain: 7 }), 2);
    expect(waiting.take()).toMatchObject([{ count: 2, row: { domain: 7, reply: 2 } }]);
  });
});

import { describe, expect, test } from 'vitest';
import { isBefore, WaitingRows } from '../../../../lambdas/core/accounting/counts/waiting-rows.ts';
import { BOUNCED, DEFERRED, DELIVERED } from '../../../../lambdas/core/accounting/outcome.ts';
import type { Outcome } from '../../../../lambdas/core/accounting/outcome.ts';

interface Part {
  outcome?: Outcome;
  hour?: number;
  reply?: number;
  kind?: number;
  replyHash?: number;
  recipientHash?: number;
  text?: string;
}

function add(waiting: WaitingRows, { text = 'a reply', ...part }: Part = {}): void {
  const row = { hour: 1, reply: 1, kind: 1, replyHash: 0, recipientHash: 0, ...part };
  waiting.add({ outcome: DEFERRED, ...row, sample: () => text });
}

describe('WaitingRows', () => {
  test('holds equal rows once, whatever their hashes', () => {
    const waiting = new WaitingRows(100);
    add(waiting, { reply: 5, kind: 3 });
    add(waiting, { reply: 5, kind: 3, replyHash: 7, recipientHash: 8 });
    expect(waiting.size).toBe(1);
    expect([...waiting.take()]).toMatchObject([{ count: 2, reply: 5, kind: 3, outcome: DEFERRED, hour: 1 }]);
  });

  test.each([
    ['outcome', { outcome: BOUNCED }],
    ['hour', { hour: 2 }],
    ['kind', { kind: 2 }],
    ['reply', { reply: 2 }],
  ] as const)('tells rows apart by their %s', (_what, change) => {
    const waiting = new WaitingRows(100);
    add(waiting);
    add(waiting, change);
    expect([...waiting.take()].map(({ count }) => count)).toEqual([1, 1]);
  });

  test('adds up deliveries, which have no sample', () => {
    const waiting = new WaitingRows(100);
    waiting.addDelivered(4, 2, 10);
    waiting.addDelivered(4, 2, 5);
    add(waiting, { kind: 4, hour: 2, reply: 0 });
    expect([...waiting.take()]).toMatchObject([
      { outcome: DELIVERED, hour: 2, kind: 4, count: 15, sample: '' },
      { outcome: DEFERRED, hour: 2, kind: 4, count: 1, sample: 'a reply' },
    ]);
  });

  test.each([[[3, 1, 2]], [[1, 2, 3]], [[2, 3, 1]]])('shows the same sample in the order %j', (order) => {
    const waiting = new WaitingRows(100);
    for (const hash of order) add(waiting, { recipientHash: hash, text: `reply ${hash}` });
    expect([...waiting.take()]).toMatchObject([{ sample: 'reply 1', recipientHash: 1, count: 3 }]);
  });

  test('prefers any sample to an empty one', () => {
    const waiting = new WaitingRows(100);
    add(waiting, { recipientHash: 1, text: '' });
    add(waiting, { recipientHash: 2, text: 'words' });
    add(waiting, { recipientHash: 0, text: '' });
    expect([...waiting.take()]).toMatchObject([{ sample: 'words', recipientHash: 2, count: 3 }]);
  });

  test('shows no further samples when it holds as many texts as it may; those that it holds stay', () => {
    const waiting = new WaitingRows(2);
    add(waiting, { kind: 1, recipientHash: 5, text: 'first' });
    add(waiting, { kind: 2, text: 'second' });
    add(waiting, { kind: 3, text: 'third' });
    add(waiting, { kind: 1, recipientHash: 4, text: 'fourth' });
    add(waiting, { kind: 4, text: 'second' });
    const samples = [...waiting.take()].map(({ kind, sample, count }) => [kind, sample, count]);
    expect(samples).toEqual([
      [1, 'first', 2],
      [2, 'second', 1],
      [3, '', 1],
      [4, 'second', 1],
    ]);
  });

  test('forgets what it handed out', () => {
    const waiting = new WaitingRows(100);
    add(waiting);
    expect([...waiting.take()]).toHaveLength(1);
    expect([waiting.size, [...waiting.take()]]).toEqual([0, []]);
  });

  test('rows that are put back under other numbers count on with those that come', () => {
    const waiting = new WaitingRows(100);
    add(waiting);
    waiting.addDelivered(1, 1, 3);
    const taken = [...waiting.take()];
    for (const row of taken) waiting.putBack({ ...row, kind: 7, reply: row.reply && 2 });
    add(waiting, { kind: 7, reply: 2, recipientHash: -1, text: 'another' });
    waiting.addDelivered(7, 1, 1);
    expect([...waiting.take()]).toMatchObject([
      { kind: 7, reply: 2, count: 2, sample: 'another' },
      { kind: 7, reply: 0, count: 4, outcome: DELIVERED },
    ]);
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
});

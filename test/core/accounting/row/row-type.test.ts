import { describe, expect, test } from 'vitest';
import { BOUNCED, DEFERRED, DELIVERED, QUEUE_DEFERRED } from '../../../../lambdas/core/accounting/outcome.ts';
import {
  isKnownType,
  outcomeOf,
  reasonForType,
  saysNothing,
} from '../../../../lambdas/core/accounting/row/row-type.ts';

describe('the type of a row', () => {
  test.each([
    ['d', DELIVERED],
    ['delivery', DELIVERED],
    ['b', BOUNCED],
    ['bounce', BOUNCED],
    ['t', DEFERRED],
    ['transient', DEFERRED],
    ['tq', QUEUE_DEFERRED],
    ['transient-queue', QUEUE_DEFERRED],
  ])('%s is counted as %i, in either case', (type, outcome) => {
    expect([outcomeOf(type), outcomeOf(type.toUpperCase())]).toEqual([outcome, outcome]);
    expect([isKnownType(type), saysNothing(type)]).toEqual([true, false]);
  });

  test.each([
    ['r', 'type r'],
    ['receipt', 'type r'],
    ['f', 'type f'],
    ['feedback-loop', 'type f'],
    ['rb', 'type rb'],
    ['remote-bounce', 'type rb'],
    ['rs', 'type rs'],
    ['remote-status', 'type rs'],
  ])('%s says nothing of an attempt, and is ignored as %s', (type, reason) => {
    expect(outcomeOf(type)).toBeUndefined();
    expect([reasonForType(type), reasonForType(type.toUpperCase())]).toEqual([reason, reason]);
    expect([isKnownType(type), saysNothing(type)]).toEqual([true, true]);
  });

  test.each([
    ['p', 'type p'],
    ['', 'unknown type'],
    ['a@gmail.com', 'unknown type'],
    ['type with spaces', 'unknown type'],
    ['abcdefghijklmnopq', 'unknown type'],
  ])('%j is not one of PowerMTA’s, and is ignored as %s', (type, reason) => {
    expect([outcomeOf(type), isKnownType(type), reasonForType(type)]).toEqual([undefined, false, reason]);
  });
});

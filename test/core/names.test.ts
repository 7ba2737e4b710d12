import { expect, test } from 'vitest';
import { isSourceOf, queueParts, sourceParts } from '../../lambdas/core/names.ts';

test.each([
  ['gmail.com/vmta1', { domain: 'gmail.com', vmta: 'vmta1' }],
  ['GMail.com/Vmta1', { domain: 'gmail.com', vmta: 'Vmta1' }],
  ['yahoo.rollup/vmta1', { domain: 'yahoo.rollup', vmta: 'vmta1' }],
  ['gmail.com/a/b', { domain: 'gmail.com', vmta: 'a/b' }],
  ['gmail.com', { domain: 'gmail.com', vmta: null }],
])('the queue %s is divided at its first slash', (queue, parts) => {
  expect(queueParts(queue)).toEqual(parts);
});

test.each([
  ['vmta1 203.0.113.7', { vmta: 'vmta1', ip: '203.0.113.7' }],
  ['odd vmta 2001:db8::1', { vmta: 'odd vmta', ip: '2001:db8::1' }],
  ['- -', { vmta: '-', ip: '-' }],
  ['lonely', { vmta: '', ip: 'lonely' }],
])('the source "%s" is divided at its last space', (source, parts) => {
  expect(sourceParts(source)).toEqual(parts);
});

test.each([
  ['gmail.com/vmta1', 'vmta1 203.0.113.7', true],
  ['gmail.com/vmta1', 'vmta10 203.0.113.7', false],
  ['gmail.com/vmta', 'vmta 2 203.0.113.7', false],
  ['lonely', 'lonely', false],
])('of the queue %s "%s" is a source: %s', (queue, source, isOne) => {
  expect(isSourceOf(queue, source)).toBe(isOne);
});

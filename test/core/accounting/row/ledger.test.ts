import { expect, test } from 'vitest';
import { BOUNDS } from '../../../../lambdas/core/accounting/bounds.ts';
import { RowLedger } from '../../../../lambdas/core/accounting/row/ledger.ts';

test('counts the rows that are ignored for each reason, with the line of the first', () => {
  const ledger = new RowLedger(BOUNDS);
  ledger.line = 7;
  ledger.ignore('bad time');
  ledger.line = 9;
  ledger.ignore('bad time');
  ledger.ignore('broken row');
  expect(ledger.ignored).toEqual({
    'bad time': { count: 2, firstLine: 7 },
    'broken row': { count: 1, firstLine: 9 },
  });
});

test('names a bounded number of types, and counts the others together', () => {
  const ledger = new RowLedger({ ...BOUNDS, typeNames: 2 });
  for (const type of ['r', 'x', 'y', 'r', 'z', '']) ledger.ignoreType(type);
  ledger.ignoreType('x', 5);
  expect(ledger.ignored).toEqual({
    'type r': { count: 2 },
    'type x': { count: 6 },
    'unknown type': { count: 3 },
  });
});

test('names the reasons in one order, whatever the order of the rows', () => {
  const ledger = new RowLedger(BOUNDS);
  ledger.ignoreType('x');
  ledger.ignore('no time');
  ledger.ignoreType('r');
  ledger.ignore('bad time');
  expect(Object.keys(ledger.ignored)).toEqual(['bad time', 'no time', 'type r', 'type x']);
});

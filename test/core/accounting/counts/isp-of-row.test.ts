import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_MX } from '../../../../lambdas/core/accounting/counts/countable-row.ts';
import { Interner } from '../../../../lambdas/core/accounting/counts/interner.ts';
import { IspOfRow } from '../../../../lambdas/core/accounting/counts/isp-of-row.ts';
import { createDirectory } from '../../../../lambdas/core/receivers/directory.ts';

const directory = createDirectory();

/** The ISP of a row without an MX, in a file that has no other rows. */
function ispOf(queue: string, domain: string): string {
  const names = new Interner();
  const isps = new Interner();
  const missing = names.numberOf('-');
  const ispOfRow = new IspOfRow(directory, { names, isps, missing });
  const row = { mxIsp: NO_MX, queue: names.numberOf(queue), domain: names.numberOf(domain) };
  return isps.texts[ispOfRow.of(row)]!;
}

test.each([
  ['the rollup goes before the domain', 'gmail.rollup/v', 'yahoo.com', 'gmail'],
  ['an unknown rollup falls through to the domain', 'example.rollup/v', 'yahoo.com', 'yahoo'],
  ['a queue of a domain is no rollup', 'yahoo.com/v', 'gmail.com', 'gmail'],
  ['neither known is other', 'example.net/v', 'example.net', 'other'],
  ['nothing at all is other', '', '', 'other'],
])('%s', (_what, queue, domain, isp) => {
  expect(ispOf(queue, domain)).toBe(isp);
});

test('never fails, whatever a file names', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (queue, domain) => {
      expect(ispOf(queue, domain)).toMatch(/^[a-z0-9-]+$/);
    }),
  );
});

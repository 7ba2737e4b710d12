import * as fc from 'fast-check';
import type { PlainFile, PlainRow, Shipped } from '../fakes/plain-rows.ts';
import type { WorldPlan } from './world.ts';

const row: fc.Arbitrary<PlainRow> = fc.record({
  hour: fc.constantFrom('2026-11-24T01', '2026-11-24T02', '2026-11-24T03'),
  isp: fc.constantFrom('gmail', 'yahoo', 'other'),
  type: fc.constantFrom('d', 't'),
  domain: fc.constantFrom('example.com', 'example.net', '__proto__'),
});

const rows = fc.array(row, { maxLength: 4 });
/** What belongs into one item, whatever the version. */
const rowsOfOneItem = fc.array(
  row.map((any) => ({ ...any, hour: '2026-11-24T01', isp: 'gmail' })),
  { maxLength: 4 },
);

const step = fc.oneof(
  { weight: 3, arbitrary: rows.map((more) => ({ kind: 'grows' as const, more })) },
  { weight: 3, arbitrary: rows.map((more) => ({ kind: 'is replaced' as const, more })) },
  { weight: 2, arbitrary: fc.constant({ kind: 'cannot be read' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'is deleted' as const }) },
  // The same content has the same ETag, so that a file may seem never to have been another.
  { weight: 2, arbitrary: fc.constant({ kind: 'is what it was before' as const }) },
);

/** What is shipped under one key, one version after the other; it ends with a version, not with a deletion. */
const versions = fc.array(step, { minLength: 1, maxLength: 4 }).map((steps) => {
  const shipped: Shipped[] = [];
  const contents: PlainFile[] = [];
  for (const next of steps) {
    if (next.kind === 'is deleted') {
      shipped.push('deleted');
      continue;
    }
    if (next.kind === 'grows') contents.push([...(contents.at(-1) ?? []), ...next.more]);
    else if (next.kind === 'is replaced') contents.push(next.more);
    else if (next.kind === 'cannot be read') contents.push(undefined);
    else contents.push(contents.at(-2) ?? contents.at(-1) ?? []);
    shipped.push(contents.at(-1));
  }
  if (shipped.at(-1) === 'deleted') shipped.push(contents.at(-1) ?? []);
  return shipped;
});

/** Worlds in which all that happens is about one item of figures: old writes meet new ones far more often. */
export const races: fc.Arbitrary<WorldPlan> = fc.record({
  files: fc.array(fc.array(rowsOfOneItem, { minLength: 3, maxLength: 4 }), { minLength: 1, maxLength: 2 }),
  deleted: fc.constant([]),
  isRaised: fc.constant(false),
  choices: fc.array(fc.nat(64 * 256 - 1), { minLength: 60, maxLength: 220, size: 'max' }),
});

/** Worlds of one to three files with up to 220 decisions. */
export const plans: fc.Arbitrary<WorldPlan> = fc.record({
  files: fc.array(versions, { minLength: 1, maxLength: 3 }),
  deleted: fc.array(fc.boolean(), { maxLength: 3 }),
  isRaised: fc.boolean(),
  choices: fc.array(fc.nat(64 * 256 - 1), { maxLength: 220, size: 'max' }),
});

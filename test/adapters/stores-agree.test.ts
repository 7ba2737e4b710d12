import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DynamoContributions } from '../../lambdas/adapters/dynamo-contributions.ts';
import { DynamoFileRecords } from '../../lambdas/adapters/dynamo-file-records.ts';
import { DynamoFigures } from '../../lambdas/adapters/dynamo-figures.ts';
import { MemoryContributions } from '../../lambdas/adapters/memory-contributions.ts';
import { MemoryFileRecords } from '../../lambdas/adapters/memory-file-records.ts';
import { MemoryFigures } from '../../lambdas/adapters/memory-figures.ts';
import { fileIdOf, PARTS } from '../../lambdas/core/contributions/file-id.ts';
import type { FileRecord } from '../../lambdas/core/contributions/file-record.ts';
import type { FileRecords } from '../../lambdas/core/ports.ts';
import type { TallyPorts } from '../../lambdas/tally/tally.ts';
import { all } from '../all.ts';
import { figuresWith } from '../example-figures.ts';
import { FakeTable } from '../fakes/fake-table.ts';
import { startEmbeddedTable } from './embedded-table.ts';
import type { EmbeddedTable } from './embedded-table.ts';

/*
 * The embedded database is the measure: the memory adapters, and the fake table below the real adapters, must
 * answer every sequence of requests as it does.
 */

const settings = { table: 'figures', retentionDays: 400, now: () => new Date('2026-11-24T05:00:00Z') };

interface Stores extends TallyPorts {
  records: FileRecords;
}

function inTable(client: EmbeddedTable['client']): Stores {
  const table = { ...settings, client };
  const contributions = new DynamoContributions(table);
  return {
    records: new DynamoFileRecords(table),
    contributions,
    subtotals: contributions,
    figures: new DynamoFigures(table),
  };
}

function inMemory(): Stores {
  const contributions = new MemoryContributions();
  return {
    records: new MemoryFileRecords(),
    contributions,
    subtotals: contributions,
    figures: new MemoryFigures(),
  };
}

const revision = fc.integer({ min: 1, max: 4 });
const request = fc.oneof(
  fc.record({ kind: fc.constant('claim' as const), revision }),
  fc.record({
    kind: fc.constant('finish' as const),
    revision,
    state: fc.constantFrom('counted' as const, 'rejected' as const),
  }),
  fc.record({ kind: fc.constant('put' as const), revision, file: fc.nat(3) }),
  fc.record({
    kind: fc.constant('putSubtotal' as const),
    revision,
    part: fc.constantFrom(...PARTS.slice(0, 2)),
  }),
  fc.record({ kind: fc.constant('putFigures' as const), revision, isp: fc.constantFrom('gmail', 'yahoo') }),
  fc.record({ kind: fc.constant('firstWith' as const), key: fc.constantFrom('a', 'b') }),
  fc.record({ kind: fc.constant('read' as const) }),
);
type Request = typeof request extends fc.Arbitrary<infer Kind> ? Kind : never;

/** Does one request; gives all that an adapter lets one see of it. */
async function answer(stores: Stores, asked: Request): Promise<unknown> {
  const { records, contributions, subtotals, figures } = stores;
  const hour = '2026-11-24T01';
  const id = fileIdOf('mta1/acct.csv');
  const record = (revision: number, state: FileRecord['state']): FileRecord => ({
    id,
    key: 'mta1/acct.csv',
    revision,
    etag: `"${revision}"`,
    countingVersion: 1,
    state,
    hours: { [hour]: ['gmail'] },
    lastModified: '2026-11-24T04:00:00.000Z',
  });
  const counted = figuresWith({ delivered: 'revision' in asked ? asked.revision : 0 });
  const byIsp = new Map([['gmail', counted]]);
  switch (asked.kind) {
    case 'claim':
      return records.claim(record(asked.revision, 'counting'));
    case 'finish':
      return records.finish(record(asked.revision, asked.state));
    case 'put':
      return contributions.put({
        hour,
        file: fileIdOf(`${asked.file}`),
        revision: asked.revision,
        figures: byIsp,
      });
    case 'putSubtotal':
      return subtotals.putSubtotal({ hour, part: asked.part, revision: asked.revision, figures: byIsp });
    case 'putFigures':
      return figures.put({ hour, isp: asked.isp, version: asked.revision, figures: counted });
    case 'firstWith':
      return records.firstWith('fingerprint', { ...record(1, 'counting'), key: asked.key });
    case 'read': {
      const found = await all(contributions.ofHour(hour));
      const sums = await all(subtotals.subtotalsOf(hour));
      return {
        record: await records.load(id),
        contributions: found.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
        inPart: (await all(contributions.ofHour(hour, PARTS[5]))).length,
        subtotals: sums.toSorted((a, b) => (a.part < b.part ? -1 : 1)),
        figures: await figures.ofHours([hour]),
      };
    }
    default:
      return asked satisfies never;
  }
}

test('memory and fake table answer as the database does', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(request, { maxLength: 25 }), async (requests) => {
      const embedded = await startEmbeddedTable();
      const fake = new FakeTable(2, () => {}).client();
      const stores = [inTable(embedded.client), inMemory(), inTable(fake)];
      try {
        for (const asked of [...requests, { kind: 'read' as const }]) {
          const [right, ...others] = await Promise.all(stores.map((ports) => answer(ports, asked)));
          for (const other of others) expect(other).toEqual(right);
        }
      } finally {
        await embedded.stop();
      }
    }),
    { numRuns: 50 },
  );
});

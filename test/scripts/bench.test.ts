import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countFile } from '../../lambdas/core/accounting/count-file.ts';
import { isoHour } from '../../lambdas/core/hour.ts';
import { createDirectory } from '../../lambdas/core/receivers/directory.ts';
import { createCatalogue } from '../../lambdas/core/replies/catalogue.ts';
import { contenders, differences, resultOfReport } from '../../scripts/bench/contenders.ts';
import { makeFile } from '../../scripts/bench/make-file.ts';
import { run } from '../../scripts/bench/measure.ts';
import { whole } from '../core/accounting/pieces.ts';

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const file = join(folder, 'storm.csv');

beforeAll(() => {
  makeFile(file, 'storm', 1_000_000);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What `report --json` would say of the file, as far as the bench reads it. */
async function report(path: string): Promise<string> {
  const { hours } = await countFile(whole(readFileSync(path)), {
    directory: createDirectory(),
    catalogue: createCatalogue(),
    byDomain: true,
  });
  return JSON.stringify({
    hours: [...hours].flatMap(([hour, isps]) =>
      [...isps].map(([isp, figures]) => ({ hour: isoHour(hour), isp, ...figures })),
    ),
  });
}

describe('the bench', () => {
  it('compares what csv-parse finds the obvious way with what the reader finds', async () => {
    const [, , csvParse] = contenders(folder, '');
    const found = csvParse!.result!((await run(csvParse!.command(file))).stdout);
    const ours = resultOfReport(await report(file));
    expect(found.size).toBeGreaterThan(100);
    expect([...ours.keys()].filter((key) => key.startsWith('source')).length).toBeGreaterThan(5);
    expect(differences(ours, found, ['cell', 'delivered', 'source'])).toEqual([]);
  });

  it('sees a difference of one row', () => {
    const one = new Map([['cell\t2026-01-15 00 gmail d', 1]]);
    const two = new Map([['cell\t2026-01-15 00 gmail d', 2]]);
    expect(differences(one, two, ['cell'])).toEqual(['cell\t2026-01-15 00 gmail d']);
    expect(differences(one, two, ['source'])).toEqual([]);
  });

  it('makes the same file for the same seed', () => {
    const again = join(folder, 'again.csv');
    makeFile(again, 'storm', 1_000_000);
    expect(readFileSync(again).equals(readFileSync(file))).toBe(true);
  });
});

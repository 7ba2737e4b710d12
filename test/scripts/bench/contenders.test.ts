import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compare } from '../../../scripts/bench/comparison.ts';
import { otherContenders, ownContender } from '../../../scripts/bench/contenders.ts';
import type { Contender } from '../../../scripts/bench/contenders.ts';
import { installDuckDb } from '../../../scripts/bench/duckdb.ts';
import { gzipFile, makeFile, splitFile } from '../../../scripts/bench/files/make-file.ts';
import { DAYS } from '../../../scripts/bench/files/rows.ts';
import type { Day } from '../../../scripts/bench/files/rows.ts';
import { run } from '../../../scripts/bench/measure.ts';
import { stagesOf } from '../../../scripts/bench/profiled-run.ts';
import { differences, PARTS_OF_RESULT } from '../../../scripts/bench/result.ts';
import type { Result } from '../../../scripts/bench/result.ts';
import { buildCommandLine } from '../../../scripts/build.ts';

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const workFolder = join(import.meta.dirname, '../../../.bench');
const fileOf = (day: Day): string => join(folder, `${day}.csv`);

// Elsewhere DuckDB is compared where the bench has been run. What cannot be installed is left out, and not in silence.
if (process.env['CI'] === 'true') installDuckDb(workFolder);
const own = ownContender(await buildCommandLine(join(folder, 'deferral-watch.mjs'), true));

async function resultOf({ command, resultOf }: Contender, ...files: string[]): Promise<Result> {
  return resultOf!((await run(command(...files))).stdout);
}

const reported = new Map<Day, Result>();
beforeAll(async () => {
  for (const day of DAYS) {
    makeFile(fileOf(day), day, 2_000_000, 1);
    reported.set(day, await resultOf(own, fileOf(day)));
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe.each(DAYS)('on a %s day', (day) => {
  test.for(otherContenders(workFolder))('$name finds what the report says', async (other, { skip }) => {
    if (other.missing !== undefined) {
      const sentence = `${other.name} is not installed (${other.missing}): what it finds was not compared.`;
      console.warn(sentence);
      skip(sentence);
    }
    const found = await resultOf(other, fileOf(day));
    expect(differences(reported.get(day)!, found)).toEqual([]);
  });

  test('the report has every part, by hour, ISP, code and source', () => {
    const keys = [...reported.get(day)!.keys()].map((key) => key.split('\t') as [string, string]);
    const count = (part: string): number => keys.filter(([of]) => of === part).length;
    expect(new Set(keys.map(([part]) => part))).toEqual(new Set(PARTS_OF_RESULT));
    expect([count('delivered'), count('source')]).toEqual([12, 12]);
    const cells = keys.filter(([part]) => part === 'cell').map(([, key]) => key.split(' '));
    expect(new Set(cells.map(([, hour]) => hour)).size).toBe(24);
    expect(new Set(cells.map(([, , isp]) => isp))).toEqual(
      new Set(['gmail', 'outlook', 'yahoo', 'apple', 'other']),
    );
    expect(cells.map(([, , , code]) => code)).toEqual(expect.arrayContaining(['d', '421', '452', 'none']));
  });

  test('the report says the same of gzip and of the rows in several files', async () => {
    const zipped = `${fileOf(day)}.gz`;
    await gzipFile(fileOf(day), zipped);
    expect(differences(reported.get(day)!, await resultOf(own, zipped))).toEqual([]);
    const parts = [1, 2, 3].map((part) => join(folder, `${day}-${part}.csv`));
    splitFile(fileOf(day), parts);
    expect(differences(reported.get(day)!, await resultOf(own, ...parts))).toEqual([]);
  });
});

describe('the bench', () => {
  test('gives no ratio where one answered 421 is missing in a file', async () => {
    const csvParse = otherContenders(workFolder).find(({ name }) => name === 'csv-parse')!;
    const planted = join(folder, 'planted.csv');
    writeFileSync(planted, readFileSync(fileOf('storm'), 'utf8').replace(/^t,.*?;421 .*\r\n/m, ''));
    const [, standing] = await compare(
      [
        { contender: own, files: [fileOf('storm')] },
        { contender: csvParse, files: [planted] },
      ],
      1,
    );
    expect(standing!.against).toMatch(/^no ratio: the results differ in 2 places, first cell .* 421: /);
  });

  test('tells where the time of the real command goes', async () => {
    await gzipFile(fileOf('storm'), join(folder, 'stages.csv.gz'));
    const times = await stagesOf(own.command(join(folder, 'stages.csv.gz')), folder);
    expect(times.map(({ stage }) => stage)).toEqual(
      expect.arrayContaining(['start', 'classify replies', 'judge', 'inflate']),
    );
    expect(times.every(({ seconds }) => seconds >= 0)).toBe(true);
  });
});

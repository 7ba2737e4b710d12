import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { compare } from '../../../scripts/bench/comparison.ts';
import type { Contender } from '../../../scripts/bench/contenders.ts';
import { differences, resultOfLines } from '../../../scripts/bench/result.ts';
import { comparisonTable } from '../../../scripts/bench/tables.ts';

const RESULT =
  'cell\t2026-01-15 00 gmail 421\t7\ndelivered\tvmta1 203.0.113.8\t5\nsource\tvmta1 203.0.113.8\t7\n';
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** One that writes what a file holds, and adds its name to a log. */
function contender(name: string, more: Partial<Contender> = {}): Contender {
  const script =
    "const fs = require('fs'); const [file, log, name] = process.argv.slice(1);" +
    "fs.appendFileSync(log, name + ' '); process.stdout.write(fs.readFileSync(file))";
  return {
    name,
    command: (...files) => [process.execPath, '-e', script, ...files, join(folder, 'log'), name],
    resultOf: resultOfLines,
    ...more,
  };
}

function entrant(name: string, result = RESULT, more: Partial<Contender> = {}) {
  const file = join(folder, name);
  writeFileSync(file, result);
  return { contender: contender(name, more), files: [file] };
}

describe('the comparison', () => {
  test('gives the median and the range of the ratios where all found the same', async () => {
    const standings = await compare([entrant('ours'), entrant('theirs')], 3);
    expect(standings).toMatchObject([
      { name: 'ours', seconds: expect.any(Number), peakMb: expect.any(Number) },
      { name: 'theirs', against: { rounds: 3 } },
    ]);
    expect(comparisonTable(standings)).toMatch(
      /\| theirs \| [\d.]+ \| \d+ \| \d+\.\d\d \(\d+\.\d\d to \d+\.\d\d\) \|/,
    );
  });

  test.each([
    ['counted one row more', RESULT.replace('\t5', '\t6'), 'delivered vmta1 203.0.113.8: 5 and 6'],
    ['missed something', RESULT.replace(/^cell.*\n/, ''), 'cell 2026-01-15 00 gmail 421: 7 and none'],
    ['found nothing', '', 'cell 2026-01-15 00 gmail 421: 7 and none'],
  ])('gives no ratio for one that %s', async (_, planted, first) => {
    const standings = await compare([entrant('ours'), entrant('wrong', planted), entrant('right')], 1);
    const table = comparisonTable(standings);
    expect(table).toMatch(
      /\| wrong \| [\d.]+ \| \d+ \| no ratio: the results differ in \d places, first [^|]*\|/,
    );
    expect(table).toContain(first);
    expect(standings[2]).toMatchObject({ against: { rounds: 1 } });
  });

  test('gives no ratio where neither found anything', async () => {
    const [, other] = await compare([entrant('ours', ''), entrant('theirs', '')], 1);
    expect(other!.against).toContain('neither has any');
  });

  test('gives no ratio where only a later round differs', async () => {
    let rounds = 0;
    const wavering = entrant('wavering', RESULT, {
      resultOf: (stdout) => resultOfLines(rounds++ === 0 ? stdout : stdout.replace('\t5', '\t4')),
    });
    const [, other] = await compare([entrant('ours'), wavering], 2);
    expect(other!.against).toContain('delivered vmta1 203.0.113.8: 5 and 4');
  });

  test('turns the order round in every other round, and runs a slow one once', async () => {
    rmSync(join(folder, 'log'), { force: true });
    const standings = await compare([entrant('a'), entrant('b', RESULT, { isSlow: true }), entrant('c')], 3);
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('a b c c a a c ');
    expect(comparisonTable(standings)).toMatch(/\| b \|.*\(one run\) \|/);
  });

  test('fails if a contender fails', async () => {
    const broken = contender('broken', { command: () => [process.execPath, '-e', 'process.exit(3)'] });
    await expect(compare([entrant('ours'), { contender: broken, files: [] }], 1)).rejects.toThrow(
      'ended with 3',
    );
  });
});

describe('differences', () => {
  const result = resultOfLines(RESULT);

  test('are none between equal results', () => {
    expect(differences(result, new Map(result))).toEqual([]);
  });

  test('name every key whose counts differ', () => {
    const other = new Map([...result, ['source\tvmta1 203.0.113.8', 6], ['cell\t2026-01-15 01 yahoo d', 1]]);
    expect(differences(result, other)).toEqual([
      'cell\t2026-01-15 01 yahoo d: none and 1',
      'source\tvmta1 203.0.113.8: 7 and 6',
    ]);
  });
});

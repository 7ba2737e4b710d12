import { describe, expect, test } from 'vitest';
import { stageTimes } from '../../../scripts/bench/stages.ts';
import type { Profile } from '../../../scripts/bench/stages.ts';
import { growthTable, stageTable } from '../../../scripts/bench/tables.ts';
import { benchFile } from '../../../scripts/bench/bench-file.ts';

function node(id: number, functionName: string, url = '', children: number[] = []): Profile['nodes'][number] {
  return { id, callFrame: { functionName, url, lineNumber: 0, columnNumber: 0 }, children };
}

describe('the stages of a report', () => {
  const profile: Profile = {
    nodes: [
      node(1, '(root)', '', [2, 5, 6, 7, 8, 9]),
      node(2, 'read', 'lambdas/core/accounting/file/byte-window.ts', [3]),
      node(3, 'readQueue', 'lambdas/core/accounting/row/regular-row.ts', [4]),
      node(4, 'latin1Slice', 'node:buffer'),
      node(5, '(garbage collector)'),
      node(6, 'inflate', 'lambdas/core/accounting/file/gzip.ts', [10]),
      node(7, '(idle)'),
      node(8, 'bootstrap', 'node:internal/main/run_main_module'),
      node(9, 'scan', 'wasm://wasm/0001'),
      node(10, 'processChunkSync', 'node:zlib'),
    ],
    samples: [2, 3, 4, 5, 6, 7, 8, 9, 2, 10],
    timeDeltas: [10e3, 20e3, 30e3, 10e3, 5e3, 40e3, 5e3, 5e3, -5, 15e3],
  };
  const times = stageTimes(profile, ({ url }) => (url.startsWith('node:') ? undefined : url));

  test('follow from the file of a function, or from that of its caller', () => {
    expect(times).toEqual([
      { stage: 'look up columns', seconds: 0.05, isWaiting: false },
      { stage: 'the main thread waits', seconds: 0.04, isWaiting: true },
      { stage: 'inflate', seconds: 0.02, isWaiting: false },
      { stage: 'read', seconds: 0.01, isWaiting: false },
      { stage: 'garbage collector', seconds: 0.01, isWaiting: false },
      { stage: 'start', seconds: 0.005, isWaiting: false },
      { stage: 'scan, and known rows (the kernel)', seconds: 0.005, isWaiting: false },
    ]);
  });

  test('have shares of the work, and waiting is none', () => {
    const table = stageTable(times);
    expect(table).toContain('| look up columns | 0.05 | 50 % |');
    expect(table).toContain('| the main thread waits | 0.04 |  |');
  });
});

describe('the growth of memory', () => {
  test('is shown for each kind of file that was measured in two sizes', () => {
    const peaks = new Map(
      Object.entries({ 'quiet-100mb': 93.2, 'quiet-1gb': 104.9, 'quiet-1gb.gz': 110, 'storm-1gb': 120 }).map(
        ([name, peak]) => [benchFile(name)!, peak],
      ),
    );
    expect(growthTable(peaks)).toContain('| from quiet-100mb to quiet-1gb | 93 | 105 | 12 |');
    expect(growthTable(peaks).split('\n')).toHaveLength(3);
    expect(growthTable(new Map())).toBe('');
  });
});

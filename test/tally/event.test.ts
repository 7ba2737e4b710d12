import { describe, expect, test } from 'vitest';
import { fileIdOf } from '../../lambdas/core/contributions/file-id.ts';
import { changedPartsIn } from '../../lambdas/tally/event.ts';

const FILE = fileIdOf('mta1/acct.csv');

function streamOf(...items: [pk: string, sk: string][]): unknown {
  const records = items.map(([pk, sk]) => ({
    eventName: 'MODIFY',
    dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, StreamViewType: 'KEYS_ONLY' },
  }));
  return { Records: records };
}

test('a contribution that changed names its hour and its part of it, each time', () => {
  const item: [string, string] = ['HOUR#2026-11-24T01', `FILE#${FILE}`];
  const part = { hour: '2026-11-24T01', part: FILE.slice(0, 1) };
  expect(changedPartsIn(streamOf(item, item))).toEqual([part, part]);
});

describe('no part is named by', () => {
  test.each([
    ['a subtotal', 'HOUR#2026-11-24T01', 'PART#a'],
    ['figures', 'HOUR#2026-11-24T01', 'ISP#gmail'],
    ['a file record', `FILE#${FILE}`, 'FILE'],
    ['an incident', 'INCIDENT#gmail', 'STATE'],
    ['what has no hour', 'HOUR#yesterday', `FILE#${FILE}`],
    ['what has no id of a file', 'HOUR#2026-11-24T01', 'FILE#'],
  ])('%s', (_what, pk, sk) => {
    expect(changedPartsIn(streamOf([pk, sk]))).toEqual([]);
  });
});

test.each([{}, { Records: [{ dynamodb: {} }] }, { Records: [{ dynamodb: { Keys: { pk: { N: '1' } } } }] }])(
  'what is no event of the stream fails: %j',
  (event) => {
    expect(() => changedPartsIn(event)).toThrow(/Records/);
  },
);

import { beforeAll, expect, test } from 'vitest';
import { DynamoContributions } from '../../lambdas/adapters/dynamo-contributions.ts';
import { DynamoFileRecords } from '../../lambdas/adapters/dynamo-file-records.ts';
import { DynamoFigures } from '../../lambdas/adapters/dynamo-figures.ts';
import { S3AccountingFiles } from '../../lambdas/adapters/s3-accounting-files.ts';
import type { CountedFile } from '../../lambdas/core/accounting/counted-file.ts';
import { emptyFigures } from '../../lambdas/core/figures/figures.ts';
import type { Counts, Figures } from '../../lambdas/core/figures/figures.ts';
import { ingest } from '../../lambdas/ingest/ingest.ts';
import { retally } from '../../lambdas/tally/tally.ts';
import { itemBytes } from '../fakes/item-size.ts';
import { FakeBucket } from '../fakes/fake-bucket.ts';
import { FakeTable } from '../fakes/fake-table.ts';

const HOUR = '2026-11-24T01';
const FILES = 2;
const MAX_BYTES = 100_000;

/** Letters that compress badly, the same every time. */
function noise(seed: number, length: number): string {
  let state = (seed * 2_654_435_761) >>> 0;
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    text += state.toString(36);
  }
  return text.slice(0, length);
}

/** 100,000 domains, 5,000 source IPs, 2,000 distinct replies and 500 rules, with names as long as they come. */
function worstFigures(file: number): Figures {
  const figures = emptyFigures();
  const add = (list: Counts, name: string): void => {
    list[name] = (list[name] ?? 0) + 1;
  };
  for (let i = 0; i < 100_000; i++) {
    const ip = `vmta${i % 5_000} 2001:db8::${(i % 5_000).toString(16)}`;
    const reply = noise(i % 2_000, 200);
    const rule = `rule.${i % 500}`;
    const domain = `${noise(i + file, 30)}.example`;
    figures.deferred++;
    figures.deferred421++;
    figures.throttled++;
    figures.byDomain[domain] = { throttled: 1, delivered: 1 };
    (figures.bySource[ip] ??= { throttled: 0, delivered: 0 }).throttled++;
    (figures.byQueue[`${domain}/vmta${i % 5_000}`] ??= { throttled: 0, delivered: 0 }).throttled++;
    add(figures.byReply, reply);
    add(figures.byRule, rule);
    add(figures.unclassified, `${reply} in words`);
    const evidence = (figures.evidence[rule] ??= { sources: {}, queues: {}, sample: noise(i % 500, 300) });
    add(evidence.sources, ip);
    add(evidence.queues, domain);
  }
  figures.delivered = 100_000;
  return figures;
}

const table = new FakeTable(50, () => {});
const settings = {
  client: table.client(),
  table: 'figures',
  retentionDays: 400,
  now: () => new Date('2026-11-24T03:00:00Z'),
};
const contributions = new DynamoContributions(settings);

beforeAll(async () => {
  const bucket = new FakeBucket();
  const files = new S3AccountingFiles(
    bucket.client(async (apply) => apply()),
    'logs',
  );
  const hours: CountedFile['hours'] = new Map([[HOUR, new Map()]]);
  for (let file = 0; file < FILES; file++) {
    hours.set(HOUR, new Map([['other', worstFigures(file)]]));
    const counted: CountedFile = {
      rows: 200_000,
      counted: 200_000,
      ignored: {},
      partialTail: false,
      hours,
      fingerprint: '',
    };
    const key = `mta${file}/acct.csv`;
    bucket.put(key, key);
    await ingest(
      key,
      { files, records: new DynamoFileRecords(settings), contributions },
      { count: async () => counted, retentionDays: 400, maxBytes: 1e9 },
    );
  }
  await retally([HOUR], { contributions, subtotals: contributions, figures: new DynamoFigures(settings) });
}, 300_000);

test('no item is larger than 100 KB', () => {
  const sizes = table.items.map((item) => [item['sk']?.S, itemBytes(item)] as const);
  expect(sizes.filter(([sk]) => sk?.startsWith('FILE#'))).toHaveLength(FILES);
  expect(sizes.filter(([sk]) => sk?.startsWith('ISP#'))).toHaveLength(1);
  expect(sizes.filter(([, bytes]) => bytes >= MAX_BYTES)).toEqual([]);
});

test('totals are exact, and every breakdown still adds up to them', async () => {
  const found = await new DynamoFigures(settings).ofHours([HOUR]);
  expect(found.map(({ isp }) => isp)).toEqual(['other']);
  for (const { figures } of found) {
    const attempts = 100_000 * FILES;
    expect(figures).toMatchObject({
      delivered: attempts,
      deferred: attempts,
      deferred421: attempts,
      throttled: attempts,
      bounced: 0,
      blocked: 0,
      connection: 0,
    });
    for (const list of [figures.byReply, figures.byRule, figures.unclassified]) {
      expect(Object.values(list).reduce((a, b) => a + b, 0)).toBe(attempts);
      expect(Object.keys(list).length).toBeLessThanOrEqual(51);
    }
    for (const list of [figures.byDomain, figures.bySource, figures.byQueue]) {
      expect(Object.values(list).reduce((sum, { throttled }) => sum + throttled, 0)).toBe(attempts);
    }
  }
});

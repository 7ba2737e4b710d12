import { beforeEach, expect, test } from 'vitest';
import { MemoryContributions } from '../../lambdas/adapters/memory-contributions.ts';
import { MemoryFigures } from '../../lambdas/adapters/memory-figures.ts';
import { fileIdOf, partOf } from '../../lambdas/core/contributions/file-id.ts';
import { emptyFigures } from '../../lambdas/core/figures/figures.ts';
import { shiftHour } from '../../lambdas/core/hour.ts';
import { retally, tally } from '../../lambdas/tally/tally.ts';
import type { TallyPorts } from '../../lambdas/tally/tally.ts';
import { all } from '../all.ts';
import { figuresWith } from '../example-figures.ts';

const HOUR = '2026-11-24T01';
const FILES = Array.from({ length: 40 }, (_, i) => fileIdOf(`mta${i}/acct.csv`));

let contributions: MemoryContributions;
let figures: MemoryFigures;
let ports: TallyPorts;

beforeEach(async () => {
  contributions = new MemoryContributions();
  figures = new MemoryFigures();
  ports = { contributions, subtotals: contributions, figures };
  for (const file of FILES) await put(file, 1, 1);
});

async function put(file: string, revision: number, delivered: number): Promise<void> {
  await contributions.put({
    hour: HOUR,
    file,
    revision,
    figures: new Map([['gmail', figuresWith({ delivered })]]),
  });
}

test('an hour is the sum of all its files, its version the sum of their revisions', async () => {
  const outcome = await retally([HOUR], ports);
  expect(outcome).toEqual({ hours: 1, parts: 16, contributions: 40, figures: 1 });
  expect(await figures.ofHours([HOUR])).toEqual([
    { hour: HOUR, isp: 'gmail', version: 40, figures: figuresWith({ delivered: 40 }) },
  ]);
});

test('a change reads its own part of the hour only', async () => {
  await retally([HOUR], ports);
  const file = FILES[0]!;
  await put(file, 2, 100);
  const outcome = await tally([{ hour: HOUR, part: partOf(file) }], ports);
  expect(outcome).toMatchObject({ hours: 1, parts: 1, figures: 1 });
  expect(outcome.contributions).toBeLessThan(15);
  expect((await figures.ofHours([HOUR]))[0]).toMatchObject({ version: 41, figures: { delivered: 139 } });
});

test('many changes in one part or hour are added up once', async () => {
  const changes = FILES.flatMap((file) => [1, 2].map(() => ({ hour: HOUR, part: partOf(file) })));
  expect((await tally(changes, ports)).hours).toBe(1);
  expect(await figures.ofHours([HOUR])).toMatchObject([{ version: 40, figures: { delivered: 40 } }]);
});

test('an hour that cannot be added up keeps no other from it', async () => {
  const hours = Array.from({ length: 12 }, (_, i) => shiftHour(HOUR, i + 1));
  const [unreadable, ...others] = hours;
  for (const hour of hours) {
    await contributions.put({
      hour,
      file: FILES[0]!,
      revision: 1,
      figures: new Map([['gmail', figuresWith({ delivered: 1 })]]),
    });
  }
  const failing: TallyPorts = {
    ...ports,
    contributions: {
      put: (contribution) => contributions.put(contribution),
      ofHour: (hour, part) => {
        if (hour === unreadable) throw new Error('an item is not as this version writes it');
        return contributions.ofHour(hour, part);
      },
    },
  };
  await expect(retally(hours, failing)).rejects.toThrow('not as this version writes it');
  expect((await figures.ofHours(hours)).map(({ hour }) => hour)).toEqual(others);
});

test('an ISP whose figures cannot be written keeps no other from it', async () => {
  const isps = Array.from({ length: 25 }, (_, i) => `isp${i}`);
  const counts = isps.map((isp) => [isp, figuresWith({ delivered: 1 })] as const);
  await contributions.put({ hour: HOUR, file: FILES[0]!, revision: 2, figures: new Map(counts) });
  const failing: TallyPorts = {
    ...ports,
    figures: {
      put: async (hourly) => {
        if (hourly.isp === 'isp0') throw new Error('not written');
        return figures.put(hourly);
      },
      ofHours: (hours) => figures.ofHours(hours),
    },
  };
  await expect(retally([HOUR], failing)).rejects.toThrow('not written');
  expect(await figures.ofHours([HOUR])).toHaveLength(1 + 24);
});

test('a run that ended between subtotal and figures is made good by the next', async () => {
  const dying: TallyPorts = {
    ...ports,
    figures: {
      put: async () => {
        throw new Error('ended');
      },
      ofHours: (hours) => figures.ofHours(hours),
    },
  };
  await expect(retally([HOUR], dying)).rejects.toThrow('ended');
  expect(await figures.ofHours([HOUR])).toEqual([]);
  await retally([HOUR], ports);
  expect(await figures.ofHours([HOUR])).toMatchObject([{ version: 40 }]);
});

test('an ISP that has only zeros left is written with zeros', async () => {
  await retally([HOUR], ports);
  for (const file of FILES) {
    await contributions.put({ hour: HOUR, file, revision: 2, figures: new Map([['gmail', emptyFigures()]]) });
  }
  await retally([HOUR], ports);
  expect(await figures.ofHours([HOUR])).toMatchObject([{ version: 80, figures: { delivered: 0 } }]);
});

test('an hour without contributions gets no figures', async () => {
  expect(await retally(['2026-11-24T02'], ports)).toMatchObject({ contributions: 0, figures: 0 });
  expect(await all(contributions.subtotalsOf('2026-11-24T02'))).toEqual([]);
});

test('many hours are added up some at a time: a first sync of old files touches a thousand', async () => {
  const hours = Array.from({ length: 40 }, (_, index) => shiftHour(HOUR, index + 1));
  for (const hour of hours) {
    const gmail = new Map([['gmail', figuresWith({ delivered: 1 })]]);
    await contributions.put({ hour, file: FILES[0]!, revision: 1, figures: gmail });
  }
  const open = new Set<string>();
  let most = 0;
  const watched: TallyPorts = {
    ...ports,
    figures: {
      put: async (item) => {
        open.add(item.hour);
        most = Math.max(most, open.size);
        await new Promise((resolve) => setImmediate(resolve));
        open.delete(item.hour);
        return figures.put(item);
      },
      ofHours: (asked) => figures.ofHours(asked),
    },
  };
  const changes = hours.map((hour) => ({ hour, part: partOf(FILES[0]!) }));
  expect(await tally(changes, watched)).toEqual({ hours: 40, parts: 40, contributions: 40, figures: 40 });
  expect(most).toBe(4);
  expect(await figures.ofHours(hours)).toHaveLength(40);
});

import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReportDocument } from '../../bin/commands/report/document.ts';
import { endOf, hourOf, hoursFrom, shiftHour, startOf } from '../../lambdas/core/hour.ts';
import type { Hour } from '../../lambdas/core/hour.ts';
import { sampleDay } from '../../scripts/sample-day/generate.ts';
import { commandLine, report } from './command-line.ts';
import {
  drain,
  callEvaluate,
  figuresOf,
  messagesIn,
  outputs,
  recordOf,
  ship,
  subscribeQueue,
} from './deployed-system.ts';
import { eventually } from './until.ts';

/** The sample day, moved so that the last of its files ends before now. */
const start = shiftHour(hourOf(Date.now()), -30);
const files = new Map(
  sampleDay(new Date(startOf(start))).map(({ key, text }) => [`${key}.gz`, gzipSync(text)] as const),
);

let expected: ReportDocument;
let hours: Hour[];
let everything: string;
let criticalAtGmail: string;

beforeAll(async () => {
  expected = await report(files);
  const counted = expected.hours.map(({ hour }) => hour.slice(0, 13));
  hours = hoursFrom(counted[0]!, counted.at(-1)!);
  everything = await subscribeQueue('everything', { severity: ['warning', 'critical'] });
  criticalAtGmail = await subscribeQueue('critical-at-gmail', { isp: ['gmail'], severity: ['critical'] });
});

describe('the sample day, shipped', () => {
  test('gives the figures that the command line gives for the same files', async () => {
    for (const [key, content] of files) await ship(key, content);

    await eventually(60, async () => expect(await figuresOf(hours)).toEqual(expected.hours));
    expect(expected.hours.length).toBeGreaterThan(100);
  });

  test('raises the alerts that the command line raises, in order, and nothing twice', async () => {
    for (const hour of hours) await callEvaluate({ time: new Date(endOf(hour)).toISOString() });
    // What was judged already is not judged again.
    await callEvaluate({ time: new Date(endOf(hours[0]!)).toISOString() });

    const received: unknown[] = [];
    await eventually(20, async () => {
      received.push(...(await drain(everything)).map((body): unknown => JSON.parse(body)));
      expect(inOrder(received)).toEqual(inOrder(expected.alerts));
    });
    expect(expected.alerts.map(({ isp }) => isp)).toContain('gmail');
  });

  test('reaches a subscriber only with what its filter policy asks for', async () => {
    const wanted = expected.alerts.filter(({ isp, severity }) => isp === 'gmail' && severity === 'critical');
    const received: unknown[] = [];
    await eventually(20, async () => {
      received.push(...(await drain(criticalAtGmail)).map((body): unknown => JSON.parse(body)));
      expect(inOrder(received)).toEqual(inOrder(wanted));
    });
    expect(wanted).not.toEqual([]);
  });
});

describe('the same files again, one of them longer', () => {
  test('gives the figures of what the bucket holds by then', async () => {
    const [grown, content] = [...files][0]!;
    const [, longer] = sampleDay(new Date(startOf(start)))
      .map(({ key, text }) => [`${key}.gz`, gzipSync(text + rowsOf(text, 40))] as const)
      .find(([key]) => key === grown)!;
    const before = await recordOf(grown);
    for (const [key, same] of files) await ship(key, same);
    await ship(grown, longer);
    const afterwards = await report(new Map([...files, [grown, longer]]));
    expect(afterwards.hours).not.toEqual(expected.hours);
    expect(longer).not.toEqual(content);

    await eventually(60, async () => expect(await figuresOf(hours)).toEqual(afterwards.hours));
    await eventually(30, async () => expect(await messagesIn(outputs.IntakeQueueUrl)).toBe(0));
    expect((await recordOf(grown))?.revision).toBe((before?.revision ?? 0) + 1);
    const [, untouched] = [...files.keys()];
    expect((await recordOf(untouched!))?.revision).toBe(1);
  });

  test('can be judged by hand, without a time', async () => {
    await expect(callEvaluate({})).resolves.toBeUndefined();
  });

  test('can be sent again by the folder, which changes nothing that is counted', async () => {
    const stack = ['--bucket', outputs.LogsBucketName, '--queue', outputs.BackfillQueueUrl];
    const said = await commandLine(['backfill', ...stack, '--prefix', 'mta1/']);
    const expectedFiles = [...files.keys()].filter((key) => key.startsWith('mta1/'));
    expect(said).toBe(`${expectedFiles.length} files will be counted.\n`);
    await eventually(30, async () => expect(await messagesIn(outputs.BackfillQueueUrl)).toBe(0));
    expect(await messagesIn(outputs.IntakeDeadLetterQueueUrl)).toBe(0);
  });
});

/** The last rows of a file once more, as if as many mails had followed. */
function rowsOf(text: string, count: number): string {
  return `${text.trimEnd().split('\r\n').slice(-count).join('\r\n')}\r\n`;
}

function inOrder(alerts: readonly unknown[]): unknown[] {
  return alerts.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

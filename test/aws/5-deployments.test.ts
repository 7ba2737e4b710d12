import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import * as z from 'zod';
import { shiftHour } from '../../lambdas/core/hour.ts';
import { accountingFile, hourDaysAgo } from './accounting-files.ts';
import { report } from './command-line.ts';
import { figuresOf, messagesIn, outputs, recordOf, ship } from './deployed-system.ts';
import { eventually } from './until.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'deployments-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const FILES = 120;
const hours = [0, 1].map((later) => shiftHour(hourDaysAgo(60), later));

/** Calls the CDK with this context; answers its outputs by stack. */
async function cdk(command: 'deploy' | 'destroy', context: Record<string, string>): Promise<unknown> {
  const outputsFile = join(work, `outputs-${Object.keys(context).join('-')}.json`);
  const own =
    command === 'deploy' ? ['--require-approval', 'never', '--outputs-file', outputsFile] : ['--force'];
  const settings = Object.entries(context).flatMap(([name, value]) => ['--context', `${name}=${value}`]);
  const parameters = [
    command,
    '--all',
    '--no-notices',
    '--output',
    join(work, 'cdk.out'),
    ...own,
    ...settings,
  ];
  await promisify(execFile)(join(ROOT, 'node_modules/.bin/cdk'), parameters, { cwd: ROOT, timeout: 150_000 });
  return command === 'deploy' ? JSON.parse(readFileSync(outputsFile, 'utf8')) : undefined;
}

/** What the stack was deployed with, but for the time that a file has. */
const tuning = JSON.stringify({
  ingestTimeoutSeconds: 9,
  intakeVisibilityFactor: 1,
  intakeConcurrency: 4,
  tallyWindowSeconds: 0,
  tallyRecordAgeSeconds: 60,
  scheduleEnabled: false,
});

test(
  'files that arrive while the system is deployed anew, and another one beside it, are counted once, by theirs',
  { timeout: 400_000 },
  async () => {
    const files = new Map(
      Array.from({ length: FILES }, (_, file) => [
        `host${file % 7}/acct-${file}.csv`,
        accountingFile(file, 25, hours),
      ]),
    );
    const expected = await report(files);
    let isDeployed = false;
    const deployments = (async () => {
      await cdk('deploy', { tuning });
      const second = await cdk('deploy', { tuning, stackName: 'Second' });
      isDeployed = true;
      return z
        .object({ Second: z.object({ LogsBucketName: z.string(), FiguresTableName: z.string() }) })
        .parse(second);
    })();

    for (const [key, text] of files) {
      // The first half of the rows, then all of them, while the deployments last.
      await ship(key, text.slice(0, text.length / 2));
      await ship(key, text);
      if (!isDeployed) await pause(200);
    }
    const { Second: second } = await deployments;

    expect(second.LogsBucketName).not.toBe(outputs.LogsBucketName);
    expect(second.FiguresTableName).not.toBe(outputs.FiguresTableName);
    await eventually(120, async () => {
      expect(await messagesIn(outputs.IntakeQueueUrl)).toBe(0);
      expect(await figuresOf(hours)).toEqual(expected.hours);
    });
    expect(await messagesIn(outputs.IntakeDeadLetterQueueUrl)).toBe(0);
    for (const key of files.keys()) expect((await recordOf(key))?.state).toBe('counted');
    await cdk('destroy', { tuning, stackName: 'Second' });
  },
);

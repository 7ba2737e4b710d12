import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findEmulator, startLocalAws } from './local-aws.ts';

/*
 * The deployed system, proved (`npm run test:aws`): starts a local AWS, bootstraps and deploys with the real CDK
 * command line, runs the tests beside this file against what was deployed, destroys it, and stops. Nothing here
 * can reach a real account: the endpoint is loopback, the credentials are made up, the environment is our own.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ACCOUNT = '000000000000';
const REGION = 'us-east-1';

/** Short waits, so that a poisoned file is given up in seconds; tests call evaluate with times of their own. */
const TUNING = {
  ingestTimeoutSeconds: 8,
  intakeVisibilityFactor: 1,
  intakeConcurrency: 4,
  tallyWindowSeconds: 0,
  tallyRecordAgeSeconds: 60,
  scheduleEnabled: false,
};

interface Step {
  name: string;
  command: string;
  parameters: string[];
  environment: Record<string, string>;
  /** Seconds after which it is ended and has failed. */
  limit: number;
  /** Whether its output is shown as it comes, or only where it fails. */
  verbose?: boolean;
}

const emulator = await findEmulator(join(ROOT, '.venv'));
if ('missing' in emulator) {
  console.error(`\nThe deployed system was NOT tested: ${emulator.missing}\n`);
  process.exit(process.env['CI'] === 'true' ? 1 : 0);
}

const work = mkdtempSync(join(tmpdir(), 'deferral-watch-'));
const aws = await startLocalAws(emulator.path, work);
process.once('SIGINT', () => void aws.stop().then(() => process.exit(130)));
process.once('SIGTERM', () => void aws.stop().then(() => process.exit(143)));
try {
  process.exitCode = (await testDeployedSystem()) ? 0 : 1;
} finally {
  await aws.stop();
  rmSync(work, { recursive: true, force: true });
}

async function testDeployedSystem(): Promise<boolean> {
  const environment = {
    PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
    HOME: join(work, 'home'),
    TMPDIR: join(work, 'tmp'),
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    OUTPUTS_FILE: join(work, 'outputs.json'),
    EMULATOR_PID: String(aws.pid),
    ...aws.environment,
  };
  const cdk = (name: string, parameters: string[], limit: number): Promise<boolean> =>
    run({
      name: `cdk ${name}`,
      command: join(ROOT, 'node_modules/.bin/cdk'),
      parameters: [name, ...parameters, '--no-notices', '--output', join(work, 'cdk.out')],
      environment,
      limit,
    });
  const tuning = ['--context', `tuning=${JSON.stringify(TUNING)}`];

  if (!(await cdk('bootstrap', [`aws://${ACCOUNT}/${REGION}`], 120))) return false;
  const outputs = ['--outputs-file', environment.OUTPUTS_FILE];
  if (!(await cdk('deploy', ['--all', '--require-approval', 'never', ...outputs, ...tuning], 180))) {
    return false;
  }
  const passed = await run({
    name: 'tests',
    command: join(ROOT, 'node_modules/.bin/vitest'),
    parameters: ['run', '--config', 'test/aws/vitest.config.ts', ...process.argv.slice(2)],
    environment,
    limit: 700,
    verbose: true,
  });
  const destroyed = await cdk('destroy', ['--all', '--force', ...tuning], 120);
  if (!passed) console.error(aws.log());
  return passed && destroyed;
}

async function run({ name, command, parameters, environment, limit, verbose }: Step): Promise<boolean> {
  const started = performance.now();
  const child = spawn(command, parameters, {
    cwd: ROOT,
    env: environment,
    stdio: ['ignore', verbose ? 'inherit' : 'pipe', verbose ? 'inherit' : 'pipe'],
    timeout: limit * 1000,
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${name}: ${code === 0 ? 'done' : `FAILED (${code ?? `ended after ${limit} s`})`} in ${seconds} s`,
  );
  if (code !== 0) console.error(output);
  return code === 0;
}

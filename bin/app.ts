import { fileURLToPath } from 'node:url';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import * as z from 'zod';
import { SettingsError } from '../lambdas/core/settings.ts';
import { DeferralWatchStack } from '../lib/deferral-watch-stack.ts';
import { deploymentTuning } from '../lib/deployment-tuning.ts';
import type { DeploymentTuning } from '../lib/deployment-tuning.ts';
import { readSettings, SETTINGS_FILE, settingsJson } from './settings-file.ts';

/*
 * The CDK app, and the only file of it that reads context:
 *
 * - deferral-watch.config.json holds the settings; the functions are built with the same file inside.
 * - `-c alertEmails=a@example.com,b@example.com` and `-c operationsEmails=…` add addresses to those of the file.
 * - `-c stackName=Staging` makes another stack, which shares nothing with the first.
 * - `-c tuning='{"tallyWindowSeconds":0}'` overrides lib/deployment-tuning.ts, for tests.
 */
const app = new App({ analyticsReporting: false });
try {
  const stackName = readStackName();
  const added = { alertEmails: addresses('alertEmails'), operationsEmails: addresses('operationsEmails') };
  const settings = readSettings(SETTINGS_FILE, fileURLToPath(new URL('..', import.meta.url)), added);
  new DeferralWatchStack(app, 'DeferralWatch', { stackName, settings, tuning: readTuning() });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(`error: ${error.message}`);
  process.exit(1);
}

function addresses(name: string): string[] {
  return textIn(name)
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
}

function readStackName(): string | undefined {
  const name = textIn('stackName');
  if (name === '') return undefined;
  if (/^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(name)) return name;
  throw new SettingsError(
    `context stackName is ${JSON.stringify(name)}: it must begin with a letter and hold letters, digits and hyphens`,
  );
}

function readTuning(): DeploymentTuning {
  const result = deploymentTuning.safeParse(settingsJson(textIn('tuning') || '{}', 'context tuning'));
  if (result.success) return result.data;
  throw new SettingsError(`context tuning:\n${z.prettifyError(result.error)}`);
}

/** A text from the context; empty if there is none. */
function textIn(name: string): string {
  const found: unknown = app.node.tryGetContext(name);
  if (found === undefined || typeof found === 'string') return found ?? '';
  throw new SettingsError(`context ${name} must be a text, as -c ${name}=... gives it`);
}

import { readFileSync } from 'node:fs';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import * as z from 'zod';
import { checkSettings } from '../lambdas/core/knowledge/check-settings.ts';
import { parseSettings, SettingsError } from '../lambdas/core/settings.ts';
import type { Settings } from '../lambdas/core/settings.ts';
import { DeferralWatchStack } from '../lib/deferral-watch-stack.ts';
import { deploymentTuning } from '../lib/deployment-tuning.ts';
import type { DeploymentTuning } from '../lib/deployment-tuning.ts';
import { SETTINGS_FILE, settingsJson } from './settings-file.ts';

/*
 * The CDK app, and the only file of it that reads files and context:
 *
 * - deferral-watch.config.json holds the settings; the functions are built with the same file inside.
 * - `-c alertEmails=a@example.com,b@example.com` and `-c operationsEmails=…` add addresses to those of the file.
 * - `-c stackName=Staging` is another stack beside the first, with everything of its own.
 * - `-c tuning='{"tallyWindowSeconds":0}'` overrides lib/deployment-tuning.ts, for tests.
 */
const app = new App({ analyticsReporting: false });
try {
  const stackName = readStackName();
  new DeferralWatchStack(app, 'DeferralWatch', { stackName, settings: readSettings(), tuning: readTuning() });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(`error: ${error.message}`);
  process.exit(1);
}

function readSettings(): Settings {
  const file = settingsJson(
    readFileSync(new URL(`../${SETTINGS_FILE}`, import.meta.url), 'utf8'),
    SETTINGS_FILE,
  );
  const added = { alertEmails: addresses('alertEmails'), operationsEmails: addresses('operationsEmails') };
  const isObject = z.record(z.string(), z.unknown()).safeParse(file);
  if (!isObject.success) return parseSettings(file, SETTINGS_FILE);
  const settings = parseSettings(
    {
      ...isObject.data,
      ...Object.fromEntries(
        Object.entries(added).map(([name, list]) => [name, joined(isObject.data[name], list)]),
      ),
    },
    SETTINGS_FILE,
  );
  checkSettings(settings, SETTINGS_FILE);
  return settings;
}

/** A list of the file with more after it; what is no list stays as it is, for the validation to name. */
function joined(list: unknown, more: string[]): unknown {
  if (list === undefined) return more;
  return Array.isArray(list) ? [...(list as unknown[]), ...more] : list;
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

/** A text in the context; empty where there is none. */
function textIn(name: string): string {
  const found: unknown = app.node.tryGetContext(name);
  if (found === undefined || typeof found === 'string') return found ?? '';
  throw new SettingsError(`context ${name} must be a text, as -c ${name}=... gives it`);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll } from 'vitest';
import { parseSettings } from '../../lambdas/core/settings.ts';
import { DeferralWatchStack } from '../../lib/deferral-watch-stack.ts';

const assemblies = mkdtempSync(join(tmpdir(), 'assemblies-'));
afterAll(() => {
  rmSync(assemblies, { recursive: true });
});

/** An app that bundles nothing: what is in the functions is for other tests. */
export function createApp(): App {
  const outdir = mkdtempSync(join(assemblies, 'app-'));
  return new App({ outdir, analyticsReporting: false, context: { 'aws:cdk:bundling-stacks': [] } });
}

/** The stack with these settings in an app of its own. */
export function createStack(settings: Record<string, unknown> = {}, app = createApp()): DeferralWatchStack {
  return new DeferralWatchStack(app, 'DeferralWatch', { settings: parseSettings(settings, 'the test') });
}

/** Its template. */
export function synthesise(settings: Record<string, unknown> = {}): Template {
  return Template.fromStack(createStack(settings));
}

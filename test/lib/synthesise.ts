import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { parseSettings } from '../../lambdas/core/settings.ts';
import { DeferralWatchStack } from '../../lib/deferral-watch-stack.ts';

/** An app that bundles nothing: what is in the functions is for other tests. */
export function createApp(): App {
  return new App({ analyticsReporting: false, context: { 'aws:cdk:bundling-stacks': [] } });
}

/** The stack with these settings in an app of its own. */
export function createStack(settings: Record<string, unknown> = {}, app = createApp()): DeferralWatchStack {
  return new DeferralWatchStack(app, 'DeferralWatch', { settings: parseSettings(settings, 'the test') });
}

/** Its template. */
export function synthesise(settings: Record<string, unknown> = {}): Template {
  return Template.fromStack(createStack(settings));
}

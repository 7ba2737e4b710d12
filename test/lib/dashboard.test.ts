import { expect, test } from 'vitest';
import * as z from 'zod';
import { metricsOf as metricsOfEvaluate } from '../../lambdas/evaluate/telemetry.ts';
import { metricsOf as metricsOfIngest } from '../../lambdas/ingest/telemetry.ts';
import { metricsOf as metricsOfTally } from '../../lambdas/tally/telemetry.ts';
import { synthesise } from './synthesise.ts';

const NAMESPACE = 'DeferralWatch';

/** What the functions write, as `stage name`. */
const written = Object.entries({
  ingest: metricsOfIngest({ outcome: 'failed' }),
  tally: metricsOfTally(),
  evaluate: metricsOfEvaluate({ now: new Date(0), alertsSent: 0, skippedFor: null }),
}).flatMap(([stage, counts]) => Object.keys(counts).map((name) => `${stage} ${name}`));

const template = synthesise();

/** Our own metrics in the graphs of the dashboard. */
function shown(): string[] {
  const dashboards = JSON.stringify(template.findResources('AWS::CloudWatch::Dashboard'));
  // A dashboard's body is JSON inside JSON.
  const metrics = dashboards.replaceAll('\\"', '"').matchAll(/\["(\w+)","(\w+)","service","(\w+)"/g);
  return [...metrics]
    .filter(([, space]) => space === NAMESPACE)
    .map(([, , name, stage]) => `${stage} ${name}`);
}

/** Our own metrics that an alarm looks at. */
function alarmedOn(): string[] {
  const alarm = z.object({
    Properties: z.object({
      MetricName: z.string(),
      Dimensions: z.tuple([z.object({ Name: z.literal('service'), Value: z.string() })]),
    }),
  });
  const alarms = template.findResources('AWS::CloudWatch::Alarm', { Properties: { Namespace: NAMESPACE } });
  return Object.values(alarms).map((found) => {
    const { MetricName, Dimensions } = alarm.parse(found).Properties;
    return `${Dimensions[0].Value} ${MetricName}`;
  });
}

test('every metric that is written is shown or rings, and none is looked at that is not written', () => {
  expect(shown().length).toBeGreaterThan(5);
  expect(alarmedOn()).toEqual(['evaluate EvaluationsSkipped']);
  expect([...shown(), ...alarmedOn()].sort()).toEqual(written.sort());
});

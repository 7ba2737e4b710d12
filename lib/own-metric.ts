import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { metricsOf as metricsOfEvaluate } from '../lambdas/evaluate/telemetry.ts';
import type { metricsOf as metricsOfIngest } from '../lambdas/ingest/telemetry.ts';
import type { metricsOf as metricsOfTally } from '../lambdas/tally/telemetry.ts';
import { metricsNamespace } from './node-function.ts';
import type { Stage } from './node-function.ts';

/** The metrics that each stage writes, by their names. */
interface StageMetrics extends Record<Stage, object> {
  ingest: ReturnType<typeof metricsOfIngest>;
  tally: ReturnType<typeof metricsOfTally>;
  evaluate: ReturnType<typeof metricsOfEvaluate>;
}

/** A metric that a handler of the scope's stack writes, summed up. */
export function ownMetric<Service extends Stage>(
  scope: Construct,
  service: Service,
  metricName: keyof StageMetrics[Service] & string,
  period?: Duration,
): cloudwatch.Metric {
  return new cloudwatch.Metric({
    namespace: metricsNamespace(scope),
    metricName,
    dimensionsMap: { service },
    statistic: cloudwatch.Stats.SUM,
    period,
  });
}

import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { metricsNamespace } from './node-function.ts';
import type { Stage } from './node-function.ts';

/** A metric that a handler of the scope's stack writes, summed up; see `metrics.addMetric` there. */
export function ownMetric(
  scope: Construct,
  service: Stage,
  metricName: string,
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

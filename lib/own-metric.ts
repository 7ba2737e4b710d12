import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Duration } from 'aws-cdk-lib';
import { METRICS_NAMESPACE } from './node-function.ts';

/** A metric that a handler of ours writes, summed up; see `metrics.addMetric` there. */
export function ownMetric(
  service: 'ingest' | 'tally' | 'evaluate',
  metricName: string,
  period?: Duration,
): cloudwatch.Metric {
  return new cloudwatch.Metric({
    namespace: METRICS_NAMESPACE,
    metricName,
    dimensionsMap: { service },
    statistic: cloudwatch.Stats.SUM,
    period,
  });
}

import { expect, test } from 'vitest';
import * as z from 'zod';
import { synthesise } from './synthesise.ts';

const alarm = z
  .object({
    AlarmDescription: z.string(),
    Statistic: z.string(),
    ComparisonOperator: z.string(),
    Threshold: z.number(),
    EvaluationPeriods: z.number(),
    Period: z.number(),
    TreatMissingData: z.string(),
  })
  .transform((properties) => [
    properties.AlarmDescription.split(':')[0],
    properties.Statistic,
    properties.ComparisonOperator,
    properties.Threshold,
    properties.EvaluationPeriods,
    properties.Period,
    properties.TreatMissingData,
  ]);

const FROM = 'GreaterThanOrEqualToThreshold';
const BELOW = 'LessThanThreshold';

test('every alarm rings at its number, after so many periods of so many seconds, and with or without news', () => {
  const alarms = Object.values(synthesise().findResources('AWS::CloudWatch::Alarm'));
  expect(alarms.map(({ Properties }) => alarm.parse(Properties))).toEqual([
    ['intake-dead-letters', 'Maximum', FROM, 1, 1, 300, 'notBreaching'],
    ['intake-delayed', 'Maximum', FROM, 1800, 2, 300, 'notBreaching'],
    ['ingest-errors', 'Sum', FROM, 1, 3, 300, 'notBreaching'],
    ['shipping-stopped', 'Sum', BELOW, 1, 6, 3600, 'breaching'],
    ['tally-failures', 'Maximum', FROM, 1, 1, 300, 'notBreaching'],
    ['tally-delayed', 'Maximum', FROM, 600_000, 2, 300, 'notBreaching'],
    ['tally-silent', 'Sum', BELOW, 1, 6, 3600, 'breaching'],
    ['evaluate-errors', 'Sum', FROM, 1, 3, 300, 'notBreaching'],
    ['evaluate-silent', 'Sum', BELOW, 1, 3, 300, 'breaching'],
    ['evaluate-skipped', 'Sum', FROM, 1, 3, 300, 'notBreaching'],
    ['alerts-undelivered', 'Sum', FROM, 1, 1, 300, 'notBreaching'],
  ]);
});

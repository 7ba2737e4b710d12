import { expect, test } from 'vitest';
import { alertIdOf, incidentIdOf } from '../../../lambdas/core/incidents/alert.ts';
import { exampleIncident } from '../../example-incident.ts';

test('an alert is named by its incident, its kind and its place in the order', () => {
  expect(alertIdOf(exampleIncident({ matter: 'other:example.com', sequence: 3 }), 'reminder')).toBe(
    'other:example.com/2026-11-24T01/reminder/3',
  );
});

test('all alerts of an incident name the same incident, and those of another a different one', () => {
  const incidentOf = (part: Parameters<typeof exampleIncident>[0], kind: 'opened' | 'resolved') =>
    incidentIdOf({ alertId: alertIdOf(exampleIncident(part), kind) });
  expect(incidentOf({ sequence: 1 }, 'opened')).toBe(incidentOf({ sequence: 2 }, 'resolved'));
  expect(incidentOf({}, 'opened')).not.toBe(incidentOf({ firstHour: '2026-11-24T02' }, 'opened'));
  expect(incidentOf({}, 'opened')).not.toBe(incidentOf({ matter: 'yahoo' }, 'opened'));
});

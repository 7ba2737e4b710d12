import { expect, test } from 'vitest';
import { alertIdOf } from '../../../lambdas/core/incidents/alert.ts';
import { exampleIncident } from '../../example-incident.ts';

test('an alert is named by its incident, its kind and its place in the order', () => {
  expect(alertIdOf(exampleIncident({ matter: 'other:example.com', sequence: 3 }), 'reminder')).toBe(
    'other:example.com/2026-11-24T01/reminder/3',
  );
});

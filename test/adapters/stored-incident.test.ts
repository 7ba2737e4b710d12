import { expect, test } from 'vitest';
import { storedIncident } from '../../lambdas/adapters/stored-incident.ts';
import { exampleIncident } from '../example-incident.ts';

test('an incident that was written before the worst rate of blocking was kept is read with all else', () => {
  const { worstBlockedRate: _, ...before } = exampleIncident({ worstRate: 0.6 });
  expect(storedIncident.parse(before)).toEqual(exampleIncident({ worstRate: 0.6, worstBlockedRate: 0 }));
  expect(storedIncident.parse({ ...before, worstRate: null })).toMatchObject({ worstRate: 0 });
});

test('an incident with an attribute that only a later version knows can be read', () => {
  expect(storedIncident.parse({ ...exampleIncident(), later: true })).toEqual(exampleIncident());
});

import { expect, test } from 'vitest';
import { limitsOf } from '../../../../lambdas/core/incidents/judge/limits.ts';

const OWN = { warning: 0.01, critical: 0.02 };
const BY_DEFAULT = { warning: 0.3, critical: 0.4 };

test.each([
  ['of the settings come first', 'gmail', { gmail: OWN, default: BY_DEFAULT }, OWN],
  [
    'that are built in come before the default of the settings',
    'gmail',
    { default: BY_DEFAULT },
    [0.05, 0.15],
  ],
  ['of Outlook.com are stricter above', 'outlook', {}, [0.05, 0.1]],
  ['of Microsoft 365 are those of Outlook.com', 'microsoft-365', {}, [0.05, 0.1]],
  ['of Yahoo are wider', 'yahoo', {}, [0.08, 0.2]],
  ['of every other ISP are the default of the settings', 'web-de', { default: BY_DEFAULT }, BY_DEFAULT],
  ['are 10 and 25 % where nothing is set', 'web-de', {}, [0.1, 0.25]],
  ['of a domain of other are those of other', 'other:example.com', { other: OWN }, OWN],
  ['are not taken from what every object has', 'constructor', {}, [0.1, 0.25]],
] as const)('limits %s', (_rule, matter, limits, expected) => {
  const wanted = 'warning' in expected ? expected : { warning: expected[0], critical: expected[1] };
  expect(limitsOf(matter, { limits })).toEqual(wanted);
});

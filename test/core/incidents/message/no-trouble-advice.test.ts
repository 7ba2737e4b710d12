import { expect, test } from 'vitest';
import { adviceWithoutTrouble } from '../../../../lambdas/core/incidents/message/no-trouble-advice.ts';
import { hour } from '../judged-hours.ts';
import { openWarning } from '../life-cycle/situations.ts';

const troubleLast = { lastTrouble: hour(0), lastVolume: hour(0) };
const clearLast = { lastTrouble: hour(0), lastVolume: hour(1) };

test.each([
  ['a recovery gives the all-clear', 'resolved', 'recovered', {}, 'none', 'Mail is accepted again'],
  [
    'a recovery without what was refused is no all-clear for that',
    'resolved',
    'recovered',
    {},
    'all',
    'nothing was accepted from the sources',
  ],
  [
    'the end of many providers at once is no all-clear for each',
    'resolved',
    'recovered',
    { matter: 'everyone' },
    'none',
    'Too few providers',
  ],
  [
    'the end of many small receivers is no all-clear for each',
    'resolved',
    'recovered',
    { matter: 'other' },
    'none',
    'Too few small receivers',
  ],
  [
    'without traffic after trouble nothing shows an end',
    'reminder',
    'no-traffic',
    troubleLast,
    'none',
    'nothing shows yet',
  ],
  [
    'without traffic after a clear hour that is said',
    'reminder',
    'no-traffic',
    clearLast,
    'none',
    'one such hour alone is no all-clear. If you did not',
  ],
  [
    'closed after trouble nothing shows an end',
    'resolved',
    'no-traffic',
    troubleLast,
    'none',
    'nothing shows that the block has lifted',
  ],
  [
    'closed after a clear hour that is said',
    'resolved',
    'no-traffic',
    clearLast,
    'none',
    'one such hour alone is no all-clear. What is sent',
  ],
  [
    'without traffic after an hour of few no hour is said to be clear',
    'reminder',
    'no-traffic',
    { ...clearLast, matter: 'everyone' },
    'none',
    'too few were in trouble to be told of together',
  ],
  [
    'nor when it is closed',
    'resolved',
    'no-traffic',
    { ...clearLast, matter: 'other' },
    'none',
    'too few were in trouble to be told of together',
  ],
] as const)('%s', (_rule, kind, reason, part, idle, meaning) => {
  const decision = { kind, reason, incident: openWarning(part) };
  expect(adviceWithoutTrouble(decision, idle).meaning).toContain(meaning);
});

test('an hour without traffic may have taken a few: no advice says that nothing was sent', () => {
  const decision = { kind: 'reminder', reason: 'no-traffic', incident: openWarning(troubleLast) } as const;
  expect(adviceWithoutTrouble(decision, 'none').avoid).toContainEqual(
    expect.stringContaining('too little was sent'),
  );
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Interner } from '../../../../lambdas/core/accounting/counts/interner.ts';
import { MxSeen } from '../../../../lambdas/core/accounting/counts/mx-seen.ts';

const ISPS = ['yahoo', 'gmail', 'apple'];
const DOMAINS = ['a.example', 'b.example', 'c.example', 'd.example'];

function seen(): { mxSeen: MxSeen; names: Interner } {
  const [names, isps] = [new Interner(), new Interner()];
  for (const domain of DOMAINS) names.numberOf(domain);
  for (const isp of ISPS) isps.numberOf(isp);
  return { mxSeen: new MxSeen(names, isps), names };
}

describe('MxSeen', () => {
  test('finds the ISP of most rows of a domain, the first by name if several have as many', () => {
    const notes = fc.array(
      fc.record({
        isp: fc.nat(ISPS.length - 1),
        domain: fc.nat(DOMAINS.length - 1),
        times: fc.integer({ min: 1, max: 3 }),
        isFolded: fc.boolean(),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(notes, (all) => {
        const { mxSeen } = seen();
        const plain = DOMAINS.map(() => ISPS.map(() => 0));
        for (const { isp, domain, times, isFolded } of all) {
          mxSeen.note(isp, domain, times);
          plain[domain]![isp]! += times;
          if (isFolded) mxSeen.fold();
        }
        mxSeen.fold();
        for (const [domain, counts] of plain.entries()) {
          const most = Math.max(...counts);
          const [first] = ISPS.filter((_, isp) => counts[isp] === most).toSorted();
          expect(mxSeen.mostFrequent(domain)).toBe(most === 0 ? undefined : ISPS.indexOf(first!));
        }
      }),
    );
  });

  test('knows nothing of what was noted before it is folded', () => {
    const { mxSeen } = seen();
    mxSeen.note(0, 1, 5);
    expect([mxSeen.size, mxSeen.mostFrequent(1)]).toEqual([1, undefined]);
    mxSeen.fold();
    expect([mxSeen.size, mxSeen.mostFrequent(1)]).toEqual([0, 0]);
  });

  test('takes a domain for the same in letters of its own and in ASCII', () => {
    const { mxSeen, names } = seen();
    mxSeen.note(1, names.numberOf('münchen.example'), 1);
    mxSeen.fold();
    expect(mxSeen.mostFrequent(names.numberOf('xn--mnchen-3ya.example'))).toBe(1);
    expect(mxSeen.mostFrequent(names.numberOf('munchen.example'))).toBeUndefined();
  });

  test('still knows a domain that has got another number', () => {
    const { mxSeen, names } = seen();
    mxSeen.note(2, 3, 1);
    mxSeen.fold();
    names.clear();
    expect(mxSeen.mostFrequent(names.numberOf(DOMAINS[3]!))).toBe(2);
  });

  test('forgets the rarest domains above the limit, and keeps half as many', () => {
    const { mxSeen } = seen();
    for (const domain of DOMAINS.keys()) mxSeen.note(0, domain, 10 - domain);
    mxSeen.fold();
    mxSeen.prune(4);
    expect(DOMAINS.map((_, domain) => mxSeen.mostFrequent(domain))).toEqual([0, 0, 0, 0]);
    mxSeen.prune(3);
    expect(DOMAINS.map((_, domain) => mxSeen.mostFrequent(domain))).toEqual([0, 0, undefined, undefined]);
  });
});

import type { FileRecord } from '../../lambdas/core/contributions/file-record.ts';
import type { Contributions } from '../../lambdas/core/ports.ts';

/** The same store with some methods replaced. */
export function overriding(contributions: Contributions, methods: Partial<Contributions>): Contributions {
  return {
    record: (file) => contributions.record(file),
    holds: (record) => contributions.holds(record),
    claim: (record) => contributions.claim(record),
    put: (contribution) => contributions.put(contribution),
    finish: (record) => contributions.finish(record),
    ofHour: (hour, part) => contributions.ofHour(hour, part),
    firstWith: (fingerprint, record) => contributions.firstWith(fingerprint, record),
    ...methods,
  };
}

/** The store as the code sees it that was deployed before the counting version was raised. */
export function beforeRaise(contributions: Contributions): Contributions {
  const raised = (record: FileRecord, by: number): FileRecord => {
    return { ...record, countingVersion: record.countingVersion + by };
  };
  return overriding(contributions, {
    record: async (file) => {
      const record = await contributions.record(file);
      return record && raised(record, 1);
    },
    claim: (record) => contributions.claim(raised(record, -1)),
    finish: (record) => contributions.finish(raised(record, -1)),
  });
}

import type { FileRecord } from '../../lambdas/core/contributions/file-record.ts';
import type { FileRecords } from '../../lambdas/core/ports.ts';

/** The same store with some methods replaced. */
export function overriding<Store extends object>(store: Store, methods: Partial<Store>): Store {
  return Object.assign(Object.create(store) as Store, methods);
}

/** The records as the code sees them that was deployed before the counting version was raised. */
export function beforeRaise(records: FileRecords): FileRecords {
  const raised = (record: FileRecord, by: number): FileRecord => {
    return { ...record, countingVersion: record.countingVersion + by };
  };
  return overriding(records, {
    load: async (file) => {
      const record = await records.load(file);
      return record && raised(record, 1);
    },
    claim: (record) => records.claim(raised(record, -1)),
    finish: (record) => records.finish(raised(record, -1)),
  });
}

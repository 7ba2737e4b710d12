import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { COUNTING_VERSION } from '../../lambdas/core/accounting/counting-version.ts';
import { TOTALS, emptyFigures } from '../../lambdas/core/figures/figures.ts';
import { addByIsp } from '../../lambdas/core/figures/merge.ts';
import type { Contribution } from '../../lambdas/core/contributions/contribution.ts';
import type { FileRecord } from '../../lambdas/core/contributions/file-record.ts';
import type { FileVersion } from '../../lambdas/core/ports.ts';
import { overriding } from './overriding.ts';
import { races } from './plans.ts';
import type { Mutant } from './world.ts';

/**
 * Faults planted into the protocol, each an obligation of docs/decisions/0003 left out. The worlds have to betray every
 * one: what stays hidden in them is not tested.
 */
export const MUTANTS: readonly Mutant[] = [
  {
    name: 'a claim without its condition',
    command: (command) => (isRecordPut(command, 'counting') ? withoutCondition(command) : command),
  },
  {
    name: 'contributions added to what is stored, in place of put',
    ingest: ({ contributions, ...ports }) => ({
      ...ports,
      contributions: overriding(contributions, {
        put: async (contribution) => {
          const sum = new Map();
          for await (const stored of contributions.ofHour(contribution.hour)) {
            if (stored.file === contribution.file) addByIsp(sum, stored.figures);
          }
          addByIsp(sum, contribution.figures);
          return contributions.put({ ...contribution, figures: sum });
        },
      }),
    }),
  },
  {
    name: 'no zeros for ISPs that vanished',
    ingest: ({ contributions, ...ports }) => ({
      ...ports,
      contributions: overriding(contributions, {
        put: (contribution) => contributions.put({ ...contribution, figures: withoutZeros(contribution) }),
      }),
    }),
  },
  {
    name: 'no zeros for hours that vanished',
    ingest: ({ contributions, ...ports }) => ({
      ...ports,
      contributions: overriding(contributions, {
        put: async (contribution) =>
          withoutZeros(contribution).size === 0 ? true : contributions.put(contribution),
      }),
    }),
  },
  {
    name: '`counted` without its condition',
    command: (command) => (isRecordPut(command, 'counted') ? withoutCondition(command) : command),
  },
  {
    name: 'no HEAD at the end',
    ingest: ({ files, ...ports }) => {
      let opened: FileVersion | undefined;
      return {
        ...ports,
        files: overriding(files, {
          open: async (key) => {
            const found = await files.open(key);
            opened = found;
            return found;
          },
          stat: async () => opened,
        }),
      };
    },
  },
  {
    name: 'a rejection that leaves the old figures',
    ingest: ({ records, contributions, ...ports }) => {
      let held: Contribution[] = [];
      return {
        ...ports,
        contributions: overriding(contributions, {
          put: async (contribution) => {
            held.push(contribution);
            return true;
          },
        }),
        records: overriding(records, {
          finish: async (record) => {
            const puts = record.state === 'rejected' ? [] : held;
            held = [];
            for (const contribution of puts) await contributions.put(contribution);
            return records.finish(record);
          },
        }),
      };
    },
  },
  {
    name: 'a version that is not summed',
    tally: ({ contributions, subtotals, figures }) => {
      let newest = 0;
      return {
        contributions: overriding(contributions, {
          ofHour: async function* (hour, part) {
            for await (const contribution of contributions.ofHour(hour, part)) {
              newest = Math.max(newest, contribution.revision);
              yield contribution;
            }
          },
        }),
        subtotals: overriding(subtotals, {
          putSubtotal: (subtotal) => subtotals.putSubtotal({ ...subtotal, revision: newest }),
        }),
        figures: overriding(figures, { put: (hourly) => figures.put({ ...hourly, version: newest }) }),
      };
    },
  },
  {
    name: "the event's etag trusted",
    ingest: ({ files, ...ports }, { etag }) => ({
      ...ports,
      files: overriding(files, {
        open: async (key) => {
          const opened = await files.open(key);
          return opened && { ...opened, etag };
        },
        stat: async (key) => {
          const found = await files.stat(key);
          return found && { ...found, etag };
        },
      }),
    }),
  },
  {
    name: 'a deletion that takes the figures away',
    ingest: ({ files, records, contributions }) => {
      let stored: FileRecord | undefined;
      return {
        contributions,
        files: overriding(files, {
          open: async (key) => {
            const opened = await files.open(key);
            if (opened || !stored) return opened;
            const { id: file, revision, hours } = stored;
            for (const [hour, isps] of Object.entries(hours)) {
              const figures = new Map(isps.map((isp) => [isp, emptyFigures()]));
              await contributions.put({ hour, file, revision: revision + 1, figures });
            }
            return undefined;
          },
        }),
        records: overriding(records, {
          load: async (file) => (stored = await records.load(file)),
        }),
      };
    },
  },
  {
    name: 'a count by older rules taken for one by the present ones',
    ingest: ({ records, ...ports }) => ({
      ...ports,
      records: overriding(records, {
        load: async (file) => {
          const stored = await records.load(file);
          return stored && { ...stored, countingVersion: COUNTING_VERSION };
        },
      }),
    }),
  },
  {
    name: 'figures without a condition on their version',
    worlds: races,
    command: (command) =>
      isPut(command, (sk) => sk.startsWith('ISP#')) ? withoutCondition(command) : command,
  },
  {
    name: 'subtotals without a condition on their revision',
    command: (command) =>
      isPut(command, (sk) => sk.startsWith('PART#')) ? withoutCondition(command) : command,
  },
  {
    name: 'contributions without a condition on their revision',
    worlds: races,
    command: (command) =>
      isPut(command, (sk) => sk.startsWith('FILE#')) ? withoutCondition(command) : command,
  },
];

function withoutZeros({ figures }: Contribution): Contribution['figures'] {
  return new Map([...figures].filter(([, counts]) => TOTALS.some((total) => counts[total] > 0)));
}

function isPut(command: unknown, isMeant: (sk: string) => boolean): command is PutItemCommand {
  return command instanceof PutItemCommand && isMeant(command.input.Item?.['sk']?.S ?? '');
}

function isRecordPut(command: unknown, state: string): command is PutItemCommand {
  return isPut(command, (sk) => sk === 'FILE') && command.input.Item?.['state']?.S === state;
}

function withoutCondition({ input }: PutItemCommand): PutItemCommand {
  return new PutItemCommand({ ...input, ConditionExpression: undefined });
}

import * as z from 'zod';

/** What is counted: hour × ISP × code of delivered and deferred rows, and for each source what was delivered and answered 421. */
export const PARTS_OF_RESULT = ['cell', 'delivered', 'source'] as const;

/**
 * Counts by `cell⇥2026-01-15 00 gmail 421` (t and tq rows by code, `none` where there is no reply; `d` for delivered),
 * `delivered⇥vmta1 203.0.113.8` and `source⇥vmta1 203.0.113.8` (the t rows of that source that were answered 421).
 */
export type Result = ReadonlyMap<string, number>;

/** A result as the contenders that are scripts write it: a line for each count, `part⇥key⇥count`. */
export function resultOfLines(stdout: string): Result {
  return new Map(
    stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [part, key, count] = line.split('\t');
        return [`${part}\t${key}`, Number(count)];
      }),
  );
}

const reportSchema = z.object({
  hours: z.array(
    z.object({
      hour: z.string(),
      isp: z.string(),
      delivered: z.number(),
      byReply: z.record(z.string(), z.number()),
      bySource: z.record(z.string(), z.object({ throttled: z.number(), delivered: z.number() })),
    }),
  ),
});

/**
 * The result in what `report --json` writes. The report tells how often a source was throttled: the bench's files are
 * such that these are the t rows that were answered 421.
 */
export function resultOfReport(stdout: string): Result {
  const counts = new Map<string, number>();
  const add = (key: string, count: number): void => {
    if (count > 0) counts.set(key, (counts.get(key) ?? 0) + count);
  };
  for (const { hour, isp, delivered, byReply, bySource } of reportSchema.parse(JSON.parse(stdout)).hours) {
    const cell = `cell\t${hour.slice(0, 13).replace('T', ' ')} ${isp}`;
    add(`${cell} d`, delivered);
    for (const [reply, count] of Object.entries(byReply)) add(`${cell} ${reply.split(' ')[0]}`, count);
    for (const [source, attempts] of Object.entries(bySource)) {
      add(`delivered\t${source}`, attempts.delivered);
      add(`source\t${source}`, attempts.throttled);
    }
  }
  return counts;
}

/**
 * Where two results differ, each as `cell⇥2026-01-15 00 gmail 421: 12 and 13`, and which part neither has, as nothing
 * was compared then; empty where they are the same.
 */
export function differences(one: Result, other: Result): string[] {
  const keys = [...new Set([...one.keys(), ...other.keys()])].sort();
  const missing = PARTS_OF_RESULT.filter((part) => !keys.some((key) => key.startsWith(`${part}\t`)));
  return [
    ...missing.map((part) => `${part}: neither has any`),
    ...keys
      .filter((key) => one.get(key) !== other.get(key))
      .map((key) => `${key}: ${one.get(key) ?? 'none'} and ${other.get(key) ?? 'none'}`),
  ];
}

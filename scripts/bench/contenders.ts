import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import * as z from 'zod';

const here = import.meta.dirname;

/** Counts by `cell⇥2026-01-15 00 gmail 421`, `delivered⇥vmta1 203.0.113.8`, `source⇥…` (the t rows with 421 of a source). */
export type Result = ReadonlyMap<string, number>;

/** A program that does the job on a file, in a process of its own. */
export interface Contender {
  name: string;
  command: (file: string) => string[];
  /** What it found; absent where it finds nothing (gunzip). */
  result?: (stdout: string) => Result;
  /** Which parts of the result it has. */
  parts: readonly string[];
}

export function contenders(workFolder: string, bundle: string): Contender[] {
  return [
    {
      name: 'deferral-watch',
      command: (file) => [process.execPath, bundle, 'report', '--json', file],
      result: resultOfReport,
      parts: ['cell', 'delivered', 'source'],
    },
    {
      name: 'gawk',
      command: (file) => ['gawk', '-F,', '-f', join(here, 'contenders/seed.awk'), file],
      result: resultOfLines,
      parts: ['cell', 'delivered', 'source'],
    },
    {
      name: 'csv-parse',
      command: (file) => [process.execPath, join(here, 'contenders/csv-parse.mjs'), file],
      result: resultOfLines,
      parts: ['cell', 'delivered', 'source'],
    },
    {
      name: 'DuckDB, 1 thread',
      command: (file) => [process.execPath, join(here, 'contenders/duckdb.mjs'), file, workFolder],
      result: resultOfLines,
      parts: ['cell', 'delivered', 'source'],
    },
  ];
}

/** Node's gunzip alone, for gzip files. */
export const GUNZIP: Contender = {
  name: 'gunzip alone',
  command: (file) => [process.execPath, join(here, 'contenders/gunzip.mjs'), file],
  parts: [],
};

export function isInstalled(contender: Contender, workFolder: string): boolean {
  if (contender.name === 'gawk') return isOnPath('gawk');
  if (contender.name.startsWith('DuckDB'))
    return existsSync(join(workFolder, 'node_modules/@duckdb/node-api'));
  return true;
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

function resultOfLines(stdout: string): Result {
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

/** The report as the other contenders write their result. */
export function resultOfReport(stdout: string): Result {
  const counts = new Map<string, number>();
  const add = (key: string, count: number): void => {
    if (count > 0) counts.set(key, (counts.get(key) ?? 0) + count);
  };
  for (const { hour, isp, delivered, byReply, bySource } of reportSchema.parse(JSON.parse(stdout)).hours) {
    const cell = `cell\t${hour.slice(0, 13).replace('T', ' ')} ${isp}`;
    add(`${cell} d`, delivered);
    for (const [reply, count] of Object.entries(byReply)) add(`${cell} ${reply.split(' ')[0]}`, count);
    for (const [source, { throttled, delivered: accepted }] of Object.entries(bySource)) {
      add(`delivered\t${source}`, accepted);
      // In the files made here what throttles is 421, and nothing else.
      add(`source\t${source}`, throttled);
    }
  }
  return counts;
}

/** Where two results differ in the parts that both have; empty where they are the same. */
export function differences(a: Result, b: Result, parts: readonly string[]): string[] {
  const keys = new Set([...a.keys(), ...b.keys()].filter((key) => parts.includes(key.split('\t')[0]!)));
  return [...keys].filter((key) => a.get(key) !== b.get(key)).sort();
}

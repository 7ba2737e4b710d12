/**
 * Measures the reader against other ways to do the same job, in whole processes that run in turn: `npm run bench`
 * (`-- --help` lists the options). Makes its files in `.bench/`; gives no ratio where results differ.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { benchArguments } from './bench-arguments.ts';
import type { Measurements } from './bench-arguments.ts';
import type { BenchFile } from './bench-file.ts';
import { compare } from './comparison.ts';
import type { Entrant } from './comparison.ts';
import { GUNZIP, otherContenders, ownContender } from './contenders.ts';
import type { Contender } from './contenders.ts';
import { installDuckDb } from './duckdb.ts';
import { FileStore, PARTS } from './file-store.ts';
import type { StoredFile } from './file-store.ts';
import { stagesOf } from './profiled-run.ts';
import { comparisonTable, growthTable, stageTable } from './tables.ts';
import { buildCommandLine } from '../build.ts';

const root = join(import.meta.dirname, '..', '..');
const workFolder = join(root, '.bench');

const wanted = benchArguments(process.argv.slice(2));
if ('text' in wanted) {
  (wanted.exitCode === 0 ? process.stdout : process.stderr).write(wanted.text);
  process.exitCode = wanted.exitCode;
} else {
  await measure(wanted);
}

async function measure({ files, rounds }: Measurements): Promise<void> {
  mkdirSync(workFolder, { recursive: true });
  installDuckDb(workFolder);
  const own = ownContender(await buildCommandLine(join(root, 'dist', 'deferral-watch.mjs')));
  const mapped = ownContender(await buildCommandLine(join(workFolder, 'mapped.mjs'), true));
  const others = otherContenders(workFolder).filter(isHere);
  const store = new FileStore(workFolder);
  const peaks = new Map<BenchFile, number>();
  for (const file of files) {
    const stored = await store.get(file);
    const standings = await compare(entrants(file, stored, own, others), rounds);
    if (standings.some(({ against }) => typeof against === 'string')) process.exitCode = 1;
    peaks.set(file, standings[0]!.peakMb);
    const stages = await stagesOf(mapped.command(...readOf(file, stored)), workFolder);
    console.log(`\n## ${file.name}\n\n${comparisonTable(standings)}\n\n${stageTable(stages)}`);
  }
  const growth = growthTable(peaks);
  if (growth !== '') console.log(`\n## Memory\n\n${growth}`);
}

function isHere({ name, missing }: Contender): boolean {
  if (missing === undefined) return true;
  console.log(`${name} is not installed (${missing}) and left out.`);
  return false;
}

/** The paths that are read for a file in its form. */
function readOf({ form }: BenchFile, { plain, others }: StoredFile): readonly string[] {
  return form === '' ? [plain] : others;
}

/** Who runs on a file; the first is what the others are compared with. Another form is compared with the plain file. */
function entrants(
  file: BenchFile,
  stored: StoredFile,
  own: Contender,
  others: readonly Contender[],
): Entrant[] {
  const files = readOf(file, stored);
  const plain = [stored.plain];
  if (file.form === '') return [own, ...others].map((contender) => ({ contender, files }));
  const isGzip = file.form === '.gz';
  const name = `${own.name}, ${isGzip ? 'gzip' : `${PARTS} files`}`;
  return [
    { contender: own, files, name },
    { contender: own, files: plain, name: `${own.name}, ${isGzip ? 'not compressed' : 'one file'}` },
    ...(isGzip ? [{ contender: GUNZIP, files }] : []),
  ];
}

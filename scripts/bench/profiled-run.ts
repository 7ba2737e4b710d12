import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './measure.ts';
import { readProfile, sourceIn, stageTimes } from './stages.ts';
import type { StageTime } from './stages.ts';

/**
 * Where the time of a report goes, by one more run under the profiler, which slows it down. `command` runs a bundle that
 * has a source map beside it. The compiler and the garbage collector's helpers run on other threads and are not in it.
 */
export async function stagesOf(
  [node, bundle, ...parameters]: readonly string[],
  workFolder: string,
): Promise<StageTime[]> {
  const folder = mkdtempSync(join(workFolder, 'profile-'));
  try {
    await run([node!, '--cpu-prof', `--cpu-prof-dir=${folder}`, bundle!, ...parameters]);
    const [profile] = readdirSync(folder);
    return stageTimes(
      readProfile(readFileSync(join(folder, profile!), 'utf8')),
      sourceIn(readFileSync(`${bundle}.map`, 'utf8')),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './measure.ts';
import { POOL_WORK, secondsInflating } from './pool-trace.ts';
import { readProfile, sourceIn, type StageTime, stageTimes } from './stages.ts';

const INFLATE = 'inflate, on threads of its own';

/**
 * Where the time of a report goes, by one more run under the profiler, which slows it down. `command` runs a bundle that
 * has a source map beside it. Reading from the disk runs on other threads too and is not in it, nor are the compiler and
 * the garbage collector's helpers.
 */
export async function stagesOf(
  [node, bundle, ...parameters]: readonly string[],
  workFolder: string,
): Promise<StageTime[]> {
  const folder = mkdtempSync(join(workFolder, 'profile-'));
  try {
    await run([
      node!,
      '--cpu-prof',
      `--cpu-prof-dir=${folder}`,
      '--trace-event-categories',
      POOL_WORK,
      '--trace-event-file-pattern',
      join(folder, 'trace-${rotation}.json'),
      bundle!,
      ...parameters,
    ]);
    const texts = (ending: string): string[] =>
      readdirSync(folder)
        .filter((name) => name.endsWith(ending))
        .map((name) => readFileSync(join(folder, name), 'utf8'));
    const [profile] = texts('.cpuprofile');
    const times = stageTimes(readProfile(profile!), sourceIn(readFileSync(`${bundle}.map`, 'utf8')));
    const inflating = texts('.json').reduce((sum, trace) => sum + secondsInflating(trace), 0);
    if (inflating > 0) times.push({ stage: INFLATE, seconds: inflating });
    return times.sort((one, other) => other.seconds - one.seconds);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { join } from 'node:path';
import * as z from 'zod';
import { run } from './measure.ts';

/** To which stage the files belong, by the first pattern that matches a file's path. */
const STAGES: readonly (readonly [RegExp, string])[] = [
  [/^wasm:/, 'scan, and deliveries that repeat one before (the kernel)'],
  [
    /adapters\/local-accounting-files|accounting\/(?:byte-window|stored-content|count-file|file-head)/,
    'read',
  ],
  [/core\/accounting\/reply-|core\/replies\//, 'classify replies'],
  [/core\/accounting\/|core\/receivers\/|figures\/(?:row-kinds|interner)/, 'look up columns'],
  [
    /figures\/(?:compact|cut|shorten|merge|sparse)|core\/packed|lambdas\/(?:ingest|tally)\/|adapters\//,
    'add up hours',
  ],
  [/core\/figures\//, 'count'],
  [/core\/incidents\/|lambdas\/evaluate\//, 'judge'],
  [/^bin\/|node_modules\/commander/, 'report'],
];

/** What is no file of ours, by the name of the function. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ['(garbage collector)', 'garbage collector'],
  ['(idle)', 'waiting'],
  ['(program)', 'Node itself'],
]);

const profileSchema = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({
        functionName: z.string(),
        url: z.string(),
        lineNumber: z.number(),
        columnNumber: z.number(),
      }),
      children: z.array(z.number()).optional(),
    }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});
type Frame = z.infer<typeof profileSchema>['nodes'][number]['callFrame'];

/**
 * The seconds that each stage takes of a report, longest first, told by samples of the main thread. `bundle` is built
 * with a source map beside it. Inflating and reading from the disk run on threads of their own and are not in it.
 */
export async function stagesOf(
  bundle: string,
  file: string,
  workFolder: string,
): Promise<[string, number][]> {
  const folder = mkdtempSync(join(workFolder, 'profile-'));
  try {
    await run([process.execPath, '--cpu-prof', `--cpu-prof-dir=${folder}`, bundle, 'report', '--json', file]);
    const [name] = readdirSync(folder);
    const profile = profileSchema.parse(JSON.parse(readFileSync(join(folder, name!), 'utf8')));
    const map = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')) as SourceMapPayload);
    return secondsByStage(profile, (frame) => stageOf(frame, map));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function secondsByStage(
  { nodes, samples, timeDeltas }: z.infer<typeof profileSchema>,
  stage: (frame: Frame) => string | undefined,
): [string, number][] {
  const stageOfNode = new Map<number, string>();
  // Parents come before their children; what belongs to no stage (a function of Node) belongs to its caller's.
  for (const { id, callFrame, children = [] } of nodes) {
    const own = stage(callFrame) ?? stageOfNode.get(id) ?? 'start';
    stageOfNode.set(id, own);
    for (const child of children) stageOfNode.set(child, own);
  }
  const seconds = new Map<string, number>();
  for (const [index, sample] of samples.entries()) {
    const name = stageOfNode.get(sample)!;
    seconds.set(name, (seconds.get(name) ?? 0) + timeDeltas[index]! / 1e6);
  }
  return [...seconds].sort(([, a], [, b]) => b - a);
}

function stageOf({ functionName, url, lineNumber, columnNumber }: Frame, map: SourceMap): string | undefined {
  const other = OTHERS.get(functionName);
  if (other !== undefined) return other;
  if (url.startsWith('wasm:')) return stageOfPath(url);
  if (!url.startsWith('file:')) return undefined;
  const entry = map.findEntry(lineNumber, columnNumber);
  return 'originalSource' in entry
    ? stageOfPath(entry.originalSource.replace(/^(?:\.\.\/)+/, ''))
    : undefined;
}

function stageOfPath(path: string): string | undefined {
  return STAGES.find(([pattern]) => pattern.test(path))?.[1];
}

import { SourceMap } from 'node:module';
import * as z from 'zod';

/** The seconds that one stage of a report takes. */
export interface StageTime {
  stage: string;
  seconds: number;
  /** No work: the main thread had nothing to do until another thread was ready. */
  isWaiting?: boolean;
}

/** The stage that our code belongs to: that of the first pattern that matches the path of its file. */
const STAGES: readonly (readonly [RegExp, string])[] = [
  [/^wasm:/, 'scan, and known rows (the kernel)'],
  [/accounting\/file\/(?:stored-content|gzip)|node_modules\/mini(?:zlib|pass)/, 'inflate'],
  [/adapters\/local-accounting-files|accounting\/(?:count-file|file\/(?:byte-window|file-head))/, 'read'],
  [/core\/accounting\/counts\/reply-|core\/replies\//, 'classify replies'],
  [/core\/accounting\/counts\//, 'count'],
  [/core\/accounting\/|core\/receivers\//, 'look up columns'],
  [/core\/figures\/|core\/json-bytes|lambdas\/(?:ingest|tally)\/|adapters\//, 'add up hours'],
  [/core\/incidents\/|lambdas\/evaluate\//, 'judge'],
  [/^bin\/|node_modules\/commander/, 'report'],
];

/** The stage of Node's own functions that none of ours called: a piece of a file arrived, or Node starts. */
const STAGES_OF_NODE: readonly (readonly [RegExp, string])[] = [
  [/^node:(?:internal\/)?(?:fs|streams)/, 'read'],
];
const START = 'start';
const IDLE = '(idle)';

/** What is no function at all, by the name that the profiler gives it. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ['(garbage collector)', 'garbage collector'],
  ['(program)', 'Node itself'],
  [IDLE, 'the main thread waits'],
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

/** What `node --cpu-prof` writes: samples of the main thread and the microseconds before each. */
export type Profile = z.infer<typeof profileSchema>;
type Frame = Profile['nodes'][number]['callFrame'];

export function readProfile(text: string): Profile {
  return profileSchema.parse(JSON.parse(text));
}

/** Source maps of version 3; esbuild leaves out what says nothing. */
const sourceMapSchema = z.object({
  version: z.number(),
  file: z.string().default(''),
  sources: z.array(z.string()),
  sourcesContent: z.array(z.string()).default([]),
  names: z.array(z.string()),
  mappings: z.string(),
  sourceRoot: z.string().default(''),
});

/** The path of the source that a function of a bundle was built from; undefined where it is not the bundle's. */
export function sourceIn(sourceMap: string): (frame: Frame) => string | undefined {
  const map = new SourceMap(sourceMapSchema.parse(JSON.parse(sourceMap)));
  return ({ url, lineNumber, columnNumber }) => {
    if (url.startsWith('wasm:')) return url;
    if (!url.startsWith('file:')) return undefined;
    const entry = map.findEntry(lineNumber, columnNumber);
    return 'originalSource' in entry ? entry.originalSource.replace(/^(?:\.\.\/)+/, '') : undefined;
  };
}

/** The seconds of each stage on the main thread, longest first. */
export function stageTimes(
  { nodes, samples, timeDeltas }: Profile,
  sourceOf: (frame: Frame) => string | undefined,
): StageTime[] {
  const stages = stagesOfNodes(nodes, sourceOf);
  const times = new Map<string, number>();
  for (const [index, sample] of samples.entries()) {
    const stage = stages.get(sample) ?? START;
    // A profiler that was late writes a time that runs backwards.
    const seconds = Math.max(0, timeDeltas[index] ?? 0) / 1e6;
    times.set(stage, (times.get(stage) ?? 0) + seconds);
  }
  return [...times]
    .map(([stage, seconds]) => ({ stage, seconds, isWaiting: stage === OTHERS.get(IDLE) }))
    .sort((one, other) => other.seconds - one.seconds);
}

function stagesOfNodes(
  nodes: Profile['nodes'],
  sourceOf: (frame: Frame) => string | undefined,
): Map<number, string> {
  const stages = new Map<number, string>();
  // Parents come before their children; what belongs to no stage (a function of Node) belongs to its caller's.
  for (const { id, callFrame, children = [] } of nodes) {
    const caller = stages.get(id);
    const own = ownStage(callFrame, sourceOf(callFrame)) ?? caller ?? stageIn(STAGES_OF_NODE, callFrame.url);
    if (own === undefined) stages.delete(id);
    else {
      stages.set(id, own);
      for (const child of children) stages.set(child, own);
    }
  }
  return stages;
}

function ownStage({ functionName }: Frame, source: string | undefined): string | undefined {
  return OTHERS.get(functionName) ?? (source === undefined ? undefined : stageIn(STAGES, source));
}

function stageIn(stages: readonly (readonly [RegExp, string])[], path: string): string | undefined {
  return stages.find(([pattern]) => pattern.test(path))?.[1];
}

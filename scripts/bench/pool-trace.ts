import * as z from 'zod';

const traceSchema = z.object({
  traceEvents: z.array(
    z.object({ name: z.string(), ph: z.string(), tid: z.number(), tts: z.number().optional() }),
  ),
});

/** The trace category in which Node writes when a thread of its pool begins and ends a piece of work. */
export const POOL_WORK = 'node.threadpoolwork.sync';

/** The processor seconds that the threads of Node's pool spent inflating, out of a trace of `POOL_WORK`. */
export function secondsInflating(trace: string): number {
  const begun = new Map<number, number>();
  let microseconds = 0;
  for (const { name, ph: phase, tid: thread, tts: time = 0 } of traceSchema.parse(JSON.parse(trace))
    .traceEvents) {
    if (name !== 'zlib') continue;
    if (phase === 'B') begun.set(thread, time);
    else if (phase === 'E') microseconds += time - (begun.get(thread) ?? time);
  }
  return microseconds / 1e6;
}

import { ROW_KERNEL } from './row-kernel-binary.ts';
import type { Outcome } from './row-type.ts';

/** What a scan found: nothing whole yet, a record of the expected shape, or one that needs a closer look. */
export const UNFINISHED = 0;
export const REGULAR = 1;
export const ODD = 2;
export type Scan = typeof UNFINISHED | typeof REGULAR | typeof ODD;

/** What row-kernel/row-kernel.ts exports. */
export interface RowKernelExports {
  scan: (start: number, end: number, width: number) => Scan;
  countRepeat: (start: number) => number;
  countRepeats: (start: number, end: number, width: number) => Scan;
  useLimits: (rowBytes: number, replyBytes: number, kinds: number) => void;
  locate: (start: number, outcome: Outcome) => void;
  learnOutcome: (outcome: Outcome) => void;
  learnIgnored: (number: number) => void;
  forgetTypes: () => void;
  isInHour: () => number;
  useHour: () => void;
  forgetHour: () => void;
  findHost: () => number;
  findQueue: () => number;
  findDomain: (queue: number) => number;
  findSource: () => number;
  learnName: (number: number) => void;
  forgetNames: () => void;
  addKind: (...kind: [told: number, queue: number, domain: number, source: number]) => number;
  kindsKnown: () => number;
  learnIsp: (kind: number, isp: number) => void;
  forgetKinds: () => void;
  countDelivery: (kind: number) => void;
  takeDelivered: () => number;
  findReply: () => number;
  learnReply: (reply: number) => void;
  forgetReplies: () => void;
  hashOfReply: () => number;
  hashOfRecipient: () => number;
  learnJudgement: (
    ...judgement: [
      ...of: [kind: number, outcome: number, reply: number],
      number: number,
      ...hashes: [number, number],
    ]
  ) => void;
  judgedPairs: () => number;
  forgetJudged: () => void;
  RESULTS: { value: number };
  POSITIONS: { value: number };
  FIELDS: { value: number };
  ENDS: { value: number };
  IGNORED_COUNTS: { value: number };
  MOST_IGNORED: { value: number };
  MOST_KINDS: { value: number };
  KIND_TABLE: { value: number };
  KIND_ISPS: { value: number };
  COUNTS: { value: number };
  COUNTED: { value: number };
  PAIRS: { value: number };
  PAIR_TABLE: { value: number };
  PAIR_COUNTS: { value: number };
  RECORD: { value: number };
  RECORD_BYTES: { value: number };
  TEXT: { value: number };
}

const compiled = new WebAssembly.Module(ROW_KERNEL);

/** The functions and places of a kernel that works in this memory. */
export function kernelIn(memory: WebAssembly.Memory): RowKernelExports {
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  // A test of every function that is called holds this to what was compiled.
  return exports as unknown as RowKernelExports;
}

import type { Outcome } from '../outcome.ts';
import { KERNEL } from './binary.ts';
import type { ODD, REGULAR, SHORT, UNFINISHED } from './shared/protocol.ts';

export type Scan = typeof UNFINISHED | typeof REGULAR | typeof ODD | typeof SHORT;

/** What assembly/exports.ts exports; the functions are described where they are written. */
export interface KernelExports {
  scan: (start: number, end: number, width: number, needed: number) => Scan;
  countIfKnown: (start: number) => number;
  countKnownRows: (start: number, end: number, width: number, needed: number) => Scan;
  useBounds: (rowBytes: number, replyBytes: number, kinds: number) => void;
  locate: (start: number, outcome: Outcome) => void;
  learnOutcome: (outcome: Outcome) => void;
  learnIgnored: (number: number) => void;
  forgetTypes: () => void;
  findHour: () => number;
  learnHour: (lane: number) => void;
  forgetHours: () => void;
  findHost: () => number;
  findQueue: () => number;
  findDomain: (queue: number) => number;
  findSource: () => number;
  learnName: (number: number) => void;
  forgetNames: () => void;
  addKind: (mxIsp: number, queue: number, domain: number, source: number) => number;
  kindCount: () => number;
  learnIsp: (kind: number, isp: number) => void;
  forgetKinds: () => void;
  countDelivery: (kind: number, lane: number) => number;
  takeDelivered: () => number;
  findReply: () => number;
  learnReply: (reply: number) => void;
  forgetReplies: () => void;
  hashOfReply: () => number;
  hashOfRecipient: () => number;
  addJudgement: (kind: number, lane: number, outcome: number, reply: number) => number;
  forgetJudgements: () => void;
  pairCount: () => number;
  forgetPairs: () => void;
}

const compiled = new WebAssembly.Module(KERNEL);

/** The functions of a kernel that works in this memory. */
export function kernelIn(memory: WebAssembly.Memory): KernelExports {
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  // A test that calls every function holds this type to what was compiled.
  return exports as unknown as KernelExports;
}

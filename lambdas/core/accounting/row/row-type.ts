import { BOUNCED, DEFERRED, DELIVERED, QUEUE_DEFERRED } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';

const OUTCOMES: ReadonlyMap<string, Outcome> = new Map([
  ['d', DELIVERED],
  ['delivery', DELIVERED],
  ['b', BOUNCED],
  ['bounce', BOUNCED],
  ['t', DEFERRED],
  ['transient', DEFERRED],
  ['tq', QUEUE_DEFERRED],
  ['transient-queue', QUEUE_DEFERRED],
]);

/** The types that say nothing of an attempt: received, feedback loop, remote bounce, remote status. */
const LONG_NAMES: ReadonlyMap<string, string> = new Map([
  ['receipt', 'r'],
  ['feedback-loop', 'f'],
  ['remote-bounce', 'rb'],
  ['remote-status', 'rs'],
]);

const NAMES_THAT_SAY_NOTHING = new Set([...LONG_NAMES.keys(), ...LONG_NAMES.values()]);

/** Whether a type is one of PowerMTA's that say nothing of an attempt, in whatever case. */
export function saysNothing(type: string): boolean {
  return NAMES_THAT_SAY_NOTHING.has(type.toLowerCase());
}

/** The outcome that a row's `type` stands for, in whatever case; undefined for types that are not counted. */
export function outcomeOf(type: string): Outcome | undefined {
  return OUTCOMES.get(type.toLowerCase());
}

/** Whether a type is one of PowerMTA's, in whatever case: such a row of the header's width is no header. */
export function isKnownType(type: string): boolean {
  return outcomeOf(type) !== undefined || saysNothing(type);
}

/** Why a row of a type that is not counted is ignored: `type r`, `type x`; `unknown type` for odd names. */
export function reasonForType(type: string): string {
  const name = type.toLowerCase();
  const short = LONG_NAMES.get(name) ?? name;
  return /^[a-z][a-z-]{0,15}$/.test(short) ? `type ${short}` : UNKNOWN_TYPE;
}

export const UNKNOWN_TYPE = 'unknown type';

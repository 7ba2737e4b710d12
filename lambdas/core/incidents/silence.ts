import type { Hour } from '../hour.ts';
import type { Category } from '../replies/category.ts';
import type { Incident } from './incident.ts';
import type { Ground, Matter, Trouble, Verdict } from './verdict.ts';

/** While many are told of at once (the sender's own side, many small receivers), single ones stay silent. */
export interface Silence {
  /** It lasts. */
  now: boolean;
  /** The hours that it told of, both included. */
  from: Hour;
  through: Hour | null;
  /** Hours up to this one are those of an earlier time of many at once: whoever was silent then has nothing to tell now. */
  after: Hour | null;
  /** What cannot wait is told of all the same, but for these categories, of which the alert about the many tells. */
  immediate: readonly Category[];
}

/**
 * The silence that an incident of many at once brings for a single one. What cannot wait is silenced only for those that
 * were among the many: whoever refuses the same later, when they are few, was not told of.
 *
 * @param verdicts of the many
 */
export function silenceOf(
  { status, firstHour, through, after, told }: Incident,
  verdicts: readonly Verdict[],
  matter: Matter,
): Silence {
  const wasAmong = verdicts.some(
    ({ hour, concerned = [] }) => hour >= firstHour && concerned.some(({ isp }) => isp === matter),
  );
  const immediate = wasAmong ? told.immediate : [];
  return { now: status === 'open', from: firstHour, through, after, immediate };
}

/** The trouble that may be told of: all of it, or in a silence only what cannot wait. */
export function heard(verdicts: readonly Verdict[], silences: readonly Silence[]): Trouble[] {
  return verdicts.flatMap((verdict) => {
    if (verdict.state !== 'trouble') return [];
    const [first, ...rest] = verdict.grounds.filter(
      (ground) => !silences.some((silence) => isSilenced(ground, verdict.hour, silence)),
    );
    return first ? [{ ...verdict, grounds: [first, ...rest] as const }] : [];
  });
}

function isSilenced(
  { reason, cause }: Ground,
  hour: Hour,
  { now, from, through, after, immediate }: Silence,
): boolean {
  if (after !== null && hour <= after) return true;
  const lasts = now || (hour >= from && through !== null && hour <= through);
  return lasts && (reason !== 'immediate' || immediate.includes(cause.category));
}

/** Whether many are told of at once now. */
export function isSilent(silences: readonly Silence[]): boolean {
  return silences.some(({ now }) => now);
}

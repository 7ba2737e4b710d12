import type { JudgingSettings } from '../settings.ts';
import type { Verdicts } from './judge/judge-look-back.ts';
import type { Verdict } from './judge/verdict.ts';
import type { Situation } from './life-cycle/decision.ts';
import type { Incident } from './life-cycle/incident.ts';
import { decide } from './life-cycle/life-cycle.ts';
import { muteOf } from './life-cycle/muting.ts';
import type { Mute } from './life-cycle/muting.ts';
import { EVERYONE, isDomain, isOfMany, SMALL_RECEIVERS } from './matter.ts';
import type { Matter } from './matter.ts';
import { compose } from './message/compose.ts';
import type { IspNames } from './message/compose.ts';

/** What every incident of one evaluation is decided by. */
interface Evaluating {
  /** The incidents that were stored. */
  known: ReadonlyMap<Matter, Incident>;
  /** Nothing is decided on these: whether they have an incident cannot be told. */
  leftOut: ReadonlySet<Matter>;
  verdicts: Verdicts;
  /** Milliseconds. */
  now: number;
  judging: JudgingSettings;
  names: IspNames;
}

/**
 * Decides on every matter that has an incident or is in trouble, and composes the alerts: first on the sender's own
 * side, then on many small receivers at once, because these mute single ones.
 *
 * @returns the incidents as they stand now, with the new alerts among the unsent ones
 */
export function decideAll(evaluating: Evaluating): Incident[] {
  const { known, verdicts } = evaluating;
  const everyone = decideOne(EVERYONE, verdicts.everyone, [], evaluating);
  const muteOfEveryone = (matter: Matter) => mutesOf(everyone, verdicts.everyone, matter, evaluating);

  const small = decideOne(
    SMALL_RECEIVERS,
    verdicts.smallReceivers,
    muteOfEveryone(SMALL_RECEIVERS),
    evaluating,
  );
  const mutes = (matter: Matter) => [
    ...muteOfEveryone(matter),
    ...(isDomain(matter) ? mutesOf(small, verdicts.smallReceivers, matter, evaluating) : []),
  ];
  const single = [...new Set([...known.keys(), ...verdicts.inTrouble])]
    .filter((matter) => !isOfMany(matter))
    .sort()
    .map((matter) => decideOne(matter, verdicts.of(matter), mutes(matter), evaluating));
  return [everyone, small, ...single].flatMap((incident) => incident ?? []);
}

function mutesOf(
  many: Incident | undefined,
  verdicts: readonly Verdict[],
  matter: Matter,
  { judging }: Evaluating,
): Mute[] {
  return many ? [muteOf(many, verdicts, matter, judging)] : [];
}

function decideOne(
  matter: Matter,
  verdicts: readonly Verdict[],
  mutes: readonly Mute[],
  { known, leftOut, now, judging, names }: Evaluating,
): Incident | undefined {
  if (leftOut.has(matter)) return undefined;
  const situation: Situation = { matter, verdicts, now, judging, mutes };
  const { incident, decisions } = decide(known.get(matter), situation);
  if (!incident) return undefined;
  const alerts = decisions.map((decision) => compose(decision, now, names));
  return { ...incident, unsent: [...incident.unsent, ...alerts] };
}

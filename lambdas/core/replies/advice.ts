import { OTHER, type IspId } from '../receivers/isp.ts';
import { ispAdviceFor, ispStepsFor } from './advice/by-isp.ts';
import { BACKOFF_WITHOUT_LIMITS, RESTING_MOVES_MAIL, type CategoryAdvice } from './advice/category-advice.ts';
import { INTERVENTION } from './advice/intervention.ts';
import { PATIENCE } from './advice/patience.ts';
import type { Category } from './category.ts';
import type { Advice, Meaning } from './rule.ts';

/** A command that can do harm never comes without its warning. */
const WARNINGS = [
  {
    command: /^pmta disable source/,
    said: /pmta show disabled sources/,
    warning: RESTING_MOVES_MAIL,
  },
  {
    command: /^pmta set queue --mode=backoff/,
    said: /backoff-to-normal-after/,
    warning: BACKOFF_WITHOUT_LIMITS,
  },
] as const;

/**
 * What to tell the operator about a reply of this meaning: the advice of its category and stance, with what its ISP
 * adds, and with the rule's own words if it has any. For an intervention, where to look is among the first steps; for
 * patience it comes once the throttling persists.
 *
 * @param isp the ISP that answered; without it (or if it is `other`), the one that the rule belongs to
 */
export function adviceFor(meaning: Meaning, isp: IspId = OTHER): Advice {
  const general = generalAdvice(meaning);
  const ofIsp = ispAdviceFor(isp === OTHER ? meaning.isp : isp);
  const { first, look } = ispStepsFor(ofIsp, subjectOf(meaning));
  const own = meaning.advice ?? {};
  const isPatience = meaning.stance === 'patience';
  const steps = isPatience ? general.do : [...first, ...general.do, ...look];
  const laterSteps = isPatience ? [...first, ...look, ...general.persistent] : general.persistent;
  const advice = {
    meaning: meaning.meaning,
    do: withLookAgain(own.do ?? steps, general.lookAgain),
    avoid: own.avoid ?? general.avoid,
    persistent: own.persistent ?? laterSteps,
    commands: own.commands ?? general.commands,
    source: ofIsp !== undefined && look.length > 0 ? `${general.source}; ${ofIsp.source}` : general.source,
  };
  return { ...advice, avoid: [...advice.avoid, ...warningsFor(advice)] };
}

/** The warnings that the commands need and the sentences do not give. */
function warningsFor({ do: steps, avoid, persistent, commands }: Advice): string[] {
  const sentences = [...steps, ...avoid, ...persistent].join(' ');
  return WARNINGS.filter(
    ({ command, said }) => commands.some((line) => command.test(line)) && !said.test(sentences),
  ).map(({ warning }) => warning);
}

/** What the category asks for under the rule's stance and scope, before an ISP or the rule adds to it. */
function generalAdvice(meaning: Meaning): CategoryAdvice {
  const subject = subjectOf(meaning);
  const advice = meaning.stance === 'patience' ? PATIENCE[subject] : INTERVENTION[subject];
  return meaning.scope === null ? advice : { ...advice, ...advice.byScope?.[meaning.scope] };
}

/** A limit of one recipient is that recipient's matter, whatever is limited: the sender need do nothing. */
function subjectOf({ category, stance, scope }: Meaning): Category {
  return scope === 'recipient' && stance === 'patience' ? 'recipient' : category;
}

function withLookAgain(steps: readonly string[], lookAgain: string): readonly string[] {
  return steps.some((step) => /\blook again\b/i.test(step)) ? steps : [...steps, lookAgain];
}

import { OTHER } from '../receivers/isp.ts';
import type { IspId } from '../receivers/isp.ts';
import { ispAdviceFor, ispStepsFor } from './advice/by-isp.ts';
import type { CategoryAdvice } from './advice/category-advice.ts';
import { INTERVENTION } from './advice/intervention.ts';
import { PATIENCE } from './advice/patience.ts';
import type { Category } from './category.ts';
import type { Advice, AdviceOverride, Meaning } from './rule.ts';

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
  return {
    meaning: meaning.meaning,
    do: [...(own.do ?? steps), own.lookAgain ?? general.lookAgain],
    avoid: [...(own.avoid ?? general.avoid), ...warningUnsaid(general, own)],
    persistent: own.persistent ?? laterSteps,
    commands: own.commands ?? general.commands,
    ...persistentCommandsOf(general, own),
    source: ofIsp !== undefined && look.length > 0 ? `${general.source}; ${ofIsp.source}` : general.source,
  };
}

/** The category's go with its own words for what persists, not with a rule's. */
function persistentCommandsOf(
  general: CategoryAdvice,
  own: AdviceOverride,
): Pick<Advice, 'persistentCommands'> {
  const commands = own.persistentCommands ?? (own.persistent ? undefined : general.persistentCommands);
  return commands ? { persistentCommands: commands } : {};
}

/** Commands that can do harm never come without their warning, whatever a rule says in place of its category. */
function warningUnsaid({ warning }: CategoryAdvice, own: AdviceOverride): string[] {
  const isUnsaid = warning && own.commands === undefined && own[warning.saidIn] !== undefined;
  return isUnsaid ? [warning.text] : [];
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

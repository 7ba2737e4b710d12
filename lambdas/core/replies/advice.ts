import type { IspId } from '../receivers/isp.ts';
import { BY_ISP, ispStepsFor } from './advice/by-isp.ts';
import type { CategoryAdvice } from './advice/category-advice.ts';
import { INTERVENTION } from './advice/intervention.ts';
import { PATIENCE } from './advice/patience.ts';
import type { Category, Stance } from './category.ts';
import type { Advice, Rule } from './rule.ts';

/** What a category asks for under a stance, before an ISP or a rule adds to it. */
function categoryAdvice(category: Category, stance: Stance): CategoryAdvice {
  return stance === 'patience' ? PATIENCE[category] : INTERVENTION[category];
}

/**
 * What to tell the operator about a reply that a rule matched: the advice of its category and stance, with what
 * its ISP adds, and with the rule's own words where it has any. Where to look belongs to the first steps of an
 * intervention; under patience it waits until the throttling persists.
 *
 * @param isp the ISP that answered, where a rule for every receiver (`*`) matched
 */
export function adviceFor(rule: Rule, isp: IspId = rule.isp): Advice {
  const general = categoryAdvice(rule.category, rule.stance);
  const ofIsp = BY_ISP[isp];
  const where = ofIsp === undefined ? [] : ispStepsFor(ofIsp, rule.category);
  const now = rule.stance === 'intervention' ? where : [];
  const later = rule.stance === 'patience' ? where : [];
  const own = rule.advice ?? {};
  return {
    meaning: rule.meaning,
    do: withLookAgain(own.do ?? [...general.do, ...now], general.lookAgain),
    avoid: own.avoid ?? general.avoid,
    persistent: own.persistent ?? [...later, ...general.persistent],
    commands: own.commands ?? commandsFor(general, rule),
    source: where.length > 0 && ofIsp !== undefined ? `${general.source}; ${ofIsp.source}` : general.source,
  };
}

function commandsFor(general: CategoryAdvice, rule: Rule): readonly string[] {
  const narrower = rule.scope === null ? undefined : general.commandsByScope?.[rule.scope];
  return narrower ?? general.commands;
}

function withLookAgain(steps: readonly string[], lookAgain: string): readonly string[] {
  return steps.some((step) => /\blook again\b/i.test(step)) ? steps : [...steps, lookAgain];
}

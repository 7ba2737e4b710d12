import { blockedRateOf, rateOf } from '../../figures/rates.ts';
import { rank } from '../judge/urgency.ts';
import type { Ground, Trouble } from '../judge/verdict.ts';
import type { Incident, Level, Told } from './incident.ts';

/** At most this many named addresses are remembered: the alerts of an incident seldom name more. */
const MAX_IPS = 50;

/** The level that a ground stands for, as an incident keeps it. */
export function levelOf({ severity, limit }: Ground): Level {
  return { severity, limit };
}

/** Whether an hour has come to a higher level than the incident ever reported. */
export function isWorse({ grounds }: Trouble, { highest }: Incident): boolean {
  return grounds.some(({ severity }) => rank(severity) > rank(highest.severity));
}

/** Whether a ground is news to the operator of an open incident. */
export function isNews({ severity, reason, cause }: Ground, { highest, told }: Incident): boolean {
  return (
    rank(severity) > rank(highest.severity) ||
    (cause.stance === 'intervention' && !told.intervention) ||
    (reason === 'blocked' && !told.blocked && !told.bounced.includes(cause.category)) ||
    (reason === 'immediate' && !told.immediate.includes(cause.category))
  );
}

/** The incident with what the operator knows once these hours are reported. */
export function withTold(incident: Incident, troubles: readonly Trouble[]): Incident {
  const grounds = troubles.flatMap((trouble) => trouble.grounds);
  const immediate = grounds.filter(({ reason }) => reason === 'immediate').map(({ cause }) => cause.category);
  const bounced = grounds.filter(hasBounced).map(({ cause }) => cause.category);
  const { told } = incident;
  return {
    ...incident,
    ...worstOf(troubles, incident),
    told: {
      ...told,
      intervention: told.intervention || grounds.some(({ cause }) => cause.stance === 'intervention'),
      blocked: told.blocked || grounds.some(({ reason }) => reason === 'blocked'),
      immediate: [...new Set([...told.immediate, ...immediate])],
      bounced: [...new Set([...told.bounced, ...bounced])],
    },
  };
}

/** What was told, with the addresses that are named now as the latest. */
export function withIps(told: Told, ips: readonly string[]): Told {
  return { ...told, ips: [...told.ips.filter((ip) => !ips.includes(ip)), ...ips].slice(-MAX_IPS) };
}

/** The worst rates that some hours came to, and what was worst before. */
export function worstOf(
  troubles: readonly Trouble[],
  before: Pick<Incident, 'worstRate' | 'worstBlockedRate'> = { worstRate: 0, worstBlockedRate: 0 },
): Pick<Incident, 'worstRate' | 'worstBlockedRate'> {
  const rates = troubles.map(({ figures }) => rateOf(figures) ?? 0);
  const blockedRates = troubles.map(({ figures }) => blockedRateOf(figures) ?? 0);
  return {
    worstRate: Math.max(before.worstRate, ...rates),
    worstBlockedRate: Math.max(before.worstBlockedRate, ...blockedRates),
  };
}

/** Refusals that do not wait and have mostly bounced: the operator who reads of them knows that mail is blocked. */
function hasBounced(ground: Ground): boolean {
  return ground.reason === 'immediate' && ground.refused.blocked > ground.refused.deferred;
}

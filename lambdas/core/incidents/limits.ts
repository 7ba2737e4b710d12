import { OTHER, type IspId } from '../receivers/isp.ts';
import type { Settings } from '../settings.ts';

/** Two levels of the rate, as fractions: at or above the first it is a warning, above the second critical. */
export interface Limits {
  warning: number;
  critical: number;
}

/**
 * The seed's own numbers ("PowerMTA 421 Deferral Code Analysis", section 6) for those it names; Microsoft 365 is
 * held to Outlook's. What holds for all others is our choice.
 */
const BUILT_IN: ReadonlyMap<IspId, Limits> = new Map([
  ['gmail', { warning: 0.05, critical: 0.15 }],
  ['outlook', { warning: 0.05, critical: 0.1 }],
  ['microsoft-365', { warning: 0.05, critical: 0.1 }],
  ['yahoo', { warning: 0.08, critical: 0.2 }],
]);

const DEFAULT: Limits = { warning: 0.1, critical: 0.25 };

/**
 * The limits of one ISP, or of one domain of `other` (`other:example.com`): the settings' own, then the built-in
 * ones, then the settings' `default`, then 10 and 25 %.
 */
export function limitsOf(matter: string, settings: Pick<Settings, 'limits'>): Limits {
  const isp = matter.startsWith(`${OTHER}:`) ? OTHER : matter;
  return own(settings.limits, isp) ?? BUILT_IN.get(isp) ?? own(settings.limits, 'default') ?? DEFAULT;
}

function own(limits: Settings['limits'], isp: string): Limits | undefined {
  return Object.hasOwn(limits, isp) ? limits[isp] : undefined;
}

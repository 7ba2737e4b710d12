import { OTHER } from '../../receivers/isp.ts';
import type { IspId } from '../../receivers/isp.ts';
import type { Settings } from '../../settings.ts';
import { isDomain } from '../matter.ts';
import type { Matter } from '../matter.ts';

/** Two levels of the rate, as fractions: at or above the first it is a warning, above the second critical. */
export interface Limits {
  warning: number;
  critical: number;
}

/**
 * The numbers of the 421 analysis (section 6) for the ISPs that it names; Microsoft 365 has those of Outlook.com. Those
 * of all others are our choice.
 */
const BUILT_IN: ReadonlyMap<IspId, Limits> = new Map([
  ['gmail', { warning: 0.05, critical: 0.15 }],
  ['outlook', { warning: 0.05, critical: 0.1 }],
  ['microsoft-365', { warning: 0.05, critical: 0.1 }],
  ['yahoo', { warning: 0.08, critical: 0.2 }],
]);

const DEFAULT: Limits = { warning: 0.1, critical: 0.25 };

/**
 * The limits of one ISP, or of one domain of `other`: those that the settings give it, else the built-in ones, else the
 * settings' `default`, else 10 and 25 %.
 */
export function limitsOf(matter: Matter, settings: Pick<Settings, 'limits'>): Limits {
  const isp = isDomain(matter) ? OTHER : matter;
  return own(settings.limits, isp) ?? BUILT_IN.get(isp) ?? own(settings.limits, 'default') ?? DEFAULT;
}

function own(limits: Settings['limits'], isp: string): Limits | undefined {
  return Object.hasOwn(limits, isp) ? limits[isp] : undefined;
}

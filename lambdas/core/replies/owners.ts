import type { IspId } from '../receivers/isp.ts';

/**
 * Owners of rules beside the ISP itself, because it runs the same filter and says the same words. `microsoft` owns rules
 * only, and is no provider.
 */
const SHARED: Readonly<Record<IspId, readonly string[]>> = {
  outlook: ['microsoft'],
  'microsoft-365': ['microsoft'],
  'yahoo-japan': ['yahoo'],
};

/** Whose rules are tried for an ISP (the `isp` of a rule), beside those of every receiver, `*`. */
export function ownersFor(isp: IspId): readonly string[] {
  return [isp, ...(Object.hasOwn(SHARED, isp) ? (SHARED[isp] ?? []) : [])];
}

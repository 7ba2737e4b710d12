import { OTHER } from '../../../lambdas/core/receivers/isp.ts';
import type { IspId } from '../../../lambdas/core/receivers/isp.ts';
import { ISPS } from '../../../lambdas/core/receivers/isps.ts';
import { ownersFor } from '../../../lambdas/core/replies/owners.ts';
import type { Rule } from '../../../lambdas/core/replies/rule.ts';

/** A receiver for whose replies a rule is tried. */
export function receiverOf(rule: Rule): IspId {
  return ISPS.find(({ id }) => ownersFor(id).includes(rule.isp))?.id ?? OTHER;
}

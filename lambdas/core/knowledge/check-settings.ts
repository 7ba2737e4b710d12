import { EVERYONE } from '../incidents/matter.ts';
import { OTHER } from '../receivers/isp.ts';
import { ownersFor } from '../replies/owners.ts';
import { builtInRules } from '../replies/rules/order.ts';
import { SettingsError } from '../settings.ts';
import type { Settings } from '../settings.ts';
import { nearest } from '../text/nearest.ts';
import { directoryFor } from './own-isps.ts';
import { catalogueFor } from './own-rules.ts';

/** Ids that mean something else wherever figures, limits and incidents are kept. */
const TAKEN: readonly string[] = [OTHER, EVERYONE, 'default'];

/**
 * What must hold beyond the shape of the settings: deployed functions read them when they start, and each would end
 * there for a rule that does not compile; limits and rules of an ISP that does not exist would apply to no mail, and
 * nobody would notice; figures name a rule by its id alone. Throws a SettingsError that names every problem.
 */
export function checkSettings(settings: Settings, origin: string): void {
  const directory = directoryFor(settings);
  const ids = new Set([OTHER, ...directory.isps.map(({ id }) => id)]);
  const owners = new Set(['*', ...[...ids].flatMap(ownersFor)]);
  const builtInIds = new Set(builtInRules.map(({ id }) => id));
  const unknown = (where: string, id: string): string => {
    const meant = directory.named(id)[0] ?? nearest(id, ids);
    const hint = meant === undefined ? 'the report has the ids under ISP' : `did you mean ${meant}?`;
    return `${where}: no ISP has the id ${id}; ${hint}`;
  };
  const problems = [
    ...Object.keys(settings.limits)
      .filter((id) => id !== 'default' && !ids.has(id))
      .map((id) => unknown(`limits.${id}`, id)),
    ...settings.rules.flatMap(({ isp }, index) =>
      owners.has(isp) ? [] : [unknown(`rules.${index}.isp`, isp)],
    ),
    ...settings.rules.flatMap(({ id }, index) =>
      builtInIds.has(id) ? [`rules.${index}.id: ${id} is a rule of ours; choose another`] : [],
    ),
    ...settings.isps.flatMap(({ id }, index) =>
      TAKEN.includes(id) ? [`isps.${index}.id: ${id} has a meaning of its own; choose another`] : [],
    ),
    ...settings.isps.flatMap(({ id, mx, domains, rollups }, index) =>
      mx.length + domains.length + rollups.length > 0
        ? []
        : [`isps.${index}: ${id} has no mx, domains or rollups, so no mail would be recognised as its own`],
    ),
    ...problemsOfRules(settings),
  ];
  if (problems.length > 0) throw SettingsError.of(problems, origin);
}

function problemsOfRules(settings: Settings): string[] {
  try {
    catalogueFor(settings);
    return [];
  } catch (failure) {
    if (failure instanceof SettingsError) return [...failure.problems];
    throw failure;
  }
}

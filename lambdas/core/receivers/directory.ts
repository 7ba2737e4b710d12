import type { Isp, IspId } from './isp.ts';
import { ISPS } from './isps.ts';

/** Names that people use for more than one provider. */
const NAMES_OF_SEVERAL: Readonly<Record<string, readonly IspId[]>> = {
  microsoft: ['outlook', 'microsoft-365'],
};

/** The label in the name of a rollup or `queue-to` queue. */
const ROLLUP = /^\s*([^./]+)\.(?:rollup|queue)(?:\/|\.*\s*$)/i;

/** Who answers a mail: providers by MX host, rollup queue and domain. Every look-up is a few hash look-ups. */
export interface Directory {
  readonly isps: readonly Isp[];
  /** By host name of the MX, longest known suffix of whole labels first. */
  byMx(mx: string): IspId | undefined;
  /** By the name of a rollup or `queue-to` queue: `yahoo.rollup/vmta1`, `hotmail.queue`. */
  byRollup(queue: string): IspId | undefined;
  /** By recipient domain. */
  byDomain(domain: string): IspId | undefined;
  /**
   * What a person or another program calls a receiver: an ISP id, a common name (`microsoft` is two), a domain,
   * an MX host, also as `host (ip)`. Empty if nobody is known by that name.
   */
  named(name: string): IspId[];
}

/** Makes a directory; if two providers claim the same name, the first in the list has it. */
export function createDirectory(isps: readonly Isp[] = ISPS): Directory {
  const mx = new Map<string, IspId>();
  const domains = new Map<string, IspId>();
  const rollups = new Map<string, IspId>();
  const names = new Map<string, IspId>();
  for (const isp of isps) {
    for (const suffix of isp.mx) setFirst(mx, withoutLeadingDot(canonical(suffix)), isp.id);
    for (const domain of isp.domains) setFirst(domains, canonical(domain), isp.id);
    for (const label of [isp.id, ...isp.rollups]) setFirst(rollups, canonical(label), isp.id);
  }
  // Ids first, so that nobody's alias takes another's id.
  for (const isp of isps) setFirst(names, canonical(isp.id), isp.id);
  for (const isp of isps) {
    for (const name of [isp.name, ...isp.aliases]) setFirst(names, canonical(name), isp.id);
  }

  const byMx = (host: string): IspId | undefined => longestSuffix(mx, canonical(host));
  const byDomain = (domain: string): IspId | undefined => domains.get(canonical(domain));
  const byRollup = (queue: string): IspId | undefined => {
    const label = ROLLUP.exec(queue)?.[1]?.toLowerCase();
    return label === undefined ? undefined : (rollups.get(label) ?? longestRollup(rollups, label));
  };

  return {
    isps,
    byMx,
    byRollup,
    byDomain,
    named(name) {
      const [said = ''] = canonical(name).split(/[\s(/[]/, 1);
      const whole = canonical(name);
      const family = Object.hasOwn(NAMES_OF_SEVERAL, said) ? NAMES_OF_SEVERAL[said] : undefined;
      if (family !== undefined) return family.filter((id) => names.has(id));
      const found =
        names.get(whole) ??
        names.get(said) ??
        byRollup(said) ??
        byDomain(said) ??
        (said.includes('.') ? byMx(said) : rollups.get(said)) ??
        byDomain(said.slice(said.lastIndexOf('@') + 1));
      return found === undefined ? [] : [found];
    },
  };
}

function canonical(name: string): string {
  return name.trim().toLowerCase().replace(/\.+$/, '');
}

function withoutLeadingDot(suffix: string): string {
  return suffix.replace(/^\*?\.+/, '');
}

function setFirst(map: Map<string, IspId>, name: string, id: IspId): void {
  if (name !== '' && !map.has(name)) map.set(name, id);
}

/** Rollups are often numbered or named in two parts: `yahoo2.rollup`, `gmail-eu.queue`. */
function longestRollup(rollups: ReadonlyMap<string, IspId>, label: string): IspId | undefined {
  const base = /^[a-z]+/.exec(label)?.[0];
  return base === undefined ? undefined : rollups.get(base);
}

/** At most 20 labels are looked at: real host names have fewer, hostile ones do not matter. */
function longestSuffix(suffixes: ReadonlyMap<string, IspId>, host: string): IspId | undefined {
  let from = 0;
  for (let label = 0; label < 20 && from !== -1; label += 1) {
    const found = suffixes.get(from === 0 ? host : host.slice(from));
    if (found !== undefined) return found;
    const dot = host.indexOf('.', from);
    if (dot === -1) return undefined;
    from = dot + 1;
  }
  return undefined;
}

import { OTHER } from '../receivers/isp.ts';

/**
 * What an incident is about: an ISP by its id, one receiver of `other` (`other:example.com`), many of these at once
 * (`other`), or `everyone`. Alerts call it `isp`.
 */
export type Matter = string;

/** Many ISPs at once: then the fault is most likely the sender's own. */
export const EVERYONE: Matter = 'everyone';

/** Many receivers of `other` at once: an alert for each of them would be a flood. */
export const SMALL_RECEIVERS: Matter = OTHER;

const DOMAIN_PREFIX = `${OTHER}:`;

/** The matter of one receiver of `other`. */
export function matterOfDomain(domain: string): Matter {
  return `${DOMAIN_PREFIX}${domain}`;
}

/** The domain of one receiver of `other`; undefined for every other matter. */
export function domainOf(matter: Matter): string | undefined {
  return isDomain(matter) ? matter.slice(DOMAIN_PREFIX.length) : undefined;
}

/** Whether a matter is one receiver of `other`. */
export function isDomain(matter: Matter): boolean {
  return matter.startsWith(DOMAIN_PREFIX);
}

/** Whether a matter is about many at once: while it lasts, its single ones are muted. */
export function isOfMany(matter: Matter): boolean {
  return matter === EVERYONE || matter === SMALL_RECEIVERS;
}

import { createHash } from 'node:crypto';
import { isOfManyDomains, MISSING } from '../../names.ts';
import { mayHoldAddress, withoutPersons } from '../../replies/personal.ts';

const DOMAIN_BYTES = 255;
const NAME_BYTES = 400;

/** Characters that no domain has, in whatever script. `(rest)` is ours. */
// eslint-disable-next-line no-control-regex
const NOT_IN_A_DOMAIN = /[\s\u0000-\u001f\u007f"'(),:;<>@[\\\]/]/;

/** The recipient's domain, lower case: what follows the last `@` of `rcpt`; empty if that is no domain. */
export function domainOfRecipient(rcpt: string): string {
  const at = rcpt.lastIndexOf('@');
  return at === -1 ? '' : domainOf(rcpt.slice(at + 1));
}

/** The part of `rcpt` before the last `@`, which may name a person. */
export function localPartOf(rcpt: string): string {
  const at = rcpt.lastIndexOf('@');
  return (at === -1 ? rcpt : rcpt.slice(0, at)).replace(/^<|"/g, '');
}

/**
 * The domain in a queue's name: `gmail.com` of `gmail.com/vmta1`. Empty for `yahoo.rollup/vmta2` and
 * `hotmail.queue/vmta2`, which stand for many domains.
 */
export function domainOfQueue(queue: string): string {
  const slash = queue.indexOf('/');
  const domain = domainOf(slash === -1 ? queue : queue.slice(0, slash));
  return isOfManyDomains(domain) ? '' : domain;
}

function domainOf(text: string): string {
  const domain = text
    .trim()
    .toLowerCase()
    .replace(/[.>\s]+$/, '');
  return Buffer.byteLength(domain) > DOMAIN_BYTES || NOT_IN_A_DOMAIN.test(domain) ? '' : domain;
}

/**
 * The host in `dsnMta`, lower case: `mx.example.net` of `mx.example.net (192.0.2.1)` and of
 * `mx.example.net (192.0.2.1/name)`. Empty if only an address is known.
 */
export function hostOfMta(dsnMta: string): string {
  const host = dsnMta
    .replace(/^dns;\s*/i, '')
    .trim()
    .split(/[\s(]/, 1)[0]!
    .toLowerCase()
    .replace(/\.+$/, '');
  if (Buffer.byteLength(host) > DOMAIN_BYTES || /^\[?[\d.]+\]?$/.test(host) || host.includes(':')) return '';
  return host;
}

/** Who sent, as the breakdowns name it: `vmta1 203.0.113.7`. */
export function sourceName(vmta: string, ip: string): string {
  return `${boundedName(vmta)} ${boundedName(ip)}`;
}

/**
 * A name as it came, but for addresses of persons; `-` if there is none; if it is too long, its beginning and a hash that
 * distinguishes it.
 */
export function boundedName(given: string): string {
  if (given === '') return MISSING;
  const name = mayHoldAddress(given) ? withoutPersons(given) : given;
  if (Buffer.byteLength(name) <= NAME_BYTES) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 16);
  return `${Buffer.from(name).subarray(0, NAME_BYTES).toString()}…${hash}`;
}

import { createHash } from 'node:crypto';
import type { CountedFile } from '../lambdas/core/accounting/counted-file.ts';
import { emptyFigures } from '../lambdas/core/figures/figures.ts';
import type { Figures } from '../lambdas/core/figures/figures.ts';
import { hourOf } from '../lambdas/core/hour.ts';

/** What hosts do in the simulated time. */
export interface Traffic {
  hosts: number;
  hours: number;
}

/** A file on its way into the bucket; times are seconds since the start. */
export interface Shipment {
  key: string;
  version: number;
  /** When it arrives. */
  at: number;
  /** When its rows begin and end. */
  from: number;
  to: number;
}

/** When the simulated time begins, in milliseconds since 1970. */
export const START = Date.UTC(2026, 10, 24);

const EVERY = 300;
/** Of a hundred files, those shipped an hour late, and those shipped once more, a little longer. */
const LATE = 2;
const SHIPPED_AGAIN = 3;

const ISPS = ['gmail', 'outlook', 'microsoft-365', 'yahoo', 'apple', 'gmx', 'comcast', 'orange', 'other'];
const DOMAINS_BY_ISP = 6;
const SOURCES_BY_HOST = 2;
const REPLIES = ['421 4.7.28', '421 4.7.0', '451 4.7.500', '452 4.2.2'];
const RULES = ['unusual-rate', 'temporary-limit', 'server-busy', 'mailbox-full'];

/** What is shipped, in the order of its arrival: a file from each host each five minutes, at a second of its own. */
export function shipments({ hosts, hours }: Traffic): Shipment[] {
  const found: Shipment[] = [];
  for (let host = 0; host < hosts; host++) {
    const phase = numberOf(`phase ${host}`) % EVERY;
    for (let to = phase; to < hours * 3600; to += EVERY) {
      const key = `mta${host}/acct-${String(to).padStart(6, '0')}.csv`;
      const file = { key, version: 1, at: to, from: to - EVERY, to };
      const hash = numberOf(key);
      if (hash % 100 < LATE) file.at += 3600;
      found.push(file);
      if (hash % 100 >= 100 - SHIPPED_AGAIN) found.push({ ...file, version: 2, at: file.at + 60 });
    }
  }
  return found.filter(({ at }) => at < hours * 3600).sort((a, b) => a.at - b.at);
}

/** Whether a shipment is one of so many in a hundred, the same ones every time. */
export function isOneOf(inHundred: number, { key, version }: Shipment): boolean {
  return numberOf(`${key} ${version} twice`) % 100 < inHundred;
}

/** What counting a file finds: a busy sender's five minutes, deferred here and there by everybody. */
export function countedFile(shipment: Shipment): CountedFile {
  const { key, version, from, to } = shipment;
  const hours: CountedFile['hours'] = new Map();
  for (const second of new Set([Math.max(from, 0), to])) {
    const hour = hourOf(START + second * 1000);
    if (!hours.has(hour)) hours.set(hour, new Map(ISPS.map((isp) => [isp, figuresOf(isp, shipment)])));
  }
  const rows = 5_000 + version;
  const fingerprint = createHash('sha256').update(key).digest('hex');
  return { rows, counted: rows, ignored: {}, partialTail: false, hours, fingerprint };
}

function figuresOf(isp: string, { key, version }: Shipment): Figures {
  const host = key.slice(0, key.indexOf('/'));
  const figures = emptyFigures();
  for (let domain = 0; domain < DOMAINS_BY_ISP; domain++) {
    const name = `${isp}-${domain}.example`;
    const delivered = (numberOf(`${key} ${name}`) % 60) + version;
    const throttled = delivered % 7;
    figures.delivered += delivered;
    figures.deferred += throttled;
    figures.deferred421 += throttled;
    figures.throttled += throttled;
    figures.byDomain[name] = { throttled, delivered };
    const source = domain % SOURCES_BY_HOST;
    add(
      figures.bySource,
      `${host}-${source} 203.0.113.${numberOf(`${host} ${source}`) % 256}`,
      throttled,
      delivered,
    );
    add(figures.byQueue, `${name}/${host}-${source}`, throttled, delivered);
    if (throttled > 0) addReply(figures, isp, throttled % REPLIES.length, throttled);
  }
  return figures;
}

function add(list: Figures['bySource'], name: string, throttled: number, delivered: number): void {
  const known = (list[name] ??= { throttled: 0, delivered: 0 });
  known.throttled += throttled;
  known.delivered += delivered;
}

function addReply(figures: Figures, isp: string, index: number, count: number): void {
  const rule = `${isp}.${RULES[index]}`;
  figures.byCategory['rate-limit'] = (figures.byCategory['rate-limit'] ?? 0) + count;
  figures.byRule[rule] = (figures.byRule[rule] ?? 0) + count;
  figures.byReply[REPLIES[index]!] = (figures.byReply[REPLIES[index]!] ?? 0) + count;
  const sample = `${REPLIES[index]} our systems have detected an unusual rate of mail from your address, try again later`;
  const evidence = (figures.evidence[rule] ??= { sources: {}, queues: {}, sample });
  for (const source of Object.keys(figures.bySource)) evidence.sources[source] = count;
  for (const queue of Object.keys(figures.byQueue).slice(-2)) evidence.queues[queue] = count;
}

function numberOf(text: string): number {
  return createHash('sha1').update(text).digest().readUInt32BE(0);
}

import { createHash } from 'node:crypto';
import * as z from 'zod';

/** What hosts do in the simulated time, and of how many batches one is measured for its processor time. */
export const traffic = z.object({ hosts: z.int(), hours: z.int(), measuredEvery: z.int() });
export type Traffic = z.infer<typeof traffic>;

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
/** Files in a hundred that are shipped an hour late. */
const LATE = 2;
/** Files in a hundred that are shipped once more, a little longer. */
const SHIPPED_AGAIN = 3;

/** What is shipped, in the order of its arrival: a file from each host each five minutes, at a second of its own. */
export function shipments({ hosts, hours }: Pick<Traffic, 'hosts' | 'hours'>): Shipment[] {
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

/** Whether a shipment is among `inHundred` of a hundred, the same ones every time. */
export function isOneOf(inHundred: number, { key, version }: Shipment): boolean {
  return numberOf(`${key} ${version} twice`) % 100 < inHundred;
}

/** A number that looks random and belongs to a text. */
export function numberOf(text: string): number {
  return createHash('sha1').update(text).digest().readUInt32BE(0);
}

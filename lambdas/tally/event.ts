import * as z from 'zod';
import { PARTITIONS, SORT_KEYS } from '../adapters/table-layout.ts';
import { PARTS, partOf } from '../core/contributions/file-id.ts';
import type { FileId } from '../core/contributions/file-id.ts';
import type { Hour } from '../core/hour.ts';
import type { ChangedPart } from './tally.ts';

/** An item's keys. */
interface Keys {
  pk: string;
  sk: string;
}

const text = z.object({ S: z.string() }).transform(({ S }) => S);

/** What the table's stream sends: the keys of each item that changed, and nothing of its content. */
const streamEvent = z.object({
  Records: z.array(z.object({ dynamodb: z.object({ Keys: z.object({ pk: text, sk: text }) }) })),
});

const HOUR = /^\d{4}-\d{2}-\d{2}T\d{2}$/;

/** The parts of hours in which contributions changed, one for each record that is about a contribution. */
export function changedPartsIn(event: unknown): ChangedPart[] {
  return streamEvent.parse(event).Records.flatMap(({ dynamodb }) => changedPart(dynamodb.Keys) ?? []);
}

/** The part that a contribution belongs to; undefined for every other item, the tally's own among them. */
export function changedPart({ pk, sk }: Keys): ChangedPart | undefined {
  if (!pk.startsWith(PARTITIONS.hour) || !sk.startsWith(SORT_KEYS.contribution)) return undefined;
  const hour: Hour = pk.slice(PARTITIONS.hour.length);
  const file: FileId = sk.slice(SORT_KEYS.contribution.length);
  const part = partOf(file);
  return HOUR.test(hour) && PARTS.includes(part) ? { hour, part } : undefined;
}

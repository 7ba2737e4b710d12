import { PARTS, partOf } from '../core/contributions/file-id.ts';
import type { FileId, Part } from '../core/contributions/file-id.ts';
import type { Hour } from '../core/hour.ts';
import { PARTITIONS, SORT_KEYS } from './table-layout.ts';

const HOUR = /^\d{4}-\d{2}-\d{2}T\d{2}$/;

/** The partition of an hour. */
export function hourKey(hour: Hour): string {
  return `${PARTITIONS.hour}${hour}`;
}

/**
 * The part of an hour that a record of the table's stream is about: that of a contribution that changed.
 * Undefined for every other item, the tally's own among them.
 */
export function changedPart({ pk, sk }: { pk: string; sk: string }): { hour: Hour; part: Part } | undefined {
  if (!pk.startsWith(PARTITIONS.hour) || !sk.startsWith(SORT_KEYS.contribution)) return undefined;
  const hour: Hour = pk.slice(PARTITIONS.hour.length);
  const file: FileId = sk.slice(SORT_KEYS.contribution.length);
  const part = partOf(file);
  return HOUR.test(hour) && PARTS.includes(part) ? { hour, part } : undefined;
}

import { PARTS, partOf } from '../core/contributions/file-id.ts';
import type { FileId, Part } from '../core/contributions/file-id.ts';
import type { Hour } from '../core/hour.ts';

/** Sort keys of what an hour's partition holds. */
export const CONTRIBUTION = 'FILE#';
export const SUBTOTAL = 'PART#';
export const FIGURES = 'ISP#';

/** The partition of an hour. */
export function hourKey(hour: Hour): string {
  return `HOUR#${hour}`;
}

/**
 * The part of an hour that a record of the table's stream is about: that of a contribution that changed.
 * Undefined for every other item, the tally's own among them.
 */
export function changedPart({ pk, sk }: { pk: string; sk: string }): { hour: Hour; part: Part } | undefined {
  const hour = /^HOUR#(\d{4}-\d{2}-\d{2}T\d{2})$/.exec(pk)?.[1];
  if (hour === undefined || !sk.startsWith(CONTRIBUTION)) return undefined;
  const file: FileId = sk.slice(CONTRIBUTION.length);
  const part = partOf(file);
  return PARTS.includes(part) ? { hour, part } : undefined;
}

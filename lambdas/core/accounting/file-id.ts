import { createHash } from 'node:crypto';
import type { FileId } from '../ports.ts';

/** The id of the file of this key: 32 hexadecimal digits, whatever the key holds. */
export function fileIdOf(key: string): FileId {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}

import { createHash } from 'node:crypto';
import type { FileId } from '../ports.ts';

/**
 * The id of the file of this key: 32 hexadecimal digits, whatever the key holds. The first of them, which is its part
 * of the hour, is that of its folder: a host's files are added up together, so that a part names the sources and
 * queues of a sixteenth of the hosts, not of all.
 */
export function fileIdOf(key: string): FileId {
  const folder = key.slice(0, key.lastIndexOf('/') + 1);
  return hexOf(folder).slice(0, 1) + hexOf(key).slice(1, 32);
}

function hexOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

import { CARRIAGE_RETURN, SPACE, TAB } from '../kernel/shared/ascii.ts';

/** The text that bytes encode in UTF-8. */
export function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** Whether a line holds white space only: it is no row. */
export function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === SPACE || byte === TAB || byte === CARRIAGE_RETURN);
}

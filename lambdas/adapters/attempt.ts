import { StoreError } from '../core/store-error.ts';

/** Does what may fail outside, described by what follows "could not"; where it fails, so does this, with a StoreError. */
export async function attempt<Output>(what: string, send: () => Promise<Output>): Promise<Output> {
  try {
    return await send();
  } catch (cause) {
    throw new StoreError(couldNot(what, cause), { cause });
  }
}

/** What could not be done, and why. */
export function couldNot(what: string, cause: unknown): string {
  return `could not ${what}: ${cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)}`;
}

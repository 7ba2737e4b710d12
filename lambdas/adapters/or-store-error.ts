import { StoreError } from '../core/store-error.ts';

/** Does something that may fail outside; a failure becomes a StoreError in which `what` follows "could not". */
export async function orStoreError<Output>(what: string, send: () => Promise<Output>): Promise<Output> {
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

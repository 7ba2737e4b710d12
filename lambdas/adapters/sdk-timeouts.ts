/**
 * How long the functions' clients of AWS bear silence (milliseconds). By itself the SDK waits for ever, so that one
 * connection which nobody answers takes the whole execution with it, and its message comes again six minutes later.
 * With these a request is tried again, and an object is read on from where it fell silent, within the execution.
 */
export const SILENCE = { connectionTimeout: 3_000, socketTimeout: 10_000 } as const;

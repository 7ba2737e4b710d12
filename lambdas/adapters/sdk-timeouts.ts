/**
 * How long the functions' AWS clients wait for a connection, and for the next byte on one (milliseconds). By default the
 * SDK waits for ever: one connection that nobody answers would use up the whole execution, and its message would come
 * back only six minutes later. With these limits a request is tried again, and an object is read on from where the
 * connection stalled, within the same execution.
 *
 * A socket's limit of six seconds or more would begin only three seconds after the request.
 */
export const SDK_TIMEOUTS = { connectionTimeout: 3_000, socketTimeout: 5_000 } as const;

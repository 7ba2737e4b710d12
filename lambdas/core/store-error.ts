/** A store that could not be read or written. The message says what was tried and where; try again later. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** A file that became another while it was read, so that what was read of it is worth nothing. */
export class FileChangedError extends Error {
  override readonly name = 'FileChangedError';
}

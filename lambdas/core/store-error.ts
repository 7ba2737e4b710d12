/** A store that could not be read or written. The message says what was tried and where; try again later. */
export class StoreError extends Error {
  override readonly name: string = 'StoreError';
}

/** Something stored in a form that this version does not write. The message names it; trying again does not help. */
export class UnreadableItemError extends StoreError {
  override readonly name = 'UnreadableItemError';
}

/** A file that became another while it was read, so what was read of it is worth nothing. */
export class FileChangedError extends Error {
  override readonly name = 'FileChangedError';
}

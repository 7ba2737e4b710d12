/** A file that counts nothing, as its record now says. The message is for the operator. */
export class RejectedFileError extends Error {
  override readonly name = 'RejectedFileError';
  readonly key: string;
  readonly reason: string;

  constructor(key: string, reason: string) {
    super(`${key} counts nothing: ${reason}`);
    this.key = key;
    this.reason = reason;
  }
}

/** A file that others keep counting or replacing; the message comes again later. */
export class ContestedFileError extends Error {
  override readonly name = 'ContestedFileError';
}

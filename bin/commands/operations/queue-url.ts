import { InvalidArgumentError } from 'commander';

/** A queue on the command line. Its name alone would lead nowhere, with an error of the SDK's own. */
export function queueUrl(text: string): string {
  if (/^https?:\/\/[^\s/]+\/\S+$/.test(text)) return text;
  throw new InvalidArgumentError("A queue is named by its URL: see the stack's outputs.");
}

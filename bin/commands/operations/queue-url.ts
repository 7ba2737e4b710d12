import { InvalidArgumentError } from 'commander';

/** A queue on the command line, by its URL. Given a mere name, the SDK would fail without saying why. */
export function queueUrl(text: string): string {
  if (/^https?:\/\/[^\s/]+\/\S+$/.test(text)) return text;
  throw new InvalidArgumentError("A queue is named by its URL: see the stack's outputs.");
}

import { UnreadableFileError } from '../core/accounting/counted-file.ts';
import { ContestedFileError } from './errors.ts';

/**
 * A check for each count of one execution, to be called while it reads. It gives up reading once `isOver`, with a
 * sentence, while there is time to write it down: Lambda would end the execution without one.
 *
 * Only the first count had the full time, so only its failure is the file's fault. A later one read a file
 * that was replaced while it was read: its message comes again and finds all the time there is.
 */
export function deadlineOfEachCount(isOver: () => boolean): () => () => void {
  let counts = 0;
  return () => {
    const isFirst = counts++ === 0;
    return () => {
      if (!isOver()) return;
      if (!isFirst) {
        throw new ContestedFileError(
          'it was replaced, or counted by another execution, while it was counted; no time is left to begin again',
        );
      }
      throw new UnreadableFileError(
        "It could not be read in the time that one file has. Ship smaller files: set max-size in PowerMTA's acct-file block.",
      );
    };
  };
}

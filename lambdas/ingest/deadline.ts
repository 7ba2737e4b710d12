import { UnreadableFileError } from '../core/accounting/counted-file.ts';
import { StoreError } from '../core/store-error.ts';
import { ContestedFileError } from './errors.ts';

/** The time that one execution has for reading. */
export interface ReadingTime {
  isOver: () => boolean;
  /** Whether most of it went into waiting for bytes, so that neither their number nor what they hold is to blame. */
  wasSpentWaiting: () => boolean;
}

/**
 * A check for each count of one execution, to be called while it reads. It gives up reading once the time is over, with
 * a sentence, while there is time to write it down: Lambda would end the execution without one.
 *
 * Only the first count had the full time, so only its failure can be the file's fault; and it is not if the bytes came
 * too slowly, which says nothing of the content. A later one read a file that was replaced while it was read. In both
 * cases figures stay as they are: the message comes again and finds all the time there is.
 */
export function deadlineOfEachCount({ isOver, wasSpentWaiting }: ReadingTime): () => () => void {
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
      if (wasSpentWaiting()) {
        throw new StoreError('its bytes came too slowly to be read in the time that one file has');
      }
      throw new UnreadableFileError(
        "It could not be read in the time that one file has. Ship smaller files: set max-size in PowerMTA's acct-file block.",
      );
    };
  };
}

/** The share of an execution's reading time that its processor is busy for, if the file itself takes the time. */
const BUSY_SHARE = 0.5;

/** The time for reading that begins now (milliseconds). */
export function readingTimeOf(milliseconds: number): ReadingTime {
  const started = performance.now();
  const before = process.cpuUsage();
  const elapsed = () => performance.now() - started;
  return {
    isOver: () => elapsed() >= milliseconds,
    wasSpentWaiting() {
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000 < elapsed() * BUSY_SHARE;
    },
  };
}

import type { Advice } from '../../replies/rule.ts';

/** The advice of an alert: for a cause of trouble, or for starting again after it. */
export interface AlertAdvice extends Advice {
  /**
   * Commands that let mail flow again, pasted one by one after the others. All are then filled for one queue and one of
   * its IPs alone: all that are concerned would be no careful start.
   */
  restart?: readonly string[];
}

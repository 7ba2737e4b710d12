import type { Advice } from '../../replies/rule.ts';

/** The advice of an alert: for a cause of trouble, or for starting again after it. */
export interface AlertAdvice extends Advice {
  /**
   * Commands that let mail flow again, pasted one by one after the others. All are then filled for only one queue and
   * one of its IPs: to start with all would not be careful.
   */
  restart?: readonly string[];
}

import type { Hour } from '../hour.ts';
import type { IspId } from '../receivers/isp.ts';
import type { Reply, Rule } from '../replies/rule.ts';

/** What the reader asks of the directory of ISPs. */
export interface ReceiverDirectory {
  /** The ISP of an MX host; undefined if it is not known. */
  byMx(mx: string): IspId | undefined;
  /** The ISP of a rollup queue. */
  byRollup(queue: string): IspId | undefined;
  /** The ISP of a recipient's domain. */
  byDomain(domain: string): IspId | undefined;
}

/** What counting needs to know of the rule that read a reply. */
export type CountedRule = Pick<Rule, 'id' | 'category' | 'spokenBy' | 'basis'>;

/** What the reader asks of the catalogue of rules. */
export interface ReplyCatalogue {
  classify(isp: IspId, reply: Reply): CountedRule;
}

/** What an accounting file is counted by. */
export interface CountingContext {
  directory: ReceiverDirectory;
  catalogue: ReplyCatalogue;
  /** Whether figures by recipient domain, which can name a person, are kept. */
  byDomain: boolean;
  /** Rows of hours outside are ignored as `tooOld` and `tooNew`; without a window every hour counts. */
  window?: { oldest: Hour; newest: Hour };
  /** Called now and then; throws to give up. */
  checkDeadline?: () => void;
}

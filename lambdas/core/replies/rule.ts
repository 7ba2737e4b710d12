import type { IspId } from '../receivers/isp.ts';
import { type Category, isAboutTheSender, type Scope, type Stance } from './category.ts';

/** A receiver's SMTP answer, taken apart. */
export interface Reply {
  /** The reply code, 421; null where the answer has none. */
  code: number | null;
  /** The enhanced status code, `4.7.28`; null where the answer has none. */
  enhancedCode: string | null;
  /** The words behind the codes, as they came. */
  text: string;
}

/** A real or documented reply that a rule must match. */
export interface Example {
  text: string;
  /** The page, list or log that the text is from, with its date or commit. */
  source: string;
}

/** One entry of the catalogue, as it is written in `rules/`. */
export interface RuleDefinition {
  /** Stable name, the ISP's id (or `generic`) first: `gmail.unusual-rate.ip`. */
  id: string;
  /**
   * Matched against the *normalised* words (see normalise.ts): lower case, no accents, placeholders for what
   * varies. It never sees the codes.
   */
  pattern: RegExp;
  /** What the codes must match beside the words, written as for a CodeRuleDefinition; any will do where it is left out. */
  codes?: RegExp;
  category: Category;
  /** Only where it differs from the category's own stance. */
  stance?: Stance;
  scope?: Scope;
  /** What the provider says with it, in one sentence. */
  meaning: string;
  /** Where the meaning is from: a public page or list, with its date. */
  source: string;
  /** At least one. */
  examples: readonly [Example, ...Example[]];
  /** Where the provider and the seed disagree, or the text is ambiguous: what was weighed. */
  note?: string;
  /** First and last date at which the text is known to have been in use, as far as known. */
  since?: string;
  seen?: string;
  /** One connection or message holds no more, and the next one is welcome: ordinary at any rate. */
  ofOneSession?: true;
  /** Whose words they are; PowerMTA writes replies of its own for a connection that failed. Default `receiver`. */
  spokenBy?: 'receiver' | 'powermta';
  /** Advice where it differs from the category's. */
  advice?: AdviceOverride;
}

/**
 * A rule of last resort, for replies whose words no rule knows: it decides by the codes alone, written
 * `421 4.7.28`, `421`, `none 4.7.28` (an enhanced code only) or `none`.
 */
export interface CodeRuleDefinition extends Omit<RuleDefinition, 'pattern' | 'codes'> {
  codes: RegExp;
}

/** A rule for replies whose wording no rule knows: it reads those whose single words speak most for its category. */
export type WordRuleDefinition = Omit<RuleDefinition, 'pattern' | 'codes'>;

/** A rule of the catalogue with everything that follows from its definition filled in. */
export interface Rule extends Omit<RuleDefinition, 'codes' | 'stance' | 'scope' | 'spokenBy' | 'examples'> {
  /** What the codes must match beside the words; null where any will do. Of a rule that goes by codes alone or by weighed words the pattern matches any words. */
  codes: RegExp | null;
  /** The ISP whose replies it reads; `microsoft` for Outlook.com and Microsoft 365 both; `*` for every receiver. */
  isp: IspId;
  stance: Stance;
  scope: Scope | null;
  spokenBy: 'receiver' | 'powermta';
  examples: readonly Example[];
  /**
   * What decided: a wording of the reply, its single words as they weigh together (weak, so that its text still counts
   * as unknown), its codes alone, or nothing.
   */
  basis: 'words' | 'word' | 'code' | 'nothing';
}

/**
 * Whether replies that count as throttling are about one recipient or one connection: however many they are, no limit
 * of the sender is reached.
 */
export function isAboutOne({ category, stance, scope, ofOneSession }: Rule): boolean {
  const isOfOneRecipient = scope === 'recipient' && stance === 'patience';
  return isAboutTheSender(category) && (isOfOneRecipient || ofOneSession === true);
}

/** What to tell the operator about a rule: whole sentences, commands with `{queue}` and `{ip}` in them. */
export interface Advice {
  meaning: string;
  /** Ordered steps. */
  do: readonly string[];
  avoid: readonly string[];
  /** What to do once it lasts (longer than two hours). */
  persistent: readonly string[];
  /** PowerMTA commands to paste, with `{queue}` and `{ip}` where a name belongs. */
  commands: readonly string[];
  source: string;
}

/** The parts of an advice that a rule says differently from its category. */
export type AdviceOverride = Partial<Omit<Advice, 'meaning' | 'source'>>;

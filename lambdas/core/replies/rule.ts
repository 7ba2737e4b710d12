import type { IspId } from '../receivers/isp.ts';
import { IMMEDIATE, isAboutTheSender } from './category.ts';
import type { Category, Scope, Stance } from './category.ts';

/** A receiver's SMTP answer, taken apart. */
export interface Reply {
  /** The reply code, 421; null if the answer has none. */
  code: number | null;
  /** The enhanced status code, `4.7.28`; null if the answer has none. */
  enhancedCode: string | null;
  /** The words after the codes, as they came. */
  text: string;
}

/** A real or documented reply that a rule must match. */
export interface Example {
  text: string;
  /** The page, list or log that the text is from, with its date or commit. */
  source: string;
}

/** What a reply means: all that advice and alerts need to know of the rule that read it. */
export interface Meaning {
  /** Stable name, the ISP's id (or `generic`) first: `gmail.unusual-rate.ip`. */
  id: string;
  /** The ISP whose replies mean this; `microsoft` for Outlook.com and Microsoft 365 both; `*` for every receiver. */
  isp: IspId;
  category: Category;
  stance: Stance;
  scope: Scope | null;
  /** What the provider says with it, in one sentence. */
  meaning: string;
  /** Where the meaning is from: a public page or list, with its date. */
  source: string;
  /** One connection or message holds no more, and the next one is welcome: ordinary, however often it happens. */
  ofOneSession?: true;
  /** One customer of a provider keeps the mail out: its other customers take it. */
  ofOneCustomer?: true;
  /** Advice that differs from the category's. */
  advice?: AdviceOverride;
}

/** What every rule has beside its meaning, whatever it reads a reply by. */
interface CatalogueEntry extends Meaning {
  examples: readonly Example[];
  /** Who wrote the reply: PowerMTA writes replies of its own for a connection that failed. */
  spokenBy: 'receiver' | 'powermta';
  /** What was weighed, if the provider and the 421 Analysis disagree or the text is ambiguous. */
  note?: string;
  /** First and last date at which the text is known to have been in use. */
  since?: string;
  seen?: string;
}

/** Reads the replies with a known wording. */
export interface WordingRule extends CatalogueEntry {
  basis: 'wording';
  /**
   * Matched against the *normalised* words (see normalise.ts): lower case, no accents, placeholders for what
   * varies. It never sees the codes. A gap of a few words, `(?:\S+ ){0,3}` or `(?: \S+){0,3}`, ends with the sentence:
   * `defineRules` rewrites it so, in an operator's own rules as well.
   */
  pattern: RegExp;
  /** What the codes must match beside the words, written as for a CodeRule; null if any will do. */
  codes: RegExp | null;
}

/**
 * Reads replies of no known wording whose single words, weighed together, speak most for its category. A weak answer:
 * the text still counts as unknown.
 */
export interface WeighedWordsRule extends CatalogueEntry {
  basis: 'weighed-words';
}

/** Reads replies by their codes alone, if their words say nothing known. */
export interface CodeRule extends CatalogueEntry {
  basis: 'code';
  /** Matched against codes as `codesToMatch` gives them: `421 4.7.28`, `421`, `none 4.7.28` (an enhanced code only), `none`. */
  codes: RegExp;
}

/** Reads every reply: what is left when neither words nor codes say anything. */
export interface RuleOfLastResort extends CatalogueEntry {
  basis: 'nothing';
}

/** One entry of the catalogue: what it reads a reply by (`basis`), and what the reply then means. */
export type Rule = WordingRule | WeighedWordsRule | CodeRule | RuleOfLastResort;

/** What an entry leaves out when it is written in `rules/`, because it follows from the rest. */
type Definition<Entry extends CatalogueEntry> = Omit<
  Entry,
  'isp' | 'basis' | 'stance' | 'scope' | 'spokenBy' | 'examples' | 'codes'
> & {
  /** Only where it differs from the category's own stance. */
  stance?: Stance;
  scope?: Scope;
  /** Default `receiver`. */
  spokenBy?: 'receiver' | 'powermta';
  examples: readonly [Example, ...Example[]];
};

export type RuleDefinition = Definition<WordingRule> & { codes?: RegExp };
export type WeighedWordsDefinition = Definition<WeighedWordsRule>;
export type CodeRuleDefinition = Definition<CodeRule> & { codes: RegExp };

/**
 * Whether replies that count as throttling are about one recipient, one connection or one customer: however many they are,
 * no limit of the sender is reached.
 */
export function isAboutOne({ category, stance, scope, ofOneSession, ofOneCustomer }: Meaning): boolean {
  const isOfOneRecipient = scope === 'recipient' && stance === 'patience';
  return isAboutTheSender(category) && (isOfOneRecipient || ofOneSession === true || ofOneCustomer === true);
}

/**
 * Whether a handful of such replies calls for a person at once. It does not where waiting is right (a look-up that failed
 * for now), or where all but one customer take the mail.
 */
export function isUrgent({ category, stance, ofOneCustomer }: Meaning): boolean {
  return IMMEDIATE.includes(category) && stance === 'intervention' && ofOneCustomer !== true;
}

/** Advice for the operator: whole sentences, and commands with `{queue}` and `{ip}` in them. */
export interface Advice {
  meaning: string;
  /** Ordered steps. */
  do: readonly string[];
  avoid: readonly string[];
  /** What to do once it has lasted longer than two hours. */
  persistent: readonly string[];
  /** PowerMTA commands to paste, with `{queue}` and `{ip}` where a name belongs. */
  commands: readonly string[];
  /** Those for what has lasted; without them `commands` still fit. */
  persistentCommands?: readonly string[];
  source: string;
}

/** The parts of an advice that a rule says differently from its category. */
export interface AdviceOverride extends Partial<
  Pick<Advice, 'do' | 'avoid' | 'persistent' | 'commands' | 'persistentCommands'>
> {
  /** The last step: when to look again, and what should be seen then. */
  lookAgain?: string;
}

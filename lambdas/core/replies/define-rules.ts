import type { IspId } from '../receivers/isp.ts';
import { stanceOf } from './category.ts';
import type {
  CodeRule,
  CodeRuleDefinition,
  RuleDefinition,
  WeighedWordsDefinition,
  WeighedWordsRule,
  WordingRule,
} from './rule.ts';

/** The rules of one ISP (`*`: of every receiver), most specific first, with what follows filled in. */
export function defineRules(isp: IspId, definitions: readonly RuleDefinition[]): readonly WordingRule[] {
  return definitions.map((definition) => ({
    ...withDefaults(isp, definition),
    basis: 'wording',
    pattern: withSmallMachineCode(withGapsWithinSentences(definition.pattern)),
    codes: definition.codes ?? null,
  }));
}

/** Rules that decide by weighed words if no wording is known: a weak answer, and their meaning says so. */
export function defineWeighedWordsRules(
  definitions: readonly WeighedWordsDefinition[],
): readonly WeighedWordsRule[] {
  return definitions.map((definition) => ({ ...withDefaults('*', definition), basis: 'weighed-words' }));
}

/** Rules that decide by the codes alone, tried after every rule that reads words. */
export function defineCodeRules(isp: IspId, definitions: readonly CodeRuleDefinition[]): readonly CodeRule[] {
  return definitions.map((definition) => ({ ...withDefaults(isp, definition), basis: 'code' }));
}

/** The codes of a temporary reply: what is refused for good is not refused because of trouble. */
export const TEMPORARY = /^(?:4|none(?: 4|$))/;

/** Many wordings of one meaning as one pattern: a family of them on each line. */
export function anyOf(...wordings: readonly RegExp[]): RegExp {
  return new RegExp(wordings.map(({ source }) => source).join('|'));
}

/** One wording written in parts, for one that would be too long for a line: each part is all its alternatives. */
export function inTurn(...parts: readonly RegExp[]): RegExp {
  return new RegExp(parts.map(({ source }) => `(?:${source})`).join(''));
}

/** A wording that decides only if another one, a better reason, stands nowhere in the reply. */
export function unless(better: RegExp, wording: RegExp): RegExp {
  // The wording first: most replies have neither, and one look for it is enough for them.
  return new RegExp(`^(?=.*?(?:${wording.source}))(?!.*(?:${better.source}))`);
}

/**
 * The same pattern with gaps that end with the sentence. A gap, `(?:\S+ ){0,3}` or `(?: \S+){0,3}`, is a few words,
 * whatever they are; but in “Mailbox full. Connection limit …” the second sentence says nothing of the mailbox.
 */
function withGapsWithinSentences({ source }: RegExp): RegExp {
  return new RegExp(
    source
      .replaceAll(String.raw`\S*(?: \S+)`, String.raw`${WORD_WITHIN}?(?: \S+)`)
      .replaceAll(String.raw`(?: \S+)`, `(?: ${WORD_WITHIN})`)
      .replaceAll(String.raw`(?:\S+ )`, `(?:${WORD_WITHIN} )`),
  );
}

/** A word that does not end a sentence. */
const WORD_WITHIN = String.raw`(?:\S*[^\s.;!?])`;

function withDefaults<Definition extends WeighedWordsDefinition>(isp: IspId, definition: Definition) {
  return {
    ...definition,
    isp,
    stance: definition.stance ?? stanceOf(definition.category),
    scope: definition.scope ?? null,
    spokenBy: definition.spokenBy ?? 'receiver',
  };
}

/** Shorter patterns make little code anyway, and stay as written for the lists that PowerMTA gets. */
const LONG_PATTERN = 400;

/** A group that is optional or may repeat a few times, with or without groups in it. */
const OPTIONAL_GROUP = /\(\?:((?:[^()]|\(\?:[^()]*\))*)\)(?=\?|\{0,)/g;

/**
 * The same pattern with optional groups that capture, which only saves machine code (no pattern refers to one). V8
 * writes out groups that do not capture, with all that follows, several times over, and beyond sixteen megabytes of
 * code it stops optimising patterns: each one first used after that costs ten times as much. Measured in
 * docs/bench.md.
 */
function withSmallMachineCode(pattern: RegExp): RegExp {
  const { source } = pattern;
  return source.length < LONG_PATTERN ? pattern : new RegExp(source.replaceAll(OPTIONAL_GROUP, '($1)'));
}

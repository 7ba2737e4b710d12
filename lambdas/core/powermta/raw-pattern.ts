import { normalise } from '../replies/normalise.ts';
import { parseReply } from '../replies/reply.ts';
import type { WordingRule } from '../replies/rule.ts';

/**
 * What stands for a space: rules read replies whose lines are joined and whose repeated codes are gone, PowerMTA
 * reads them as they came, so that `unusual rate` may be `unusual\r\n421-4.7.28 rate`.
 */
const GAP = String.raw`[\W\d]+`;

/** What stands for a placeholder of the normalised reply: an address, a name or an id, in brackets or not. */
const ANYTHING_WITHOUT_SPACE = String.raw`\S+`;

/** What stands for the opening of a placeholder that keeps a name, `<url:` before the name of a blocklist's page. */
const START_OF_NAME = String.raw`\S*`;

/** What stands for the query that a normalised URL keeps as `?p=`, in `case?i=ip&c=hi`. */
const QUERY = String.raw`[?&][pc]=`;

/** The words of a reply begin behind its codes. */
const START_OF_WORDS = String.raw`^[\W\d]*`;

/** In front of a pattern: a dot may be a line end, as a line end is a space to the rules. */
const DOT_ALL = '(?s)';

/** Longer patterns weigh many phrases against each other; nobody can read them in a configuration. */
const MAX_LENGTH = 250;

/** The parts of an expression that are read as one: an escape, a class, a placeholder, a character. */
const PART = /\\\?p=|\\u[0-9a-f]{4}|\\[^]|\[(?:[^\]\\]|\\[^])*\]|<[a-z]+(?:(?: [^>]*)?>|:)|[^]/gi;

const PLACEHOLDER_OR_CHARACTER = /<[a-z]+(?:(?: [^>]*)?>|:)|[^]/g;
const SPECIAL = /[.*+?^${}()|[\]\\]/;

/**
 * A rule's pattern as PowerMTA matches it: Perl's syntax, on the reply as it came, whatever its case. Spaces and
 * placeholders of the normalised reply are widened to what can stand there; slashes, quotes and `#` are written as
 * PowerMTA's configuration needs them. A pattern that is too long to be read in a configuration, or that Perl would
 * not take, gives way to the phrases that the rule's examples hold.
 *
 * @param exceptions rules whose replies are not meant although this pattern matches some of them
 * @returns null where a rule has nothing that PowerMTA could read
 */
export function rawPattern(rule: WordingRule, exceptions: readonly WordingRule[] = []): string | null {
  const body = bodyOf(rule);
  return body === null ? null : guarded(body, exceptions);
}

/** A pattern that excludes the replies of some rules. */
export function guarded(body: string, exceptions: readonly WordingRule[]): string {
  const guards = exceptions.map(bodyOf).filter((guard) => guard !== null);
  if (guards.length === 0) return withDotAll(body);
  return withDotAll(`^${guards.map((guard) => `(?!.*(?:${guard}))`).join('')}.*(?:${body})`);
}

/** A pattern for temporary replies only. */
export function ofDeferrals(pattern: string): string {
  const body = pattern.replace(DOT_ALL, '');
  return withDotAll(`^(?=4).*(?:${body})`);
}

/** A phrase by which a rule reads one of its examples. */
export interface RawPhrase {
  /** As rules read it. */
  words: string;
  /** As PowerMTA matches it. */
  pattern: string;
}

/** The phrases by which a rule reads its examples; those in other alphabets are left out. */
export function rawPhrases(rule: WordingRule): RawPhrase[] {
  const phrases = rule.examples.flatMap(({ text }) => {
    const reply = normalise(parseReply(text, '').text);
    const words = rule.pattern.exec(reply)?.[0].trim() ?? '';
    return words === '' || !isAscii(words) ? [] : [{ words, pattern: phraseIn(reply, words) }];
  });
  return [...new Map(phrases.map((phrase) => [phrase.pattern, phrase])).values()];
}

/** Whether PowerMTA would find a pattern made by `rawPattern` in a reply. */
export function matchesRaw(pattern: string, reply: string): boolean {
  return new RegExp(pattern.replace(DOT_ALL, ''), 'is').test(reply);
}

function withDotAll(body: string): string {
  return /(?<!\\)\./.test(body) ? DOT_ALL + body : body;
}

function bodyOf(rule: WordingRule): string | null {
  const { source } = rule.pattern;
  // Perl wants lookbehinds of fixed length, which a gap does not have.
  const isPlain = source.length <= MAX_LENGTH && !source.includes('(?<') && isAscii(source);
  return isPlain ? translate(source) : anyOf(rawPhrases(rule));
}

/** Phrases as one expression; null where there is none. */
export function anyOf(phrases: readonly RawPhrase[]): string | null {
  return phrases.length === 0 ? null : phrases.map(({ pattern }) => pattern).join('|');
}

/** A phrase as an expression, bound to whole words where it is made of whole words in its text. */
function phraseIn(words: string, phrase: string): string {
  const start = words.indexOf(phrase);
  const literal = (phrase.match(PLACEHOLDER_OR_CHARACTER) ?? []).map((part) =>
    part.length > 1 ? part : part.replace(SPECIAL, String.raw`\$&`),
  );
  return [
    isWordEdge(words, start) ? String.raw`\b` : '',
    translate(literal.join('')),
    isWordEdge(words, start + phrase.length) ? String.raw`\b` : '',
  ].join('');
}

function isWordEdge(text: string, at: number): boolean {
  return /\w/.test(text.charAt(at - 1)) !== /\w/.test(text.charAt(at));
}

function isAscii(text: string): boolean {
  return /^[\u0020-\u007e]*$/.test(text);
}

function translate(source: string): string {
  const parts = source.match(PART) ?? [];
  return parts.map((part, index) => translatePart(part, parts[index + 1])).join('');
}

function translatePart(part: string, next: string | undefined): string {
  if (part === ' ' || part === String.raw`\s`) return isQuantifier(next) ? `(?:${GAP})` : GAP;
  if (part === '^') return START_OF_WORDS;
  if (part === String.raw`\?p=`) return QUERY;
  if (part.length > 1 && part.startsWith('<')) {
    return part.endsWith(':') ? START_OF_NAME : ANYTHING_WITHOUT_SPACE;
  }
  if (part.startsWith(String.raw`\u`)) return String.fromCharCode(Number.parseInt(part.slice(2), 16));
  return part
    .replace(/\\?#/g, String.raw`\x23`)
    .replace(/\\?"/g, String.raw`\"`)
    .replace(/\\?\//g, String.raw`\/`);
}

function isQuantifier(part: string | undefined): boolean {
  return part !== undefined && '?*+{'.includes(part);
}

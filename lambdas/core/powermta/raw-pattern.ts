/**
 * What stands for a space: rules read replies whose lines are joined and whose repeated codes are gone, PowerMTA
 * reads them as they came, so that `unusual rate` may be `unusual\r\n421-4.7.28 rate`.
 */
const GAP = String.raw`[\W\d]+`;

/** What stands for a placeholder of the normalised reply: an address, a name or an id, in brackets or not. */
const ANYTHING_WITHOUT_SPACE = String.raw`\S+`;

/** The words of a reply begin behind its codes. */
const START_OF_WORDS = String.raw`^[\W\d]*`;

/** In front of a pattern: a dot may be a line end, as a line end is a space to the rules. */
const DOT_ALL = '(?s)';

/** The parts of an expression that are read as one: an escape, a class, a placeholder, a character. */
const PART = /\\u[0-9a-f]{4}|\\[^]|\[(?:[^\]\\]|\\[^])*\]|<[a-z-]+>|[^]/gi;

/**
 * A rule's pattern as PowerMTA matches it: Perl's syntax, on the reply as it came, whatever its case. Spaces and
 * placeholders of the normalised reply are widened to what can stand there; slashes, quotes and `#` are written as
 * PowerMTA's configuration needs them.
 *
 * @param exceptions patterns of replies that are not meant although this pattern matches them
 */
export function rawPattern(pattern: RegExp, exceptions: readonly RegExp[] = []): string {
  const body = translate(pattern.source);
  if (exceptions.length === 0) return withDotAll(body);
  const guards = exceptions.map((exception) => `(?!.*(?:${translate(exception.source)}))`);
  return withDotAll(`^${guards.join('')}.*(?:${body})`);
}

/** Whether PowerMTA would find a pattern made by `rawPattern` in a reply. */
export function matchesRaw(pattern: string, reply: string): boolean {
  return new RegExp(pattern.replace(DOT_ALL, ''), 'is').test(reply);
}

function withDotAll(body: string): string {
  return /(?<!\\)\./.test(body) ? DOT_ALL + body : body;
}

function translate(source: string): string {
  const parts = source.match(PART) ?? [];
  return parts.map((part, index) => translatePart(part, parts[index + 1])).join('');
}

function translatePart(part: string, next: string | undefined): string {
  if (part === ' ' || part === String.raw`\s`) return isQuantifier(next) ? `(?:${GAP})` : GAP;
  if (part === '^') return START_OF_WORDS;
  if (/^<[a-z-]+>$/.test(part)) return ANYTHING_WITHOUT_SPACE;
  if (part.startsWith(String.raw`\u`)) return String.fromCharCode(Number.parseInt(part.slice(2), 16));
  return part
    .replace(/\\?#/g, String.raw`\x23`)
    .replace(/\\?"/g, String.raw`\"`)
    .replace(/\\?\//g, String.raw`\/`);
}

function isQuantifier(part: string | undefined): boolean {
  return part !== undefined && '?*+{'.includes(part);
}

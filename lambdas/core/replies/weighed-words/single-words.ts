/** How many words of a reply are weighed: its first ones say what it is about. */
const MAX_WORDS = 60;

const WORD = /<[a-z]+(?::[^\s>]*)?>|[\p{L}\p{M}\p{N}]+(?:['_-][\p{L}\p{M}\p{N}]+)*/gu;
const NUMBER = /^\d+$/;

/** Thai, Chinese, Japanese and Korean have no spaces between words, or too many endings: two letters are taken at a time. */
const WITHOUT_SPACES = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** The single words of a normalised reply, each once; numbers and URLs are `<n>` and `<url>`, whatever they say. */
export function wordsOf(words: string): string[] {
  const found = (words.match(WORD) ?? []).slice(0, MAX_WORDS);
  return [...new Set(found.flatMap(partsOf))];
}

/** The codes of a reply as if they were words: `450 4.7.1` is a 4xx, a 450, something of 7 and something of 7.1. */
export function codesOf(codes: string): string[] {
  const [code = '', enhanced = ''] = codes.split(' ');
  const [, subject, detail] = enhanced.split('.');
  const own = code === 'none' ? [] : [`#${code.slice(0, 1)}`, `#${code}`];
  return subject === undefined ? own : [...own, `#.${subject}`, `#.${subject}.${detail}`];
}

/** Whether a word stands for something that varies: `<ip>`. */
export function isPlaceholder(word: string): boolean {
  return word.startsWith('<');
}

function partsOf(word: string): string | string[] {
  if (word.startsWith('<url')) return '<url>';
  if (NUMBER.test(word)) return '<n>';
  if (!WITHOUT_SPACES.test(word)) return word;
  return Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
}

import { withoutPersons } from './personal.ts';
import { REPLY_LIMIT } from './reply.ts';
import { reduceToken } from './tokens.ts';

const NOT_ASCII = /[\u0080-\uffff]/;
const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]+/g;
const MARKS = /[\u0300-\u036f]+/g;
const QUOTES: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4]/g, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/\u2026/g, '...'],
  [/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, ''],
];
const LETTERS_WITHOUT_PARTS: readonly (readonly [RegExp, string])[] = [
  [/ß/g, 'ss'],
  [/ł/g, 'l'],
  [/ø/g, 'o'],
  [/đ/g, 'd'],
  [/æ/g, 'ae'],
  [/œ/g, 'oe'],
  [/ı/g, 'i'],
];
/** A number that varies with every reply: durations and sizes. */
const UNITS =
  /^(?:s|secs?|seconds?|m|mins?|minutes?|h|hours?|hrs?|days?|ms|msecs?|bytes?|kb|mb|sekunden|minuten|secondes?|segundos?|minutos?|secondi)\b/;

/**
 * The words of a reply as rules read them and as unknown texts are grouped: lower case, Latin letters without
 * accents, one blank between words, typographic quotes and dashes plain, and placeholders for all that varies
 * or could name a person or a machine:
 *
 * | placeholder | stands for |
 * |---|---|
 * | `<address>` | an e-mail address or a message id |
 * | `<name>` | a local part or mailbox name without its domain |
 * | `<ip>` | an IPv4 or IPv6 address, also masked (`x.x.x.x`), with its brackets |
 * | `<host>` | a host or domain name, save the public ones of `kept-names.ts` (providers, blocklists), cut to `spamhaus.org` |
 * | `<url>`, `<url google.com/mail/answer/188131>` | a URL; of a provider's or blocklist's site its path without what is variable |
 * | `<id>` | queue ids and other words with digits that are no known kind of provider code (`rp-001`, `tss04`, `ib007` stay) |
 * | `<n>` | a number of five digits or more, or one in front of a unit of time or size |
 *
 * Reads the first 4,096 characters. Idempotent. Linear.
 */
export function normalise(text: string): string {
  const read = text.length > REPLY_LIMIT ? withoutPartialWord(text.slice(0, REPLY_LIMIT)) : text;
  return reduceWords(withoutPersons(plain(read)));
}

/** A cut could leave the first half of an address, which nothing would recognise. */
function withoutPartialWord(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) > 32) end -= 1;
  return text.slice(0, end);
}

function plain(text: string): string {
  let folded = text.toLowerCase();
  if (!NOT_ASCII.test(folded)) return folded;
  for (const [from, to] of QUOTES) folded = folded.replace(from, to);
  folded = folded.replace(ACCENTED, (letters) => letters.normalize('NFD').replace(MARKS, ''));
  for (const [from, to] of LETTERS_WITHOUT_PARTS) folded = folded.replace(from, to);
  return folded.replace(MARKS, '');
}

/** One pass over the words; those of plain letters, nearly all, are taken over without a closer look. */
function reduceWords(text: string): string {
  let result = '';
  let at = 0;
  const length = text.length;
  while (at < length) {
    let code = text.charCodeAt(at);
    if (isBlank(code)) {
      at += 1;
      continue;
    }
    const start = at;
    let suspicious = false;
    while (at < length) {
      code = text.charCodeAt(at);
      if (isBlank(code)) break;
      // Letters, and the signs that end a sentence or stand within a word.
      if (!suspicious && !(code >= 97 && code <= 122) && !isHarmless(code)) suspicious = true;
      if (code === 46 && at + 1 < length && !isBlank(text.charCodeAt(at + 1))) suspicious = true;
      at += 1;
    }
    let word = text.slice(start, at);
    if (suspicious && word === '<url') {
      const close = text.indexOf('>', at);
      if (close !== -1 && close - at < 200) {
        at = close + 1;
        while (at < length && !isBlank(text.charCodeAt(at))) at += 1;
        word = text.slice(start, at);
      }
    } else if (suspicious) {
      word = isNumber(word) && UNITS.test(text.slice(at + 1, at + 12)) ? '<n>' : reduceToken(word);
    } else if (word.length > 40) {
      word = '<id>';
    }
    if (word !== '') result += result === '' ? word : ` ${word}`;
  }
  return result;
}

function isBlank(code: number): boolean {
  return code <= 32 || (code >= 127 && code <= 160) || code === 0x2028 || code === 0x2029 || code === 0x3000;
}

/** ! ' , - . ? and : at whatever place; all else is looked at closely. */
function isHarmless(code: number): boolean {
  return code === 33 || code === 39 || code === 44 || code === 45 || code === 46 || code === 63;
}

function isNumber(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

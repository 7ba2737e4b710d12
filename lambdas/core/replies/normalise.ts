import { withoutPersons } from './personal.ts';
import { REPLY_LIMIT } from './reply.ts';
import { reduceToken } from './tokens.ts';

const NOT_ASCII = /[\u0080-\uffff]/;
/** A URL glued to the word in front of it, which would hide it. */
const GLUED_URL = /(?<=[^\s([{<])(?:https?|ftp):\/\//g;
const CONTROL = /\p{Cc}/u;
const CONTROLS = /\p{Cc}+/gu;
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
/** Units that make three digits a duration or a size rather than a code. */
const UNITS =
  /^(?:s|secs?|seconds?|m|mins?|minutes?|h|hours?|hrs?|days?|ms|msecs?|bytes?|kb|mb|sekunden|minuten|secondes?|segundos?|minutos?|secondi)\b/;

/**
 * The words of a reply as rules read them and as unknown texts are grouped: lower case, Latin letters without
 * accents, one space between words, typographic quotes and dashes plain, and placeholders for everything that varies
 * or could name a person or a machine:
 *
 * | placeholder | stands for |
 * |---|---|
 * | `<address>` | an e-mail address or a message id |
 * | `<name>` | a local part or mailbox name without its domain |
 * | `<ip>` | an IPv4 or IPv6 address, also masked (`x.x.x.x`), with its brackets |
 * | `<host>` | a host or domain name, save the public ones of `kept-names.ts` (providers, blocklists), cut to `spamhaus.org` |
 * | `<url>`, `<url:google.com/mail/answer/188131>` | a URL; for a provider's or blocklist's site, its path without what varies |
 * | `<id>` | queue ids and other words with digits that are no known kind of provider code (`rp-001`, `tss04`, `ib007` stay) |
 * | `<n>` | a number, except three digits without a unit that may be an SMTP or HTTP code (`450`, `502`) |
 *
 * Reads the first 4,096 characters. Idempotent. Linear.
 */
export function normalise(text: string): string {
  const read = text.length > REPLY_LIMIT ? withoutPartialWord(text.slice(0, REPLY_LIMIT)) : text;
  return reduceWords(withoutPersons(plain(read)));
}

/** A cut could leave the first half of an address, which nothing would recognise as one. */
function withoutPartialWord(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) > 32) end -= 1;
  return text.slice(0, end);
}

/** Lower case, without accents and control characters, with plain quotes and dashes. */
export function plain(text: string): string {
  let folded = text.toLowerCase();
  if (CONTROL.test(folded)) folded = folded.replace(CONTROLS, ' ');
  if (NOT_ASCII.test(folded)) folded = latin(folded);
  // Last, because a letter without its accent may complete the URL.
  return folded.includes('://') ? folded.replace(GLUED_URL, ' $&') : folded;
}

function latin(text: string): string {
  let folded = text;
  for (const [from, to] of QUOTES) folded = folded.replace(from, to);
  folded = folded.replace(ACCENTED, (letters) => letters.normalize('NFD').replace(MARKS, ''));
  for (const [from, to] of LETTERS_WITHOUT_PARTS) folded = folded.replace(from, to);
  return folded.replace(MARKS, '');
}

const LETTER = 0;
const DOT = 1;
const SPACE = 2;
const OTHER = 3;

/** What a character below 128 is; ! ' , - ? stand in or after ordinary words and count as letters. */
const CLASSES = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code <= 32 || code === 127) return SPACE;
  if (code === 46) return DOT;
  return (code >= 97 && code <= 122) || [33, 39, 44, 45, 63].includes(code) ? LETTER : OTHER;
});

/** One pass over the text; words of plain letters, nearly all of them, are taken over in runs without a closer look. */
function reduceWords(text: string): string {
  let result = '';
  /** Where the run of plain words begins. */
  let run = 0;
  let at = 0;
  while (at < text.length) {
    const start = at;
    let isPlain = true;
    let kind = classOf(text.charCodeAt(at));
    while (kind !== SPACE) {
      if (kind !== LETTER && (kind !== DOT || classAt(text, at + 1) !== SPACE)) isPlain = false;
      at += 1;
      kind = classAt(text, at);
    }
    if (isPlain && at - start <= MAX_WORD_LENGTH) {
      if (at > start && text.charCodeAt(at) === 32 && classAt(text, at + 1) !== SPACE) {
        at += 1;
        continue;
      }
      result = joined(result, text.slice(run, at));
    } else {
      if (start > run) result = joined(result, text.slice(run, start - 1));
      result = joined(result, reduced(text, start, at));
    }
    at += 1;
    run = at;
  }
  return run < text.length ? joined(result, text.slice(run)) : result;
}

/** Longer words of plain letters count as ids. */
const MAX_WORD_LENGTH = 40;

function classAt(text: string, at: number): number {
  return at < text.length ? classOf(text.charCodeAt(at)) : SPACE;
}

function classOf(code: number): number {
  if (code < 128) return CLASSES[code] ?? OTHER;
  return code <= 160 || code === 0x2028 || code === 0x2029 || code === 0x3000 ? SPACE : OTHER;
}

function joined(before: string, words: string): string {
  if (words === '') return before;
  return before === '' ? words : `${before} ${words}`;
}

function reduced(text: string, start: number, end: number): string {
  const word = text.slice(start, end);
  if (/^[0-9]+$/.test(word) && UNITS.test(text.slice(end + 1, end + 12))) return '<n>';
  return reduceToken(word);
}

import { Buffer } from 'node:buffer';
import { isOrdinary, NAME, withoutPersons } from './personal.ts';
import { plain } from './normalise.ts';
import { REPLY_LIMIT } from './reply.ts';

/** The length of a sample, in bytes of UTF-8. */
const SAMPLE_LIMIT = 300;

// eslint-disable-next-line no-control-regex -- control bytes are what is taken out
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+/g;
const SPACES = /\s{2,}/g;
/**
 * The placeholders of a normalised reply name nobody, even if somebody is called `n`. Grouped, so a split keeps them.
 */
const PLACEHOLDERS = /(<[a-z]+>)/;

/**
 * A reply for people to read in an alert: words and case as they came, without addresses, message ids and
 * names of mailboxes, without control bytes, at most 300 bytes. `localPart` is the row's own; it is removed
 * wherever it is a word by itself. IPs stay: they are the sender's, and the operator needs them.
 */
export function scrub(text: string, localPart = ''): string {
  const cut = text.length > REPLY_LIMIT ? text.slice(0, REPLY_LIMIT).replace(/\S{0,255}$/, '') : text;
  let clean = cut.replace(CONTROLS, ' ');
  // Before the addresses too: a server may write the local part in an address of another domain's syntax.
  clean = withoutPersons(withoutWord(clean, localPart));
  return firstBytes(clean.replace(SPACES, ' ').trim().toWellFormed());
}

/**
 * A normalised reply without the local part of its own recipient, if that is a word by itself. Words of the protocol
 * stay (`mail`, `support`): as names of mailboxes they are nobody's.
 */
export function withoutOwnName(normalised: string, localPart: string): string {
  const name = plain(localPart);
  // It hardly ever is, and a storm of unknown replies asks for every row.
  if (!normalised.includes(name) || isOrdinary(name)) return normalised;
  const parts = normalised.split(PLACEHOLDERS);
  return parts.map((part, index) => (index % 2 === 0 ? withoutWord(part, name) : part)).join('');
}

function withoutWord(text: string, localPart: string): string {
  const name = localPart.toLowerCase();
  if (name === '' || name.length > 320) return text;
  const lower = text.toLowerCase();
  // If lower case has another length, positions would not agree: then the case stays as it is.
  const haystack = lower.length === text.length ? lower : text;
  let result = '';
  let from = 0;
  for (let at = haystack.indexOf(name); at !== -1; at = haystack.indexOf(name, at + 1)) {
    if (at < from || isWordCharacter(haystack, at - 1) || isWordCharacter(haystack, at + name.length)) {
      continue;
    }
    // Part of an address: the address goes as a whole.
    if (haystack[at + name.length] === '@') continue;
    result += text.slice(from, at) + NAME;
    from = at + name.length;
  }
  return result + text.slice(from);
}

function isWordCharacter(text: string, at: number): boolean {
  const character = text[at];
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** The longest beginning of at most 300 bytes that cuts no character and no placeholder. */
function firstBytes(text: string): string {
  if (text.length * 3 <= SAMPLE_LIMIT) return text;
  const bytes = Buffer.from(text);
  if (bytes.length <= SAMPLE_LIMIT) return text;
  let end = SAMPLE_LIMIT;
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes
    .toString('utf8', 0, end)
    .replace(/<[a-z]{0,8}$/, '')
    .trimEnd();
}

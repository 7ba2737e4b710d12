/** Stands where an e-mail address or a message id stood. */
const ADDRESS = '<address>';
/** Stands where the name of a mailbox stood without its domain. */
export const NAME = '<name>';

/** The ways in which an @ is written. */
const AT = /@|%40|\(at\)/gi;

/** Whether a text may hold an address, whatever stands for its `@`. */
export function mayHoldAddress(text: string): boolean {
  return text.search(AT) >= 0;
}
/** Characters that no address contains. */
const BORDERS = new Set(' \t\r\n\f\v\u00a0<>"\'`(),;:[]');
/** Within the query of a URL, where `%40` stands: the URL before it says what the reply is about. */
const PARAMETER_BORDERS = new Set([...BORDERS, '?', '&', '=']);
/** Doubled brackets are removed together: one pair at a time, the next run would find another. */
const ANGLED = /(?<!<)<+([^<>]{1,320})>+/g;
const PLACEHOLDER = /^(?:address|name|host|ip|id|n|url(?::[^\s@]*)?)$/;
/** `'jdoe'`, `"jdoe"`, `` `jdoe' ``: one word in quotes. */
const QUOTED_WORD = /(^|[\s(:=,;[<])(["'`])([^\s"'`<>]{1,64})["'](?=$|[\s).:,;!\]>])/g;
/** sendmail's way: `550 jdoe... User unknown`. */
const DOTTED_NAME =
  /(^|\s)([^\s<>]{1,64})(?=\.\.\. {0,2}(?:user|no such|recipient|mailbox|unknown|account|relaying|address|sender|cannot|addressee)\b)/gi;

const MAILBOX =
  'user|username|userid|mailbox|account|recipient|login|addressee|utilisateur|destinataire|usuario|benutzer|utente';
/** A word that may be a name, and not how a URL begins. */
const WORD = "([a-z0-9][\\w.+-]{0,63})(?![\\w.+'-]|://)";
/** `user: jdoe`, `account=jdoe`, `no such user (jdoe)`. */
const LABELLED_NAME = new RegExp(`\\b(${MAILBOX})((?: name| id)?\\s?[:=(]\\s?)${WORD}`, 'gi');
/** `unknown user jdoe`. */
const UNKNOWN_NAME = new RegExp(
  `\\b((?:unknown|no such|invalid|nonexistent|bad|illegal) (?:${MAILBOX}))(\\s)${WORD}`,
  'gi',
);
/** `user jdoe is over quota`, `mailbox for jdoe is full`. */
const SUBJECT_NAME = new RegExp(
  `\\b(${MAILBOX})(\\s(?:for |of |named )?)${WORD}(?=\\s(?:is|was|does|doesn't|has|unknown|not|over|exceeds?|exceeded|cannot|disabled|inactive|inconnu|unbekannt)\\b)`,
  'gi',
);
const SPACES = /\s{2,}/g;
/** Letters and digits, and either half of a character beyond the first 65,536. */
const WORD_CHARACTER = /[\p{L}\p{N}\p{Cs}]/u;
const BEFORE_A_URL = /[\s([{]/;
const SPEAKS_OF_A_MAILBOX = new RegExp(MAILBOX, 'i');

/** Words of the protocol that servers put in quotes or angle brackets, or after "user" and "mailbox". */
const ORDINARY = new Set(
  (
    'a abuse access account accounts action address addresses admin administrator agent agents alias all an and are at ' +
    'auth authentication authorization backend base been blacklist block blocked blocklist body boxes busy by can ' +
    'cannot changed check class closed command complaint complaints connection content could count counts currently data ' +
    'database db delivery denied disabled does domain domains ehlo email error errors exceeded exists expired failed ' +
    'failure feedback filter filtered folder folders for found from full gateway greylisted group has have header headers ' +
    'helo here his host id in inactive inbox information invalid is it its junk limit limits list local locked lookup ' +
    'mail mailbox mailboxes manager may message message-id messages module moved name no none not notices of off offline ok ' +
    'on or our over owner permanent permanently policy postmaster preferences process processing profile protection quota rate ' +
    'rcpt received record recipient recipients refused reject rejected rejects reported report reports reputation request ' +
    'requests server servers service services set settings should size spam starttls state status storage store subject ' +
    'support suspended system table temporarily temporary that the their them there these they this to traffic type ' +
    'unavailable undeliverable unknown unreachable unroutable unverified usage user users validation verification verified ' +
    'verify virus was we were which who whose will with would yes you your'
  ).split(' '),
);

/**
 * Takes out of a reply what names a person: addresses, message ids (both hold an @), quoted and angled local
 * parts, and names of mailboxes where servers write them bare. Works on any case and in linear time; run again on
 * its own result it changes nothing.
 */
export function withoutPersons(raw: string): string {
  // Names are recognised by the words beside them, one space away.
  const text = raw.replace(SPACES, ' ');
  let clean = text.includes('<') ? text.replace(ANGLED, angled).replace(SPACES, ' ') : text;
  clean = withoutAddresses(clean);
  if (/["'`]/.test(clean)) {
    clean = clean.replace(QUOTED_WORD, (all, before: string, _quote: string, word: string) =>
      isOrdinary(word) ? all : before + NAME,
    );
  }
  if (clean.includes('...')) {
    clean = clean.replace(DOTTED_NAME, (_all, before: string) => before + NAME);
  }
  if (!SPEAKS_OF_A_MAILBOX.test(clean)) return clean;
  return clean
    .replace(LABELLED_NAME, keepOrdinary)
    .replace(UNKNOWN_NAME, keepOrdinary)
    .replace(SUBJECT_NAME, keepOrdinary);
}

function keepOrdinary(all: string, what: string, between: string, name: string): string {
  return isOrdinary(name) ? all : what + between + NAME;
}

function angled(all: string, inner: string, at: number, text: string): string {
  if (PLACEHOLDER.test(inner)) return all;
  if (/@|%40/.test(inner)) return ADDRESS;
  // A host, an IP, a URL or a sentence keeps its meaning; a single bare word is a local part.
  const isKept = isOrdinary(inner) || /[\s/[]|\.[a-z0-9-]{2,63}$|:.*:/i.test(inner);
  return isKept ? apart(inner, text[at - 1], text[at + all.length]) : NAME;
}

/** Keeps what stood between brackets apart from the words beside it, and a URL from every character. */
function apart(inner: string, before = ' ', after = ' '): string {
  const isGlued = inner.includes('://') ? !BEFORE_A_URL.test(before) : WORD_CHARACTER.test(before);
  return (isGlued ? ' ' : '') + inner + (WORD_CHARACTER.test(after) ? ' ' : '');
}

/** Replaces every run of characters around an @, and a quoted local part in front of it, spaces and all. */
function withoutAddresses(text: string): string {
  AT.lastIndex = 0;
  let result = '';
  let from = 0;
  for (let found = AT.exec(text); found !== null; found = AT.exec(text)) {
    if (found.index < from) continue;
    const borders = found[0] === '%40' ? PARAMETER_BORDERS : BORDERS;
    const start = startOfAddress(text, found.index, from, borders);
    const end = endOfAddress(text, found.index + found[0].length, borders);
    result += text.slice(from, start) + ADDRESS;
    from = end;
  }
  return from === 0 ? text : result + text.slice(from);
}

function startOfAddress(text: string, at: number, from: number, borders: ReadonlySet<string>): number {
  let start = at;
  if (text[at - 1] === '"') {
    const opening = text.lastIndexOf('"', at - 2);
    if (opening >= from && at - opening <= 66) return opening;
  }
  while (start > from && (!borders.has(text[start - 1] ?? ' ') || isApostrophe(text, start - 1))) start -= 1;
  return start;
}

/** Whether the character is an apostrophe within a name, as in `o'brien`. */
function isApostrophe(text: string, at: number): boolean {
  return text[at] === "'" && /^[a-z]'[a-z]$/i.test(text.slice(at - 1, at + 2));
}

function endOfAddress(text: string, afterAt: number, borders: ReadonlySet<string>): number {
  let end = afterAt;
  while (end < text.length && !borders.has(text[end] ?? ' ')) end += 1;
  while (end > afterAt && /[.!?]/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

/** Whether a word belongs to the protocol and to nobody in particular. */
export function isOrdinary(word: string): boolean {
  return ORDINARY.has(word.toLowerCase().replace(/[:.]$/, ''));
}

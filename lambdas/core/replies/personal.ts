/** Stands where an e-mail address or a message id stood. */
export const ADDRESS = '<address>';
/** Stands where the name of a mailbox stood without its domain. */
export const NAME = '<name>';

/** `"john doe"@example.com`: a quoted local part, which may hold blanks. */
const QUOTED_ADDRESS = /"[^"]{1,64}"@[^\s>"',;)]{1,255}/g;
/** Anything around an @ up to blanks and the signs that enclose addresses. */
const AROUND_AT = /[^\s<>"'(),;:[\]]*(?:@|%40|\(at\))+[^\s<>"'(),;]*/gi;
const ANGLED = /<([^<>]{1,320})>/g;
const PLACEHOLDER = /^(?:address|name|host|blocklist|ip|id|n|url(?: .*)?)$/;
/** `'jdoe'`, `"jdoe"`, `` `jdoe' ``: one word in quotes. */
const QUOTED_WORD = /(^|[\s(:=,;[<])(["'`])([^\s"'`<>]{1,64})["'](?=$|[\s).:,;!\]>])/g;
/** sendmail's way: `550 jdoe... User unknown`. */
const DOTTED_NAME =
  /(^|\s)([^\s<>]{1,64})(?=\.\.\. {0,2}(?:user|no such|recipient|mailbox|unknown|account|relaying|address|sender|cannot|addressee))/gi;
/** `user jdoe unknown`, `mailbox jdoe is full`, `unknown user: jdoe`. */
const NAMED_MAILBOX =
  /\b(user(?:name|id)?|mailbox|account|recipient|login|addressee|utilisateur|destinataire|usuario|benutzer|utente)((?: name| id)?\s*[:=(]\s{0,2}\(?|\s(?:for |of |named )?)([a-z0-9][\w.+-]{0,63})(?=\s{0,2}(?:$|[).,;]|(?:is|was|does|doesn't|has|unknown|not|over|exceed(?:s|ed)|cannot|disabled|inactive|inconnu|unbekannt)\b))/gi;

/** Words of the protocol that servers put in quotes or angle brackets, or behind "user" and "mailbox". */
const ORDINARY = new Set(
  (
    'mail rcpt data helo ehlo starttls auth from to sender subject date received message message-id spam junk yes no ' +
    'none permanent temporary policy block blocked reject rejected reputation virus header headers body list ' +
    'complaint complaints unknown is was not has does disabled full inactive over quota name address addresses ' +
    'access account accounts mailbox mailboxes limit limits unavailable invalid blocked suspended expired closed ' +
    'locked busy verification verified validation lookup check failed failure error errors filter filtered rate ' +
    'server servers system domain domains host storage size space agent agents reported report reports requests ' +
    'request settings local delivery temporarily permanently currently exists found here there and or the your ' +
    'this that these his her its you they them we can could should would may be been cannot ok refused denied ' +
    'unreachable unverified unroutable undeliverable information support admin administrator postmaster abuse ' +
    'feedback base agreement authentication authorization count counts table database backend greylisted rejects ' +
    'preferences inbox folder folders exceeded for of in on at by with from'
  ).split(' '),
);

/**
 * Takes out of a reply what names a person: addresses, message ids (both hold an @), quoted and angled local
 * parts, and names of mailboxes where servers write them bare. Works on any case and runs in linear time;
 * run again on its own result it changes nothing.
 */
export function withoutPersons(text: string): string {
  let clean = text;
  if (clean.includes('<')) clean = clean.replace(ANGLED, angled);
  if (clean.includes('@') || clean.includes('%40') || /\(at\)/i.test(clean)) {
    clean = clean.replace(QUOTED_ADDRESS, ADDRESS).replace(AROUND_AT, ADDRESS);
  }
  if (/["'`]/.test(clean)) {
    clean = clean.replace(QUOTED_WORD, (all, before: string, _quote: string, word: string) =>
      isOrdinary(word) ? all : before + NAME,
    );
  }
  if (clean.includes('...')) {
    clean = clean.replace(DOTTED_NAME, (_all, before: string) => before + NAME);
  }
  return clean.replace(NAMED_MAILBOX, (all, what: string, between: string, name: string) =>
    isOrdinary(name) ? all : what + between + NAME,
  );
}

function angled(all: string, inner: string): string {
  if (PLACEHOLDER.test(inner)) return all;
  if (inner.includes(ADDRESS.slice(1, -1)) || inner.includes('@')) return ADDRESS;
  if (isOrdinary(inner)) return inner;
  // A host, an IP, a URL or a sentence keeps its meaning; a single bare word is a local part.
  if (/[\s/]|^\[|\.[a-z0-9-]{2,63}$|:.*:/i.test(inner)) return inner;
  return NAME;
}

function isOrdinary(word: string): boolean {
  return ORDINARY.has(word.toLowerCase().replace(/[:.]$/, ''));
}

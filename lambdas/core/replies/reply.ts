import type { Reply } from './rule.ts';

/** The part of a reply that is read, in characters. */
export const REPLY_LIMIT = 4096;

/** `smtp;`, `smtp; `, `x-unix;`: the type that an accounting row or a bounce puts in front of the words. */
const TYPE_PREFIX = /^\s*(?:[a-z][a-z0-9-]{0,15};\s*){1,2}/i;
/** Line ends, also as two written characters. */
const LINE_END = /\s*(?:\r\n?|\n|\\r\\n|\\n)\s*/g;
const CODE_AT_START = /^[\s"'([<*:#-]{0,8}([2-5][0-9]{2})(?![0-9]|\.[0-9])[-\s,#:;=]*/;
const ENHANCED_AT_START = /^[\s#([]{0,4}([245]\.[0-9]{1,3}\.[0-9]{1,3})(?![0-9]|\.[0-9])[-\s:,;)\]]*/;
/** Something glued in front of the real reply: a banner (`220-laposte 421 4.2.1 …`) or a host name. */
const AFTER_A_BANNER = /^\S{0,80}[\s-]([45][0-9]{2})(?=[-\s,#])/;
/** A reply that is quoted: `host mx.example.com said: 450 4.1.1 …`. */
const QUOTED =
  /(?:said|replied|answered|response|reply|error|code|status)[:\s"'(=]{1,4}([45][0-9]{2})(?![0-9]|\.[0-9])/i;
const PAIR = /(?:^|[\s:;("'[-])([45][0-9]{2})[-\s,]{1,3}#?(?=[45]\.[0-9]{1,3}\.[0-9]{1,3}(?![0-9]|\.[0-9]))/;
/** qmail's way: `Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)`. */
const HASHED = /#([45]\.[0-9]{1,3}\.[0-9]{1,3})(?![0-9]|\.[0-9])/;
/** qmail's log, with underscores for spaces: `192.0.2.1_does_not_like_recipient./Remote_host_said:_550_…/Giving_up_on_…`. */
const QMAIL_LOG = /Remote_host_said:_(.*?)(?:\/Giving_up_on_.*)?$/;
const STATUS =
  /^\s*(?:([2-5][0-9]{2})(?![0-9]|\.[0-9]))?[-\s,]*([245]\.[0-9]{1,3}\.[0-9]{1,3})?[^(]{0,20}(?:\(([^)]*)\))?/;
/** The codes that begin one line of a multi-line reply, wherever the line begins. */
const LINE_CODES = /(?<=^|\s)([2-5][0-9]{2})([-\s,]+)#?(?:([245]\.[0-9]{1,3}\.[0-9]{1,3})(?=[\s,]|$)\s*)?/g;

/**
 * Takes a reply apart as accounting files write it. `dsnDiag` decides; if it holds no 4xx or 5xx code, `dsnStatus`
 * fills in what is missing: a reply code if it has three digits, an enhanced code, and its words
 * in parentheses only if `dsnDiag` is empty. Never fails.
 */
export function parseReply(dsnDiag: string, dsnStatus: string): Reply {
  const reply = readReply(dsnDiag);
  if (reply.code !== null && reply.code >= 400) return reply;
  const [, code, enhancedCode, words] = STATUS.exec(dsnStatus.slice(0, REPLY_LIMIT)) ?? [];
  return {
    code: code === undefined ? reply.code : Number(code),
    enhancedCode: reply.enhancedCode ?? enhancedCode ?? null,
    text: dsnDiag.trim() === '' ? (words ?? '') : reply.text,
  };
}

/** The codes of a reply as rules match them and weighed words count them: `421 4.7.28`, `421`, `none 4.7.28`, `none`. */
export function codesToMatch({ code, enhancedCode }: Reply): string {
  const first = code === null ? 'none' : String(code);
  return enhancedCode === null ? first : `${first} ${enhancedCode}`;
}

/** The codes as figures and reports name them: `421 4.7.28`, `421`; `none` without a reply code, whatever follows. */
export function codesToShow(reply: Reply): string {
  return reply.code === null ? 'none' : codesToMatch(reply);
}

function readReply(dsnDiag: string): Reply {
  const logged = dsnDiag.slice(0, REPLY_LIMIT).replace(TYPE_PREFIX, '').replace(LINE_END, ' ');
  const line = QMAIL_LOG.exec(logged)?.[1]?.replaceAll('_', ' ') ?? logged;
  const start = CODE_AT_START.exec(line);
  const code = start?.[1];
  if (start === null || code === undefined) return readWithoutCodeInFront(line);
  if (code < '4') {
    const inner = findInner(line);
    if (inner !== undefined) return afterCode(inner.code, line.slice(inner.end));
  }
  return afterCode(code, line.slice(start[0].length), start[0].includes(`${code}-`));
}

function readWithoutCodeInFront(line: string): Reply {
  const enhanced = ENHANCED_AT_START.exec(line);
  if (enhanced?.[1] !== undefined) {
    return { code: null, enhancedCode: enhanced[1], text: line.slice(enhanced[0].length).trim() };
  }
  const inner = findInner(line);
  if (inner === undefined) {
    return { code: null, enhancedCode: HASHED.exec(line)?.[1] ?? null, text: line.trim() };
  }
  const reply = afterCode(inner.code, line.slice(inner.end));
  return { ...reply, text: `${line.slice(0, inner.end - inner.code.length).trim()} ${reply.text}`.trim() };
}

function findInner(line: string): { code: string; end: number } | undefined {
  const found = AFTER_A_BANNER.exec(line) ?? PAIR.exec(line) ?? QUOTED.exec(line);
  const code = found?.[1];
  if (found === null || code === undefined) return undefined;
  return { code, end: line.indexOf(code, found.index) + code.length };
}

/** Reads what follows the reply code: perhaps the code again, then the enhanced code and the words. */
function afterCode(code: string, rest: string, isFirstOfMany = false): Reply {
  let words = rest.replace(/^[-\s,#:;=]+/, '');
  const again = CODE_AT_START.exec(words);
  if (again?.[1] === code) words = words.slice(again[0].length);
  const enhanced = ENHANCED_AT_START.exec(words);
  const enhancedCode = enhanced?.[1] ?? null;
  if (enhanced !== null) words = words.slice(enhanced[0].length);
  return {
    code: Number(code),
    enhancedCode: enhancedCode ?? HASHED.exec(words)?.[1] ?? null,
    text: foldLines(words, code, enhancedCode, isFirstOfMany || words.includes(`${code}-`)).trim(),
  };
}

/**
 * Drops the codes that every line of one reply repeats, even if the lines are already joined. A bare code
 * without a hyphen may be a word of the text; it goes only from a reply of many lines.
 */
function foldLines(words: string, code: string, enhancedCode: string | null, hasManyLines: boolean): string {
  if (!words.includes(code)) return words;
  return words.replace(LINE_CODES, (all, again: string, between: string, enhanced?: string) => {
    const repeats = hasManyLines || (enhanced !== undefined && enhanced === enhancedCode);
    return again === code && (repeats || between.includes('-')) ? '' : all;
  });
}

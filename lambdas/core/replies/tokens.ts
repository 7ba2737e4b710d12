import { keptNameOf } from './kept-names.ts';

const IPV4 = /^(?:[x*\d]{1,3}\.){3}[x*\d]{1,3}(?:\/\d{1,2})?(?::\d{1,5})?$/;
const LETTERED_IP = /^(?:[a-z]\.){3}[a-z]$/;
const IPV6 =
  /^(?:ipv6:)?(?=[^:]*:[^:]*:)[0-9a-fx*:]{2,39}(?:\.\d{1,3}\.\d{1,3}\.\d{1,3})?(?:%[a-z0-9]{1,15})?(?:\/\d{1,3})?$/;
const TIMESTAMP = /^\d{4}-\d\d-\d\dt\d\d:\d\d/;
const CLOCK = /^\d{1,2}:\d{2}(?::\d{2})?$/;
const URL = /^(?:(?:https?|ftp):\/\/|www\.)/;
const HOST = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+$/u;
/** Words that begin a sentence; `later.please` is a full stop without its space, not a host. */
const SENTENCE =
  /^(?:please|see|for|try|contact|visit|the|your|you|this|that|these|if|more|to|http|https|refer|check|it|we|our|mail|message|messages|sender|connection|error|service|greylisting|greylisted|closing|goodbye|bye|also|an|and|or|all|no|not)$/;
const ENHANCED = /^\d\.(?:\d{1,3}|x|xx|xxx)\.(?:\d{1,3}|x|xx|xxx)$/;
const NUMBER = /^\d+(?:[.,]\d+)*%?$/;
/** A code of SMTP or HTTP, which says what went wrong. */
const STATUS = /^[45]\d\d$/;
const NUMBER_WITH_UNIT = /^\d+(?:\.\d+)?(s|m|h|d|k|x|ms|kb|mb|gb|kib|mib|secs?|mins?|hours?|days?|bytes)$/;
/** An id in base64, its `==` taken off: letters and digits alternate, as they do not in words with a slash between them. */
const BASE64 = /^(?=[a-z0-9]*[+/])[a-z0-9+/]{16,}$/;
const CHANGE_OF_KIND = /[a-z](?=\d)|\d(?=[a-z])/g;
const CHANGES_OF_AN_ID = 3;

/**
 * Codes that providers print, by family; they decide what a reply means. Any other word with digits is an id.
 */
const CODE_FAMILIES: readonly string[] = [
  // Yahoo and AOL: TSS04, IPTS04, GL01, CS01, PH01, BL21, VS1-IP, DYN:T1
  String.raw`(?:ip)?tss?\d\d|(?:gl|cs|ph|bl)\d\d|vs\d-ip|[btcps]\d`,
  // Microsoft: RP-001, S3150, ATTR35, PRX4; Apple: HM08, HCM1, HME1
  String.raw`(?:rp|dy|sc|ou)-\d{3}|s\d{3,4}|attr\d{1,3}|prx\d|hm\d\d|hcm\d{1,2}|hme\d`,
  // Orange, La Poste, SFR: OFR005_104, OFR_999, LPN416, SFR_IN_104, GU_EIB_02
  String.raw`(?:ofr|lpn|sfr)\d{0,4}_?\d{3}|sfr_in_\d{3}|gu_eib_\d\d`,
  // Spectrum and Cox: AUP#In-1340, AUP#IPBL0001; Comcast: RL000002; GoDaddy: IB007
  String.raw`(?:in|out)-\d{3,4}|(?:url|ip|from|rcpt|dns)bl\d{4,5}|cnct|[a-z]{2}0{3,5}\d{1,3}|ib\d{3}`,
  // EarthLink and Open-Xchange: ELNK_110, OXSUS0001_139
  String.raw`(?:elnk|oxsus|oxpus)\d{0,4}_\d{3}|[a-z]{2,6}\d{3,4}_\d{3}`,
  // Sophos: XGEMAIL_0011
  String.raw`xgemail_\d{4}`,
  // Blocklists, standards, products
  String.raw`(?:rbl|pbl|sbl|xbl|dnsbl)\d?|rfc[-.]?\d{3,5}|ipv?[46]|tls-?v?1(?:\.\d)?|ssl-?v?\d|utf-?8|8bit(?:mime)?`,
  String.raw`sha-?(?:1|256|512)|md5|o365|office365|m365|esmtps?a?|[245]xx|[245]\.x`,
  // Ordinals
  String.raw`\d{1,3}(?:st|nd|rd|th)`,
];
const CODE = new RegExp(`^(?:${CODE_FAMILIES.join('|')})$`);

/** Longer words count as ids, which bounds what the patterns above can cost. */
const WORD_LIMIT = 512;
const PLACEHOLDER = /^<[a-z]+>$/;
/** The placeholder of a URL; what is in it is reduced again, in case a server wrote it. */
const URL_PLACEHOLDER = /^<url:([^<>]*)>$/;
/** Kept in the result, because the split captures them. */
const SEPARATORS = /(<[a-z]+>|[^\p{L}\p{N}._-]+|\.{2,})/u;
const ASCII_RUN = /([a-z0-9._-]+)/;
/** Names of Exchange's own parts, which say what went wrong: `storedrv.deliver`, `resolver.adr.recipientnotfound`. */
const EXCHANGE_PART = /^(?:storedrv|resolver|transport|smtpsend|agent)(?:\.[a-z]{1,40}){1,3}$/;

/** A word with characters other than letters, as rules read it. */
export function reduceToken(token: string): string {
  if (token.length > WORD_LIMIT) return '<id>';
  let start = 0;
  while (start < token.length && !isOfTheWord(token, start)) start += 1;
  // One character of a ruled line stays, so that the words on either side of it do not become neighbours.
  if (start === token.length) return token.length > 10 ? token.charAt(0) : token;
  let end = token.length;
  while (!isOfTheWord(token, end - 1)) end -= 1;
  const before = token.slice(0, start);
  const after = token.slice(end);
  const reduced = reduceCore(token.slice(start, end));
  if (PLACEHOLDER.test(reduced) || URL_PLACEHOLDER.test(reduced)) return unbracket(before, reduced, after);
  return before + reduced + after;
}

/** Letters, digits, and the characters of placeholders and masked IPs. */
function isOfTheWord(token: string, at: number): boolean {
  const code = token.charCodeAt(at);
  if (code >= 97 ? code <= 122 : code >= 48 && code <= 57) return true;
  if (code < 128) return code === 42 || code === 60 || code === 62;
  return /[\p{L}\p{N}]/u.test(token[at] ?? '') || (code >= 0xd800 && code <= 0xdfff);
}

/** `[<ip>]` and `(<host>)` say no more than they do without brackets; what is left of a URL after its placeholder goes. */
function unbracket(before: string, placeholder: string, after: string): string {
  let [front, back] = [before, after];
  for (;;) {
    if (placeholder.startsWith('<url')) back = back.replace(/^[/~&=?#_]+/, '');
    const isEnclosed =
      (front.endsWith('[') && back.startsWith(']')) || (front.endsWith('(') && back.startsWith(')'));
    if (!isEnclosed) return front + placeholder + back;
    front = front.slice(0, -1);
    back = back.slice(1);
  }
}

function reduceCore(core: string): string {
  if (PLACEHOLDER.test(core)) return core;
  const url = URL_PLACEHOLDER.exec(core)?.[1];
  if (url !== undefined) return reduceUrl(url);
  if (URL.test(core)) return reduceUrl(core);
  if (core.includes('.') && (IPV4.test(core) || LETTERED_IP.test(core))) return '<ip>';
  if (core.includes(':')) {
    if (TIMESTAMP.test(core)) return '<id>';
    if (IPV6.test(core) && !CLOCK.test(core)) return '<ip>';
  }
  if (BASE64.test(core) && (core.match(CHANGE_OF_KIND)?.length ?? 0) >= CHANGES_OF_AN_ID) return '<id>';
  return /^[a-z0-9._-]+$/.test(core) ? reducePart(core) : core.split(SEPARATORS).map(reducePart).join('');
}

function reducePart(part: string): string {
  if (part === '' || /^[a-z]{1,40}$/.test(part)) return part;
  if (part.startsWith('<') || !/[\p{L}\p{N}]/u.test(part)) return part;
  let start = 0;
  while (isJoint(part.charCodeAt(start))) start += 1;
  let end = part.length;
  while (isJoint(part.charCodeAt(end - 1))) end -= 1;
  return part.slice(0, start) + reduceWord(part.slice(start, end)) + part.slice(end);
}

/** . - _ */
function isJoint(code: number): boolean {
  return code === 46 || code === 45 || code === 95;
}

function reduceWord(word: string): string {
  if (/^[a-z]+$/.test(word)) return word.length > 40 ? '<id>' : word;
  const isDotted = word.includes('.');
  if (isDotted && (IPV4.test(word) || LETTERED_IP.test(word))) return '<ip>';
  if (ENHANCED.test(word) || CODE.test(word)) return word;
  const unit = NUMBER_WITH_UNIT.exec(word)?.[1];
  if (unit !== undefined) return `<n>${unit}`;
  if (NUMBER.test(word)) return STATUS.test(word) ? word : '<n>';
  if (isDotted && HOST.test(word)) return reduceHost(word);
  // Languages that write words without spaces: what is not Latin stays, the rest is read by itself.
  if (/[^a-z0-9._-]/.test(word)) return reduceRuns(word);
  return /\d/.test(word) || word.length > 40 ? '<id>' : word;
}

/** The runs of Latin letters and digits within a word of another script, one by one. */
function reduceRuns(word: string): string {
  const parts = word.split(ASCII_RUN);
  return parts.map((part, index) => (index % 2 === 0 ? part : reducePart(part))).join('');
}

function reduceHost(host: string): string {
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  if (EXCHANGE_PART.test(host)) return host;
  if (labels.length === 2 && SENTENCE.test(last)) return `${reduceWord(labels[0] ?? '')}. ${last}`;
  if (/^[0-9]*$/.test(last)) return '<id>';
  return keptNameOf(host) ?? '<host>';
}

/** `<url>`, or for a public help site its name and path: letters, short numbers, page names; no query but `p=` and `c=`. */
function reduceUrl(url: string): string {
  const [, host = '', path = '', query = ''] =
    /^(?:[a-z]{3,5}:\/\/)?(?:www\.)?([^/?#:]*)(?::\d*)?([^?#]*)\??([^#]*)/.exec(url) ?? [];
  const name = keptNameOf(host);
  if (name === undefined) return '<url>';
  const segments = path.split('/').filter((segment) => KEPT_SEGMENT.test(segment));
  const page = /(?:^|&)[pc]=([a-z]{1,40}|r\d{4})(?:$|&)/.exec(query)?.[1];
  return `<url:${[name, ...segments.slice(0, 6)].join('/')}${page === undefined ? '' : `?p=${page}`}>`;
}

const KEPT_SEGMENT =
  /^(?:[a-z]{1,24}(?:[-_][a-z]{1,24}){0,6}|\d{4,8}|ht\d{4,7}|421-ts\d\d|defer-\d\d)(?:\.html?|\.php|\.aspx)?$/;

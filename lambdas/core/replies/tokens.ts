import { keptNameOf } from './kept-names.ts';

const IPV4 = /^(?:[x*\d]{1,3}\.){3}[x*\d]{1,3}(?:\/\d{1,2})?(?::\d{1,5})?$/;
const LETTERED_IP = /^(?:[a-z]\.){3}[a-z]$/;
const IPV6 =
  /^(?:ipv6:)?(?=[^:]*:[^:]*:)[0-9a-fx*:]{2,39}(?:\.\d{1,3}\.\d{1,3}\.\d{1,3})?(?:%[a-z0-9]{1,15})?(?:\/\d{1,3})?$/;
const CLOCK = /^\d{1,2}:\d{2}(?::\d{2})?$/;
const URL = /^(?:https?:\/\/|www\.)/;
const HOST = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+$/u;
/** Words that begin a sentence; `later.please` is a full stop without its blank, no host. */
const SENTENCE =
  /^(?:please|see|for|try|contact|visit|the|your|you|this|that|these|if|more|to|http|https|refer|check|it|we|our|mail|message|messages|sender|connection|error|service|greylisting|greylisted|closing|goodbye|bye|also|an|and|or|all|no|not)$/;
const ENHANCED = /^\d\.(?:\d{1,3}|x|xx|xxx)\.(?:\d{1,3}|x|xx|xxx)$/;
const NUMBER = /^\d+(?:[.,]\d+)*%?$/;

/**
 * Codes that providers print, by family; they decide what a reply means. All else with digits in it is an id.
 * Yahoo TSS04, IPTS04, GL01, CS01; Microsoft RP-001, S3150, AS; Apple HM08, HCM1; Orange and Laposte OFR005_104,
 * LPN006_107; Spectrum and Cox AUP#…; GoDaddy IB007; Comcast RL000002, BL000001; EarthLink ELNK_110; Open-Xchange
 * OXSUS0001_139; AOL DYN:T1, RLY:B1; Free, SFR; T-Online; Mail.ru; and protocol names.
 */
const CODE =
  /^(?:ipts\d\d|tss?\d\d|gl\d\d|cs\d\d|hcm\d{1,2}|hm\d\d|hvu:?b\d|(?:rp|dy|sc|ou|cl|ma|mc|ph)-\d{3}|s\d{3,4}|ib\d{3}|(?:ofr|lpn|sfr|mwinf?)\d{0,4}_\d{3}|in-\d{3,4}|out-\d{3,4}|(?:rl|bl|pl|sp)\d{5,6}|(?:elnk|oxsus|oxpus)\d{0,4}_\d{3}|[a-z]{2,6}\d{3,4}_\d{3}|[btcps]\d|cnct|rbl\d?|pbl\d?|sbl\d?|xbl\d?|dnsbl\d?|rfc-?\d{3,5}|ipv?[46]|tls-?v?1(?:\.\d)?|ssl-?v?\d|utf-?8|8bit(?:mime)?|sha-?(?:1|256|512)|md5|dt|[245]xx|[245]\.x|\d{1,3}(?:st|nd|rd|th|s|m|h|d|k|x|kb|mb|gb|sec|secs|min|mins|hours?|days?)|o365|office365|m365|mx\d|smtp\d|esmtps?a?|421-ts\d\d)$/;

/** A word with other signs than letters in it, as rules read it. */
export function reduceToken(token: string): string {
  const [, before = '', core = '', after = ''] =
    /^([^\p{L}\p{N}<*]*)(.*?)([^\p{L}\p{N}>*%]*)$/u.exec(token) ?? [];
  if (core === '') return token.length > 10 ? '' : token;
  const reduced = reduceCore(core);
  if (PLACEHOLDER.test(reduced)) {
    return unbracket(before, reduced, after);
  }
  return before + reduced + after;
}

const PLACEHOLDER = /^<[a-z]+(?: [^<>]*)?>$/;

function unbracket(before: string, placeholder: string, after: string): string {
  const open = before.at(-1);
  const close = open === '[' ? ']' : open === '(' ? ')' : undefined;
  if (close !== undefined && after.startsWith(close)) {
    return before.slice(0, -1) + placeholder + after.slice(1);
  }
  return before + placeholder + after;
}

function reduceCore(core: string): string {
  if (/^<[a-z]+>$/.test(core)) return core;
  if (URL.test(core)) return reduceUrl(core);
  if (IPV4.test(core) || LETTERED_IP.test(core)) return '<ip>';
  if (core.includes(':') && IPV6.test(core) && !CLOCK.test(core)) return '<ip>';
  return core.split(SEPARATORS).map(reducePart).join('');
}

/** Kept in the result, because the split captures them. */
const SEPARATORS = /(<[a-z]+>|[^\p{L}\p{N}._-]+|\.{2,})/u;

function reducePart(part: string): string {
  if (part === '' || /^[a-z]{1,40}$/.test(part)) return part;
  if (part.startsWith('<') || !/[\p{L}\p{N}]/u.test(part)) return part;
  const [, before = '', word = '', after = ''] = /^([._-]*)(.*?)([._-]*)$/.exec(part) ?? [];
  return before + reduceWord(word) + after;
}

function reduceWord(word: string): string {
  if (/^[a-z]+$/.test(word)) return word.length > 40 ? '<id>' : word;
  if (IPV4.test(word) || LETTERED_IP.test(word)) return '<ip>';
  if (ENHANCED.test(word) || CODE.test(word)) return word;
  if (NUMBER.test(word)) return word.length > 4 ? '<n>' : word;
  if (HOST.test(word)) return reduceHost(word);
  if (/\d/.test(word)) return '<id>';
  return word.length > 40 ? '<id>' : word;
}

function reduceHost(host: string): string {
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  if (labels.length === 2 && SENTENCE.test(last)) return `${reduceWord(labels[0] ?? '')}. ${last}`;
  if (!/[a-z]/.test(host)) return /\d/.test(host) ? '<id>' : '<host>';
  return keptNameOf(host) ?? '<host>';
}

/** `<url>`, or for a public help site its name and path: letters, short numbers, page names; no query but `p=` and `c=`. */
function reduceUrl(url: string): string {
  const [, host = '', path = '', query = ''] =
    /^(?:https?:\/\/)?(?:www\.)?([^/?#:]*)(?::\d*)?([^?#]*)\??([^#]*)/.exec(url) ?? [];
  const name = keptNameOf(host);
  if (name === undefined) return '<url>';
  const segments = path.split('/').filter((segment) => KEPT_SEGMENT.test(segment));
  const page = /(?:^|&)[pc]=([a-z]{1,40})(?:$|&)/.exec(query)?.[1];
  return `<url ${[name, ...segments.slice(0, 6)].join('/')}${page === undefined ? '' : `?p=${page}`}>`;
}

const KEPT_SEGMENT =
  /^(?:[a-z]{1,24}(?:[-_][a-z]{1,24}){0,6}|\d{4,8}|ht\d{4,7}|421-ts\d\d|defer-\d\d)(?:\.html?|\.php|\.aspx)?$/;

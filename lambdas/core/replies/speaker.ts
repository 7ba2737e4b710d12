import type { IspId } from '../receivers/isp.ts';

/** Words in normalised replies that identify a provider. */
const MARKS: readonly (readonly [RegExp, IspId])[] = [
  [/\bgmail\b|- gsmtp\b|<url:google\.com/, 'gmail'],
  [/\boutlook\.com\b|\brp-00\d\b|\(s\d{3,4}\)|<url:(?:live|office)\.com/, 'outlook'],
  [/\[(?:ip)?tss?\d\d\]|<url:yahoo(?:inc)?\.com|\byahoo requires\b/, 'yahoo'],
  [/\((?:dns|rtr|rly|dyn|con|hvu):[a-z][a-z0-9]\)/, 'yahoo'],
  [/<url:apple\.com|\bicloud\.com\b|\[(?:hcm\d|hm\d\d)\]/, 'apple'],
  [/<url:(?:163|126|netease)\.com|\b(?:hl|mi|rp|dt|wm):[a-z]{3}\b/, 'netease'],
  [/<url:qq\.com/, 'qq'],
  [/<url:mail\.ru/, 'mail-ru'],
  [/<url:yandex\.(?:ru|com|net)/, 'yandex'],
  [/<url:naver\.com/, 'naver'],
  [/<url:(?:gmx\.(?:net|com|de)|web\.de|1und1\.de|1and1\.com)/, 'gmx'],
  [/<url:(?:comcast\.net|xfinity\.com)/, 'comcast'],
  [/<url:mimecast\.com/, 'mimecast'],
  [/<url:(?:godaddy\.com|secureserver\.net)/, 'godaddy'],
];

/**
 * The provider that a reply itself says it is from; undefined if it names none. Only for replies whose receiver nobody
 * named: a known receiver is never overruled.
 *
 * @param words a normalised reply
 */
export function speakerOf(words: string): IspId | undefined {
  return MARKS.find(([mark]) => mark.test(words))?.[1];
}

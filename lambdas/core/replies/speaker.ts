import type { IspId } from '../receivers/isp.ts';

/** Words of normalised replies by which a provider gives itself away. */
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
 * The provider whose words a reply is in, where nobody said who answered and the reply names its author itself;
 * undefined otherwise. Never asked where the receiver is known or known to be another.
 *
 * @param words a normalised reply
 */
export function speakerOf(words: string): IspId | undefined {
  return MARKS.find(([mark]) => mark.test(words))?.[1];
}

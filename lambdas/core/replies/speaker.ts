import type { IspId } from '../receivers/isp.ts';

/** Words of normalised replies by which a provider gives itself away. */
const MARKS: readonly (readonly [RegExp, IspId])[] = [
  [/\bgmail\b|- gsmtp\b|<url:google\.com/, 'gmail'],
  [/\boutlook\.com\b|\brp-00\d\b|\(s\d{3,4}\)|<url:(?:live|office)\.com/, 'outlook'],
  [/\[(?:ip)?tss?\d\d\]|<url:yahoo(?:inc)?\.com|\byahoo requires\b/, 'yahoo'],
  [/<url:apple\.com|\bicloud\.com\b|\[(?:hcm\d|hm\d\d)\]/, 'apple'],
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

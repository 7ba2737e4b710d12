import type { Directory } from '../receivers/directory.ts';
import type { IspId } from '../receivers/isp.ts';
import { normalise } from './normalise.ts';
import type { Reply } from './rule.ts';

/** Words in normalised replies that one provider alone uses: its signature, its codes, its help pages. */
const MARKS: readonly (readonly [RegExp, IspId])[] = [
  // Others speak of Gmail too; only Gmail speaks of “the Gmail user”, of spam “sent to Gmail”, and as `(smtp.gmail.com)`.
  [
    /\bgsmtp\b|\bgmail (?:has|user|requires)\b|\b(?:sent to|has) gmail\b|\(gmail\.com\)|<url:google\.com/,
    'gmail',
  ],
  [/\brp-00\d\b|\(s\d{3,4}\)|<url:(?:live|office)\.com/, 'outlook'],
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

/** A machine of Microsoft's that is no MX host: `[MWH0EPF000989EA.namprd02.prod.outlook.com]`. */
const MICROSOFT_MACHINE = /\boutlook\.com\b/;

/** A host name in a reply; not one after an @, which is somebody's address. */
const HOST = /(?<![@\w.-])[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi;

/**
 * The provider that a reply itself says it is from, by its marks or by a host name of the directory; undefined if it
 * names none.
 */
function speakerOf(reply: Reply, directory: Directory): IspId | undefined {
  const words = normalise(reply.text);
  const marked = MARKS.find(([mark]) => mark.test(words))?.[1];
  if (marked !== undefined) return marked;
  for (const [host] of reply.text.matchAll(HOST)) {
    const isp = directory.byMx(host) ?? directory.byDomain(host);
    if (isp !== undefined) return isp;
  }
  return MICROSOFT_MACHINE.test(words) ? 'outlook' : undefined;
}

/**
 * The ISPs whose rules read a reply: the receiver's, which no reply overrules; if nobody is known by that name, those
 * of the provider that the reply says it is from. Empty if neither is known.
 *
 * @param receiver ISP id or common name, domain or MX host; empty if unknown
 */
export function ispsOf(receiver: string, reply: Reply, directory: Directory): readonly IspId[] {
  const named = directory.named(receiver);
  if (named.length > 0) return named;
  const speaker = speakerOf(reply, directory);
  return speaker === undefined ? [] : [speaker];
}

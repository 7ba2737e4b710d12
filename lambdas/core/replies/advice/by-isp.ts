import type { Isp, IspId } from '../../receivers/isp.ts';
import { ISPS } from '../../receivers/isps.ts';
import type { Category } from '../category.ts';
import { GOOGLE_GUIDELINES } from './category-advice.ts';

/** What an ISP adds to the advice for each category: where to look, and steps that only this ISP asks for. */
export interface IspAdvice {
  /** Where to see how it judges the sender. */
  standing: readonly string[];
  /** What it asks of a sender that it slows down, before anything else. */
  first?: readonly string[];
  /** What it asks of authentication and DNS. */
  setUp: readonly string[];
  /** Where it announces its own problems. */
  health?: readonly string[];
  source: string;
}

const MICROSOFT_HEALTH = ["Check Microsoft's service status (portal.office.com/servicestatus)."];

/** By ISP id. An ISP without an entry is covered by the postmaster pages of the directory. */
const BY_ISP: Readonly<Partial<Record<IspId, IspAdvice>>> = {
  gmail: {
    standing: [
      'Check Google Postmaster Tools (postmaster.google.com): the spam rate must stay below 0.10 % and never reach 0.30 %; check the compliance status of the domain too.',
    ],
    first: [
      'As Google asks: send Gmail nothing from the blamed IP or domain for 10 minutes, then open a single connection; if that is refused, wait 10 minutes more; then add one connection at a time. Google counts by MX, so Workspace domains share the limit with gmail.com.',
    ],
    setUp: [
      'Check Google Postmaster Tools (postmaster.google.com): its compliance status shows SPF, DKIM, DMARC, TLS and PTR as Google sees them.',
    ],
    health: ['Check the Google Workspace status page (google.com/appsstatus).'],
    source: GOOGLE_GUIDELINES,
  },
  outlook: {
    standing: [
      'Check SNDS (sendersupport.olc.protection.outlook.com/snds): colour, complaint rate and trap hits of the IP, day by day. JMRP on the same site sends you each complaint: take these recipients off your lists.',
      'Check that the From domain has a DMARC policy and passes it, and check the complaint rate.',
      'Stay below 500 simultaneous connections, and far below while the reputation is low; continuing at full speed ends in the S3150 block (550).',
    ],
    setUp: [
      'Microsoft wants SPF, DKIM and an aligned DMARC record from senders of 5,000 messages a day or more: check the DMARC policy of the From domain.',
    ],
    health: MICROSOFT_HEALTH,
    source: 'Microsoft, Outlook.com postmaster pages: policies and troubleshooting (2026-06)',
  },
  'microsoft-365': {
    standing: [
      'Microsoft 365 Defender shows nothing to senders: ask for removal of a blocked IP at sender.office.com, and look up the IP in SNDS (sendersupport.olc.protection.outlook.com/snds).',
    ],
    setUp: [
      'Read the Authentication-Results of a message in a Microsoft 365 mailbox: SPF, DKIM and DMARC must pass (compauth=pass).',
    ],
    health: MICROSOFT_HEALTH,
    source:
      'Microsoft, Outlook.com postmaster pages: troubleshooting (2026-06); error 4.7.500 to .899 of Exchange Online',
  },
  yahoo: {
    standing: [
      'Check Yahoo Sender Hub (senders.yahooinc.com): register the DKIM domain, read the complaints and the Complaint Feedback Loop; the complaint rate must stay below 0.3 %.',
    ],
    setUp: [
      'Go to Yahoo Sender Hub (senders.yahooinc.com): check that DKIM and SPF of the domain pass; Yahoo throttles unauthenticated mail with the same words as for a volume limit.',
    ],
    health: ['Check Yahoo Sender Hub (senders.yahooinc.com) for known problems.'],
    source: 'Yahoo, Sender Hub: SMTP error codes and best practices (senders.yahooinc.com, 2026-02)',
  },
  apple: {
    standing: [
      'Read the iCloud postmaster page (support.apple.com/en-us/102322): check the bulk sender rules, then write to icloudadmin@apple.com with the full reply, the IP and the domain.',
    ],
    setUp: [
      'Read the iCloud postmaster page (support.apple.com/en-us/102322): SPF and DKIM must pass, and the IP needs a PTR record.',
    ],
    health: ['Check the Apple system status page (apple.com/support/systemstatus), entry iCloud Mail.'],
    source: 'Apple, Postmaster information for iCloud Mail (support.apple.com/en-us/102322)',
  },
};

const WHERE_TO_LOOK: Readonly<Record<Category, 'standing' | 'setUp' | 'health' | null>> = {
  reputation: 'standing',
  'policy-block': 'standing',
  'rate-limit': 'standing',
  'connection-limit': 'standing',
  content: 'standing',
  authentication: 'setUp',
  configuration: 'setUp',
  unavailable: 'health',
  recipient: null,
  greylisting: null,
  unclassified: null,
};

/** What an ISP asks for first, and where to look there for what a category is about. */
export function ispStepsFor(
  advice: IspAdvice | undefined,
  category: Category,
): { first: readonly string[]; look: readonly string[] } {
  const part = WHERE_TO_LOOK[category];
  const isSlowedDown = category === 'reputation' || category === 'rate-limit';
  return {
    first: (isSlowedDown ? advice?.first : undefined) ?? [],
    look: (part === null ? undefined : advice?.[part]) ?? [],
  };
}

/**
 * What an ISP adds to the advice; undefined if nothing is known of it. `microsoft`, the ISP of the rules that Outlook.com
 * and Microsoft 365 share, counts as Outlook.com.
 */
export function ispAdviceFor(id: IspId): IspAdvice | undefined {
  return BY_ISP[id === 'microsoft' ? 'outlook' : id] ?? FROM_DIRECTORY.get(id);
}

const FROM_DIRECTORY: ReadonlyMap<IspId, IspAdvice> = new Map(
  ISPS.filter((isp) => isp.postmaster.length > 0).map((isp) => [isp.id, postmasterPages(isp)]),
);

function postmasterPages({ name, postmaster }: Isp): IspAdvice {
  const pages = postmaster.map(({ title, url }) => `${title} (${url})`).join('; ');
  const step = `Check the postmaster pages of ${name}, and ask there: ${pages}.`;
  return { standing: [step], setUp: [step], source: postmaster.map(({ url }) => url).join(', ') };
}

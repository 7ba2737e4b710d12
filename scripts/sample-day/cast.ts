/** Who takes part in the sample day. Sender addresses and IPs are of the ranges reserved for documentation. */

export interface Source {
  vmta: string;
  ip: string;
  /** Share of the mail that leaves through it. */
  weight: number;
}

export interface Host {
  /** First part of the keys of its files. */
  name: string;
  /** Minutes that its clock is ahead of UTC; PowerMTA logs in the server's own zone. */
  offsetMinutes: number;
  /** Whether t and tq rows go to a file of their own, as PowerMTA's guide advises. */
  separateDeferrals: boolean;
  sources: readonly Source[];
}

export const HOSTS: readonly Host[] = [
  {
    name: 'mta1',
    offsetMinutes: 0,
    separateDeferrals: false,
    sources: [
      { vmta: 'news-1', ip: '203.0.113.11', weight: 30 },
      { vmta: 'news-2', ip: '203.0.113.12', weight: 22 },
    ],
  },
  {
    name: 'mta2',
    offsetMinutes: 120,
    separateDeferrals: false,
    sources: [
      { vmta: 'news-3', ip: '198.51.100.31', weight: 22 },
      { vmta: 'shop-1', ip: '198.51.100.41', weight: 14 },
    ],
  },
  {
    name: 'mta3',
    offsetMinutes: 0,
    separateDeferrals: true,
    sources: [{ vmta: 'shop-2', ip: '198.51.100.42', weight: 12 }],
  },
];

export type ReceiverName =
  'gmail' | 'outlook' | 'microsoft-365' | 'yahoo' | 'apple' | 'gmx' | 'comcast' | 'orange' | 'elsewhere';

export interface RecipientDomain {
  domain: string;
  weight: number;
  /** Host names of its mail exchangers. */
  mx: readonly string[];
}

export interface Receiver {
  name: ReceiverName;
  weight: number;
  /** The queue's first part where an `<mx-rollup-list>` puts its domains into one queue. */
  rollup?: string;
  domains: readonly RecipientDomain[];
  /** What its EHLO offers. */
  esmtp: string;
  accepted: string;
}

const GMAIL_MX = ['gmail-smtp-in.l.google.com', 'alt1.gmail-smtp-in.l.google.com'];
const YAHOO_MX = ['mta5.am0.yahoodns.net', 'mta6.am0.yahoodns.net', 'mta7.am0.yahoodns.net'];
const GMX_MX = ['mx00.emig.gmx.net', 'mx01.emig.gmx.net'];

/** Real providers under their real names and hosts; company domains under `.example`, which nobody can own. */
export const RECEIVERS: readonly Receiver[] = [
  {
    name: 'gmail',
    weight: 38,
    domains: [
      { domain: 'gmail.com', weight: 85, mx: GMAIL_MX },
      { domain: 'googlemail.com', weight: 4, mx: GMAIL_MX },
      { domain: 'bakery.example', weight: 6, mx: ['aspmx.l.google.com'] },
      { domain: 'school.example', weight: 5, mx: ['aspmx.l.google.com', 'alt1.aspmx.l.google.com'] },
    ],
    esmtp: 'SIZE,8BITMIME,STARTTLS,ENHANCEDSTATUSCODES,PIPELINING,CHUNKING,SMTPUTF8',
    accepted: '250 2.0.0 OK - gsmtp',
  },
  {
    name: 'outlook',
    weight: 16,
    rollup: 'hotmail.rollup',
    domains: [
      { domain: 'hotmail.com', weight: 50, mx: ['hotmail-com.olc.protection.outlook.com'] },
      { domain: 'outlook.com', weight: 35, mx: ['outlook-com.olc.protection.outlook.com'] },
      { domain: 'live.com', weight: 15, mx: ['live-com.olc.protection.outlook.com'] },
    ],
    esmtp: 'SIZE,PIPELINING,DSN,ENHANCEDSTATUSCODES,STARTTLS,8BITMIME,BINARYMIME,CHUNKING,SMTPUTF8',
    accepted: '250 2.6.0 Queued mail for delivery',
  },
  {
    name: 'microsoft-365',
    weight: 10,
    domains: [
      { domain: 'builders.example', weight: 40, mx: ['builders-example.mail.protection.outlook.com'] },
      { domain: 'clinic.example', weight: 35, mx: ['clinic-example.mail.protection.outlook.com'] },
      { domain: 'museum.example', weight: 25, mx: ['museum-example.c-v1.mx.microsoft'] },
    ],
    esmtp: 'SIZE,PIPELINING,DSN,ENHANCEDSTATUSCODES,STARTTLS,8BITMIME,BINARYMIME,CHUNKING,SMTPUTF8',
    accepted: '250 2.6.0 Queued mail for delivery',
  },
  {
    name: 'yahoo',
    weight: 14,
    rollup: 'yahoo.rollup',
    domains: [
      { domain: 'yahoo.com', weight: 60, mx: YAHOO_MX },
      { domain: 'YMAIL.COM', weight: 5, mx: YAHOO_MX },
      { domain: 'aol.com', weight: 25, mx: ['mx-aol.mail.gm0.yahoodns.net'] },
      { domain: 'att.net', weight: 10, mx: ['mx-att.mail.am0.yahoodns.net'] },
    ],
    esmtp: 'PIPELINING,SIZE,8BITMIME,STARTTLS',
    accepted: '250 ok dirdel',
  },
  {
    name: 'apple',
    weight: 6,
    domains: [
      { domain: 'icloud.com', weight: 75, mx: ['mx01.mail.icloud.com', 'mx02.mail.icloud.com'] },
      { domain: 'me.com', weight: 25, mx: ['mx01.mail.icloud.com'] },
    ],
    esmtp: 'PIPELINING,SIZE,ETRN,STARTTLS,ENHANCEDSTATUSCODES,8BITMIME',
    accepted: '250 2.0.0 Ok: queued',
  },
  {
    name: 'gmx',
    weight: 6,
    domains: [
      { domain: 'gmx.net', weight: 50, mx: GMX_MX },
      { domain: 'web.de', weight: 50, mx: ['mx-ha02.web.de', 'mx-ha03.web.de'] },
    ],
    esmtp: '8BITMIME,SIZE,STARTTLS',
    accepted: '250 Requested mail action okay, completed',
  },
  {
    name: 'comcast',
    weight: 3,
    domains: [{ domain: 'comcast.net', weight: 1, mx: ['mx1.comcast.net', 'mx2.comcast.net'] }],
    esmtp: '8BITMIME,STARTTLS,SIZE',
    accepted: '250 2.0.0 mail accepted for delivery',
  },
  {
    name: 'orange',
    weight: 3,
    domains: [
      { domain: 'orange.fr', weight: 60, mx: ['smtp-in.orange.fr'] },
      { domain: 'wanadoo.fr', weight: 40, mx: ['smtp-in.orange.fr'] },
    ],
    esmtp: 'SIZE,8BITMIME,PIPELINING,STARTTLS',
    accepted: '250 2.0.0 mail accepted for delivery',
  },
  {
    name: 'elsewhere',
    weight: 4,
    domains: [
      { domain: 'university.example', weight: 40, mx: ['mx.university.example'] },
      { domain: 'townhall.example', weight: 30, mx: ['mail.townhall.example'] },
      { domain: 'bücher.example', weight: 30, mx: ['mx.xn--bcher-kva.example'] },
    ],
    esmtp: 'PIPELINING,SIZE,ETRN,STARTTLS,ENHANCEDSTATUSCODES,8BITMIME,DSN',
    accepted: '250 2.0.0 Ok: queued',
  },
];

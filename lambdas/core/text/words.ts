import type { Category, Scope } from '../replies/category.ts';

/** Categories, as a person reads them. */
export const CATEGORY_WORDS: Readonly<Record<Category, string>> = {
  'rate-limit': 'rate limit',
  'connection-limit': 'connection limit',
  reputation: 'reputation',
  'policy-block': 'policy block',
  authentication: 'authentication',
  configuration: 'configuration',
  content: 'content',
  recipient: 'recipients',
  greylisting: 'greylisting',
  unavailable: 'receiver unavailable',
  unclassified: 'unknown reason',
};

/** What a reply blames, as a person reads it. */
export const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  ip: 'the sending IP address',
  netblock: 'the block of addresses around the sending IP',
  domain: 'the sending domain',
  'spf-domain': 'the domain that SPF authenticates (envelope sender)',
  'dkim-domain': 'the domain that DKIM signs with',
  'url-domain': 'a domain in the links of the message',
  recipient: 'the recipient',
};

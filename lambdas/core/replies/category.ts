/** What a reply is about. */
export const CATEGORIES = [
  'rate-limit',
  'connection-limit',
  'reputation',
  'policy-block',
  'authentication',
  'configuration',
  'content',
  'recipient',
  'greylisting',
  'unavailable',
  'unclassified',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** What the operator owes a reply: `patience` (normal, wait) or `intervention` (a person must act). */
export const STANCES = ['patience', 'intervention'] as const;
export type Stance = (typeof STANCES)[number];

/** What a reply blames, where it says so. */
export const SCOPES = [
  'ip',
  'netblock',
  'domain',
  'spf-domain',
  'dkim-domain',
  'url-domain',
  'recipient',
] as const;
export type Scope = (typeof SCOPES)[number];

const NEEDS_A_PERSON: ReadonlySet<Category> = new Set([
  'reputation',
  'policy-block',
  'authentication',
  'configuration',
  'content',
]);

const NOT_ABOUT_THE_SENDER: ReadonlySet<Category> = new Set([
  'recipient',
  'greylisting',
  'unavailable',
  'unclassified',
]);

/** Replies to which the right answer is to stop or fix something now, whatever the rate. */
export const IMMEDIATE: readonly Category[] = ['policy-block', 'authentication'];

/** The stance that follows from a category; a rule may say otherwise. */
export function stanceOf(category: Category): Stance {
  return NEEDS_A_PERSON.has(category) ? 'intervention' : 'patience';
}

/** Whether replies of a category judge the sender, so that a 4xx of it counts as throttling. */
export function isAboutTheSender(category: Category): boolean {
  return !NOT_ABOUT_THE_SENDER.has(category);
}

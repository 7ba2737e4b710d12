import type { IspId } from '../receivers/isp.ts';

/** A directive of a `<domain>` block with the reason for its value. */
interface Setting {
  value: string;
  why: string;
}

/** Directives of a `<domain>` block, in the order in which they are printed. */
export const DIRECTIVES = [
  'max-smtp-out',
  'backoff-max-smtp-out',
  'max-connect-rate',
  'backoff-max-connect-rate',
  'backoff-max-msg-rate',
  'retry-after',
  'retry-recipients-after',
  'backoff-retry-after',
  'backoff-to-normal-after',
] as const;
type Directive = (typeof DIRECTIVES)[number];

/** Settings of one block. The two without which backoff neither slows nor ends can never be left out. */
export type Tuning = Partial<Record<Directive, Setting>> &
  Record<'backoff-max-msg-rate' | 'backoff-to-normal-after', Setting>;

const SLOWS =
  'backoff slows nothing without this; set it to half of your own usual rate (it counts attempts)';
const ENDS = 'without this the queue stays in backoff for ever';

/** For every receiver without a block of its own (`<domain *>`). */
export const EVERYBODY: Tuning = {
  'max-smtp-out': { value: '8', why: 'per queue; more connections only make throttling worse' },
  'backoff-max-smtp-out': { value: '4', why: 'half of it while throttled' },
  'backoff-max-msg-rate': { value: '1000/h', why: SLOWS },
  'retry-after': { value: '20m', why: 'for every deferral that no list knows' },
  'backoff-retry-after': { value: '1h', why: 'gentler than the ordinary retry' },
  'backoff-to-normal-after': { value: '2h', why: ENDS },
};

/** For receivers with a list of their own and no numbers of their own: what a block must say, the rest comes from `*`. */
export const LISTED: Tuning = {
  'backoff-max-msg-rate': EVERYBODY['backoff-max-msg-rate'],
  'backoff-to-normal-after': EVERYBODY['backoff-to-normal-after'],
};

/** For receivers whose throttling has numbers of its own. */
export const TUNING: Readonly<Partial<Record<IspId, Tuning>>> = {
  gmail: {
    'max-smtp-out': { value: '8', why: 'per queue' },
    'backoff-max-smtp-out': { value: '3', why: 'unusual rate (4.7.28): three connections, then fewer' },
    'max-connect-rate': { value: '30/m', why: 'Google wants connections added one by one' },
    'backoff-max-connect-rate': { value: '3/m', why: 'after 4.7.28 start again with a single connection' },
    'backoff-max-msg-rate': { value: '500/h', why: SLOWS },
    'retry-after': { value: '15m', why: 'busy or in trouble (4.3.0, 4.4.5): a plain retry is right' },
    'retry-recipients-after': {
      value: '15m',
      why: "one recipient's own rate (450 4.2.1): wait, nothing more",
    },
    'backoff-retry-after': {
      value: '45m',
      why: 'low reputation (4.7.0) 30m, unusual rate (4.7.28) 45m: the longer holds for both',
    },
    'backoff-to-normal-after': { value: '2h', why: ENDS },
  },
  outlook: {
    'max-smtp-out': { value: '8', why: 'per queue; Microsoft allows 500 in all to senders in good standing' },
    'backoff-max-smtp-out': { value: '2', why: 'RP-002, 4.7.652: too many connections for this reputation' },
    'max-connect-rate': { value: '30/m', why: 'RP-002 counts connections' },
    'backoff-max-connect-rate': { value: '3/m', why: 'a tenth of it while throttled' },
    'backoff-max-msg-rate': { value: '300/h', why: SLOWS },
    'retry-after': { value: '20m', why: 'server busy: a plain retry is right' },
    'backoff-retry-after': {
      value: '2h',
      why: 'RP-002, RP-003, 4.7.650 and 4.7.651; a blocked IP (RP-001) rests 4h by its entry in the list',
    },
    'backoff-to-normal-after': { value: '4h', why: `${ENDS}; not before a blocked IP is back` },
  },
  yahoo: {
    'max-smtp-out': { value: '8', why: 'per queue; all its domains share the same MX, so limits add up' },
    'backoff-max-smtp-out': { value: '4', why: 'half of it while throttled' },
    'max-connect-rate': { value: '30/m', why: 'Yahoo closes connections that come too fast' },
    'backoff-max-connect-rate': { value: '6/m', why: 'a fifth of it while throttled' },
    'backoff-max-msg-rate': { value: '500/h', why: SLOWS },
    'retry-after': { value: '20m', why: 'for every deferral that the list does not know' },
    'backoff-retry-after': { value: '1h', why: '[TSS04] ends by itself, mostly within the hour' },
    'backoff-to-normal-after': { value: '2h', why: `${ENDS}; longer than that it is no ordinary throttling` },
  },
};

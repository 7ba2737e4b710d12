import type { Decision } from '../life-cycle/decision.ts';
import { wasLastClear } from '../life-cycle/incident.ts';
import { EVERYONE, isOfMany } from '../matter.ts';
import type { AlertAdvice } from './alert-advice.ts';

/** From how many of the refused addresses nothing was accepted since. */
export type Idle = 'none' | 'some' | 'all';

/** What to tell the operator where there is no trouble to report. */
export function adviceWithoutTrouble(
  { kind, reason, incident }: Pick<Decision, 'kind' | 'reason' | 'incident'>,
  idle: Idle,
): AlertAdvice {
  const { matter } = incident;
  if (reason === 'recovered') {
    if (isOfMany(matter)) return matter === EVERYONE ? NO_LONGER_EVERYONE : NO_LONGER_MANY_SMALL;
    return RECOVERIES[idle];
  }
  if (!wasLastClear(incident)) return kind === 'resolved' ? CLOSED : NO_TRAFFIC;
  const lastHour = isOfMany(matter) ? LAST_HOUR_OF_FEW : LAST_HOUR_CLEAR;
  return kind === 'resolved' ? closedAfter(lastHour) : noTrafficAfter(lastHour);
}

const SOURCE =
  'Google, Email sender guidelines (support.google.com/mail/answer/81126, 2026-03): after a pause a single connection, then one more at a time';

const RESTART = [
  'Mend the cause first, and wait as long as the alerts before this one say: after a policy block at least 4 hours.',
  'Start with one connection: set max-smtp-out 1 for the domain, resume one queue (and enable the source again if it was disabled), and read the replies for 10 minutes.',
  'If they are accepted, add one connection at a time; if they are refused, stop again and wait.',
];

const RESTART_AVOID = [
  'Starting again with the old number of connections: a queue that has waited goes out at once.',
  'Taking the silence for a recovery: too little was sent to show one.',
];

const RESTART_COMMANDS = [
  'pmta enable source {ip} {queue}',
  'pmta resume queue {queue}',
  'pmta show queues --errors {queue}',
];

const NOT_STOPPED = 'If you did not stop the mail yourself, check that its accounting files still arrive.';

/** The last reminder, once there is no traffic left to judge by. */
const NO_TRAFFIC: AlertAdvice = {
  meaning: `Too little was sent in the last hour to say anything. If you stopped as advised, this is what it looks like: nothing shows yet that the throttling or block has lifted. ${NOT_STOPPED} No further reminder follows while it stays quiet.`,
  do: RESTART,
  avoid: RESTART_AVOID,
  persistent: RESTART,
  commands: ['pmta show settings {queue}', 'pmta show disabled sources {queue}'],
  restart: RESTART_COMMANDS,
  source: SOURCE,
};

/** What the last hour with enough attempts showed of one matter, and of many at once. */
const LAST_HOUR_CLEAR = 'The last one with enough attempts was below the limit';
const LAST_HOUR_OF_FEW =
  'In the last one with enough attempts too few were in trouble to be told of together (one that still was has an alert of its own)';

/** The same, after a last judged hour without trouble. */
function noTrafficAfter(lastHour: string): AlertAdvice {
  return {
    ...NO_TRAFFIC,
    meaning: `Too little was sent in the last hour to say anything. ${lastHour}, but one such hour alone is no all-clear. ${NOT_STOPPED} No further reminder follows while it stays quiet.`,
  };
}

/** The end of an incident that could not be judged any more. */
const CLOSED: AlertAdvice = {
  ...NO_TRAFFIC,
  meaning:
    'The incident is closed because there was too little traffic to judge it by, not because it is over: nothing shows that the block has lifted. What is sent from now on is judged afresh.',
};

/** The same, after a last judged hour without trouble. */
function closedAfter(lastHour: string): AlertAdvice {
  return {
    ...NO_TRAFFIC,
    meaning: `The incident is closed because there was too little traffic to judge it by. ${lastHour}, but one such hour alone is no all-clear. What is sent from now on is judged afresh.`,
  };
}

/** The end of what hit many providers at once; one of them may still throttle. */
const NO_LONGER_EVERYONE: AlertAdvice = {
  meaning:
    'Too few providers throttle at once for one fault of your own to explain it. This is no all-clear for each of them: one that still throttles has an alert of its own, or gets one now.',
  do: [
    'Take back what was changed for all providers; leave what the open alerts of single providers ask for.',
    'If the cause was not found, look for it now: it can come back.',
  ],
  avoid: ['Returning to the full volume at once: what has queued up goes out in one burst.'],
  persistent: [],
  commands: ['pmta show topqueues --errors', 'pmta show queues --mode=backoff --errors --mode-events'],
  source: SOURCE,
};

/** The end of what many small receivers had in common; one of them may still throttle or refuse. */
const NO_LONGER_MANY_SMALL: AlertAdvice = {
  ...NO_LONGER_EVERYONE,
  meaning:
    'Too few small receivers throttle or refuse at once to be told of together. This is no all-clear for each of them: one that still does has an alert of its own, or gets one now.',
  do: [
    'Take back what was changed for all of them; leave what the open alerts of single receivers ask for.',
    'If the cause was not found, look for it now: it can come back.',
  ],
};

/** The all-clear. */
const RECOVERED: AlertAdvice = {
  meaning:
    'Mail is accepted again: the last full hours had enough attempts, and throttled and blocked ones stayed below the limit.',
  do: [
    'Take back what was changed by hand: backoff, paused queues, disabled sources, lower connection limits.',
    'Raise the volume in steps, by no more than a quarter a day, and watch the rate.',
    'If the cause was not found, look for it now: the same volume can bring it back.',
  ],
  avoid: ['Returning to the full volume at once: what has queued up goes out in one burst.'],
  persistent: [],
  commands: [
    'pmta show queues --mode=backoff --mode-events {queue}',
    'pmta set queue --mode=normal {queue}',
    'pmta resume queue {queue}',
    'pmta show disabled sources {queue}',
  ],
  source: SOURCE,
};

/** The all-clear if nothing was sent from some of what was refused: they show nothing yet. */
const RECOVERED_WITH_SOME_IDLE: AlertAdvice = {
  ...RECOVERED,
  do: [
    'Leave paused or disabled the IPs from which nothing was accepted: nothing shows yet that they may send again. Mend the cause first, then start each with one connection (max-smtp-out 1).',
    'For the others, take back what was changed by hand: backoff, paused queues, disabled sources, lower connection limits.',
    ...RECOVERED.do.slice(1),
  ],
};

/** The all-clear if nothing was sent from what was refused: paused or disabled, as alerts advise, it shows nothing. */
const RECOVERED_WITH_ALL_IDLE: AlertAdvice = {
  ...NO_TRAFFIC,
  meaning:
    'The last full hours had enough attempts and stayed below the limit, but nothing was accepted from the sources that were refused. If you paused or disabled them as advised, this is what it looks like: nothing shows yet that they may send again.',
};

const RECOVERIES: Readonly<Record<Idle, AlertAdvice>> = {
  none: RECOVERED,
  some: RECOVERED_WITH_SOME_IDLE,
  all: RECOVERED_WITH_ALL_IDLE,
};

import { startOf } from '../hour.ts';
import { EVERYONE } from './everyone.ts';
import { wasLastClear } from './incident.ts';
import { ascii, clockOrDayText, counted, cutTo, percent } from './plain-text.ts';
import {
  CATEGORY_WORDS,
  heldBackShareOf,
  hoursOf,
  isOfMany,
  refusedShareOf,
  type Story,
  wasRefused,
  withoutWhom,
} from './story.ts';

/** SNS and most telephones show no more; SNS takes ASCII alone. */
const LONGEST = 99;
const LONGEST_NAME = 32;
const SHORTEST_NAME = 8;

/**
 * One line of ASCII under 100 characters: level, who, what, why, and whether to act or to wait. Where it is too long
 * the name gives way, not the last word.
 */
export function subjectOf(story: Story): string {
  const level = levelOf(story);
  const end = ascii(`: ${happening(story)}`);
  const room = LONGEST - level.length - 1 - end.length;
  const name = cutTo(Math.max(SHORTEST_NAME, Math.min(LONGEST_NAME, room)), ascii(story.name));
  return cutTo(LONGEST, `${level} ${name}${end}`);
}

function levelOf({ kind, reason, severity }: Story): string {
  if (kind === 'resolved') return reason === 'recovered' ? 'RESOLVED' : 'CLOSED';
  return severity.toUpperCase();
}

function happening(story: Story): string {
  const { kind, reason, incident, now, stance, category } = story;
  const since = `since ${clockOrDayText(new Date(startOf(incident.firstHour)), new Date(now))}`;
  const hours = counted(hoursOf(story), 'hour');
  if (reason === 'recovered' && isOfMany(story)) return `no longer at once, after ${hours}`;
  if (reason === 'recovered') {
    const without = withoutWhom(story);
    return `recovered${without ? ` but for ${without}` : ''}, ${heldBack(story)} after ${hours}`;
  }
  const soFar = wasLastClear(incident) ? 'the last judged hour was clear' : undefined;
  if (kind === 'resolved') return `no traffic to judge by; ${soFar ?? 'nothing shows the block has lifted'}`;
  if (reason === 'no-traffic') return `hardly any traffic now; ${soFar ?? 'nothing shows it is over'}`;

  const why = incident.isp === EVERYONE ? 'your own side' : CATEGORY_WORDS[category];
  const what = stance === 'intervention' ? 'act now' : 'wait';
  const lead = {
    opened: '',
    escalated: 'worse, ',
    reminder: reason === 'persistent' ? 'lasting, ' : 'still ',
  }[kind];
  return `${lead}${measure(story)} ${since} (${why}: ${what})`;
}

function measure(story: Story): string {
  const { ground, blockedRate, refused } = story;
  if (ground === 'blocked' && blockedRate !== null) return `${percent(blockedRate)} blocked`;
  if (ground === 'immediate' && refused) return `${percent(refusedShareOf(story))} refused`;
  return `${rateText(story)} throttled`;
}

/** What is still held back once it is over. */
function heldBack(story: Story): string {
  if (!wasRefused(story)) return `${rateText(story)} throttled`;
  return `${percent(heldBackShareOf(story))} throttled or blocked`;
}

function rateText({ rate }: Story): string {
  return percent(rate ?? 0);
}

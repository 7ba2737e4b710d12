import { domainToASCII } from 'node:url';
import { startOf } from '../../hour.ts';
import { ascii, clockOrDayText, counted, cutTo, percent } from '../../text/plain-text.ts';
import { CATEGORY_WORDS } from '../../text/words.ts';
import { wasLastClear } from '../life-cycle/incident.ts';
import { domainOf, EVERYONE, isOfMany } from '../matter.ts';
import { heldBackShareOf, hoursOf, idleIpsInShort, refusedShareOf, wasRefused } from './story.ts';
import type { Story } from './story.ts';

/** SNS and most telephones show no more; SNS takes ASCII alone. */
const MAX_LENGTH = 99;
const MAX_NAME_LENGTH = 32;
const MIN_NAME_LENGTH = 8;

/**
 * One line of ASCII under 100 characters: level, who, what, why, and whether to act or to wait. If it is too long the
 * name gives way, not the last word.
 */
export function subjectOf(story: Story): string {
  const level = levelOf(story);
  const end = ascii(`: ${happening(story)}`);
  const room = MAX_LENGTH - level.length - 1 - end.length;
  const name = cutTo(Math.max(MIN_NAME_LENGTH, Math.min(MAX_NAME_LENGTH, room)), asciiName(story));
  return cutTo(MAX_LENGTH, `${level} ${name}${end}`);
}

/** A domain as mail servers write it: `xn--mnchen-3ya.example`. */
function asciiName({ name, incident }: Story): string {
  const domain = domainOf(incident.matter);
  return (domain === undefined ? '' : domainToASCII(domain)) || ascii(name);
}

function levelOf({ kind, reason, severity }: Story): string {
  if (kind === 'resolved') return reason === 'recovered' ? 'RESOLVED' : 'CLOSED';
  return severity.toUpperCase();
}

function happening(story: Story): string {
  if (story.reason === 'recovered') return recovery(story);
  return story.reason === 'no-traffic' ? noTraffic(story) : trouble(story);
}

function recovery(story: Story): string {
  const hours = counted(hoursOf(story), 'hour');
  if (isOfMany(story.incident.matter)) return `no longer in trouble together, after ${hours}`;
  const idle = idleIpsInShort(story);
  return `recovered${idle ? ` but for ${idle}` : ''}, ${heldBack(story)} after ${hours}`;
}

function noTraffic({ kind, incident }: Story): string {
  const clear = isOfMany(incident.matter)
    ? 'no longer many in the last judged hour'
    : 'the last judged hour was clear';
  const lastClear = wasLastClear(incident) ? clear : undefined;
  return kind === 'resolved'
    ? `no traffic to judge by; ${lastClear ?? 'nothing shows the block has lifted'}`
    : `hardly any traffic now; ${lastClear ?? 'nothing shows it is over'}`;
}

function trouble(story: Story): string {
  const { kind, reason, incident, now, stance, category } = story;
  const since = clockOrDayText(new Date(startOf(incident.firstHour)), new Date(now));
  const why = incident.matter === EVERYONE ? 'your own side' : CATEGORY_WORDS[category];
  const what = stance === 'intervention' ? 'act now' : 'wait';
  const lead = { opened: '', escalated: 'worse, ', reminder: 'still ', resolved: '' }[kind];
  const begun = mayBeOlder(story) ? ', open since' : ' since';
  return `${reason === 'persistent' ? 'lasting, ' : lead}${measure(story)}${begun} ${since} (${why}: ${what})`;
}

/** Whether the incident may have begun before what this alert is about: it has told of more than throttling. */
function mayBeOlder(story: Story): boolean {
  const { ground, incident, decidedBy } = story;
  return (ground?.reason !== 'rate' || wasRefused(story)) && incident.firstHour < decidedBy.hour;
}

function measure(story: Story): string {
  const { ground, blockedRate } = story;
  if (ground?.reason === 'blocked' && blockedRate !== null) return `${percent(blockedRate)} blocked`;
  if (ground?.reason === 'immediate') return `${percent(refusedShareOf(story))} refused`;
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

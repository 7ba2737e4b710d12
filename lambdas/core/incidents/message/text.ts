import { endOf, startOf } from '../../hour.ts';
import { isPlainName, placeholderNote } from '../../powermta/commands.ts';
import { clockText, counted, dayText, percent, wrap } from '../../text/plain-text.ts';
import { printable } from '../../text/printable.ts';
import { SCOPE_WORDS } from '../../text/words.ts';
import type { Incident } from '../life-cycle/incident.ts';
import { MAX_NAMES } from '../life-cycle/place.ts';
import { hoursOf } from './story.ts';
import type { Story } from './story.ts';
import { whatHappened } from './what-happened.ts';

/** PowerMTA writes the protocol in front of every reply: `smtp;421 ...`. */
const PREFIX = /^smtp;\s*/i;

/** 10/8, 172.16/12, 192.168/16, 169.254/16, 100.64/10 and the local ranges of IPv6 (RFC 1918, 3927, 6598, 4193). */
const PRIVATE =
  /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|127\.|f[cd][0-9a-f]{2}:|fe80:)/i;

/**
 * The message for a person, in the order in which it is needed: what happened, what it means, what to do, what to
 * avoid, where, since when, a reply as it came, commands to paste.
 */
export function textOf(story: Story): string {
  return [
    ...whatHappened(story).map((paragraph) => wrap(paragraph)),
    section('WHAT IT MEANS', [wrap(story.advice.meaning)]),
    section(
      'DO',
      story.advice.do.map((step, index) => wrap(step, `${index + 1}. `)),
    ),
    section(
      'AVOID',
      story.advice.avoid.map((step) => wrap(step, '- ')),
    ),
    section('WHERE', where(story)),
    section('SINCE WHEN', [wrap(sinceWhen(story))]),
    section('SAMPLE REPLY', story.sample ? [printable(story.sample.replace(PREFIX, ''))] : []),
    section('COMMANDS TO PASTE', commandLines(story)),
    section(
      'WHERE TO LOOK',
      story.postmaster.map(({ title, url }) => `${title}: ${url}`),
    ),
    `Alert ${story.incident.sequence} of this incident.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function section(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [heading, ...lines].join('\n');
}

function where({ place, incident, ground }: Story): string[] {
  const lists = [
    list('IP addresses', place.ips),
    ...(place.ips.some((ip) => PRIVATE.test(ip))
      ? [wrap('(Private addresses are those behind your NAT; the provider names the public one.)')]
      : []),
    list('vmtas', place.vmtas),
    list('Queues', place.queues),
    list('Domains', place.domains),
    place.blamed ? `${ground ? 'The reply blames' : 'The replies blamed'} ${SCOPE_WORDS[place.blamed]}.` : '',
  ].filter((line) => line !== '');
  return lists.length > 0 ? lists : [wrap(`The figures name no source for ${printable(incident.matter)}.`)];
}

function list(heading: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const isCut = names.length === MAX_NAMES;
  return wrap(names.join(', '), `${heading}${isCut ? ` (the ${MAX_NAMES} largest)` : ''}: `);
}

/** Commands to paste, with a line of warning where all of them at once would do harm or too little. */
function commandLines(story: Story): string[] {
  const { commands, restart, place, advice } = story;
  const warning = '# the next lines send again: set max-smtp-out 1 for the domain first';
  return [
    ...commands.map(({ line }) => line),
    ...(restart.length > 0 ? [warning, ...restart.map(({ line }) => line)] : []),
    ...(nameOnlyTheLargest(story) ? ['# these name the largest queues: the others need the same'] : []),
    ...placeholderNote(advice.commands, place.queues),
  ];
}

function nameOnlyTheLargest({ commands, restart, place, idleIps }: Story): boolean {
  if (restart.length > 0 || idleIps.length > 0) return false;
  const named = new Set(commands.flatMap(({ queue }) => queue ?? []));
  const isCut = place.queues.filter(isPlainName).length > named.size || place.queues.length === MAX_NAMES;
  return named.size > 0 && isCut;
}

function sinceWhen(story: Story): string {
  const { incident, kind, reason, now } = story;
  const start = new Date(startOf(incident.firstHour));
  const hours = counted(hoursOf(story), 'hour');
  const worst = atItsWorst(incident);
  const began = `${clockText(start)} UTC on ${dayText(start)}`;
  return kind === 'resolved'
    ? `It began at ${began} and ${reason === 'recovered' ? 'ended' : 'is closed'} after ${hours}.${worst}`
    : `${began}${now < endOf(incident.firstHour) ? ', or later in this hour' : `: ${hours}`}.${worst}`;
}

function atItsWorst({ worstRate, worstBlockedRate }: Incident): string {
  const rates = [
    worstRate === 0 ? [] : `${percent(worstRate)} was throttled`,
    worstBlockedRate === 0 ? [] : `${percent(worstBlockedRate)} was blocked`,
  ].flat();
  return rates.length === 0 ? '' : ` At its worst ${rates.join(', and ')}.`;
}

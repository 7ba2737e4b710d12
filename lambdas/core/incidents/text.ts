import { endOf, startOf } from '../hour.ts';
import { EVERYONE } from './everyone.ts';
import { OTHER } from '../receivers/isp.ts';
import type { Scope } from '../replies/category.ts';
import { clockText, counted, dayText, grouped, limitText, percent, wrap } from './plain-text.ts';
import { attemptsOf, CATEGORY_WORDS, hoursBetween, refusedShareOf, type Story, wasRefused } from './story.ts';
import { MOST_NAMES, printable } from './where.ts';

const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  ip: 'the sending IP address',
  netblock: 'the block of addresses around the sending IP',
  domain: 'the sending domain',
  'spf-domain': 'the domain that SPF authenticates (envelope sender)',
  'dkim-domain': 'the domain that DKIM signs with',
  'url-domain': 'a domain in the links of the message',
  recipient: 'the recipient',
};

const RETRIES_COUNT = 'All of these are attempts: a message that is retried counts each time.';

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
    section('COMMANDS TO PASTE', commands(story)),
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

function whatHappened(story: Story): string[] {
  const { kind, reason, name, incident } = story;
  const happened = measured(story);
  const figures = [happened, besides(story)];
  if (reason === 'recovered' && incident.isp === EVERYONE) {
    return [`${name} no longer throttle at once.`, ...figures];
  }
  if (reason === 'recovered') return [`${name}: mail is accepted again.`, ...figures];
  if (reason === 'no-traffic') return [`${name}: too little traffic to judge.`, ...figures];
  if (kind === 'escalated') return [`It has become worse. ${happened}`, besides(story)];
  if (reason === 'persistent') {
    return [
      `It lasts. ${happened}`,
      `${counted(hoursOpen(story), 'hour')} have passed since the first alert, so the advice below, for what persists, replaces the first one.`,
      besides(story),
    ];
  }
  return kind === 'reminder' ? [`It still goes on. ${happened}`, besides(story)] : figures;
}

function measured(story: Story): string {
  const { name, reason, ground, judged, cause, limit, refused, rate, blockedRate, concerned, incident } =
    story;
  const { delivered, throttled, blocked } = judged.figures;
  const when = period(story);
  const shares = `${grouped(throttled)} of the ${counted(throttled + delivered, 'attempt')} that were accepted or throttled`;
  if (reason === 'recovered') {
    const ofAll = incident.isp === EVERYONE ? ' at all providers together' : '';
    const blockedToo = wasRefused(story) ? ` ${blockedWords(story)}` : '';
    return `From ${when}, ${percent(rate ?? 0)} was throttled${ofAll}: ${shares}.${blockedToo}`;
  }
  if (reason === 'no-traffic') {
    return `From ${when}, ${counted(throttled + delivered, 'attempt')} were accepted or throttled.`;
  }
  if (concerned.length > 0) {
    const each = concerned.map((isp) => `${isp.name} ${percent(isp.rate)}`).join(', ');
    return `${counted(concerned.length, 'provider')} throttled at once, each above its limit: ${each}. Together, from ${when}, ${percent(rate ?? 0)}: ${shares}.`;
  }
  if (ground === 'blocked' && blockedRate !== null) {
    return `${name} blocks ${percent(blockedRate)}: from ${when}, ${grouped(blocked)} of the ${counted(blocked + delivered, 'attempt')} that were accepted or blocked${limitWords(limit)}. What is blocked has bounced and is not tried again.`;
  }
  if (ground === 'immediate' && cause && refused) {
    const { deferred } = refused;
    return `${name} refused ${counted(deferred + refused.blocked, 'attempt')} for a reason that does not wait for a rate (${CATEGORY_WORDS[cause.category]}): from ${when}, ${grouped(deferred)} deferred and ${grouped(refused.blocked)} bounced. These are ${percent(refusedShareOf(story))} of all ${counted(attemptsOf(judged.figures), 'attempt')}. ${inAll(story, shares)}`;
  }
  return `${name} throttled ${percent(rate ?? 0)}: from ${when}, ${shares}${limitWords(limit)}.`;
}

/** What was blocked in an hour that ends a block. */
function blockedWords({ blockedRate, judged }: Story): string {
  const { blocked } = judged.figures;
  return blocked === 0 ? 'Nothing was blocked.' : `${percent(blockedRate ?? 0)} was still blocked.`;
}

/** How much was throttled and blocked for whatever reason; the share of what there is none of is left out. */
function inAll({ rate, blockedRate, judged }: Story, shares: string): string {
  const { delivered, throttled, blocked } = judged.figures;
  const parts = [
    rate === null || (throttled === 0 && blocked > 0) ? [] : `${percent(rate)} was throttled: ${shares}`,
    blocked === 0 || blockedRate === null
      ? []
      : `${percent(blockedRate)} was blocked: ${grouped(blocked)} of the ${counted(blocked + delivered, 'attempt')} that were accepted or blocked`,
  ].flat();
  return parts.length === 0 ? 'Nothing was accepted or throttled.' : `In all, ${parts.join('; ')}.`;
}

function besides({ judged, incident }: Story): string {
  const { delivered, deferred, bounced, blocked } = judged.figures;
  if (incident.isp.startsWith(`${OTHER}:`)) {
    return `In that hour: ${grouped(delivered)} delivered, ${grouped(deferred)} deferred and ${grouped(blocked)} blocked; bounces of other kinds are not known of a single domain. ${RETRIES_COUNT}`;
  }
  return `In that hour: ${grouped(delivered)} delivered, ${grouped(deferred)} deferred in all, ${grouped(bounced)} bounced, ${grouped(blocked)} of them blocked. ${RETRIES_COUNT}`;
}

/** `01:00 to 02:00 UTC on 24 November 2026`, or as far as the hour has come. */
function period({ judged, now }: Story): string {
  const start = new Date(startOf(judged.hour));
  const end = endOf(judged.hour);
  const until = clockText(new Date(Math.min(end, now)));
  const running = now < end ? ' so far' : '';
  return `${clockText(start)} to ${until} UTC on ${dayText(start)}${running}`;
}

function limitWords(limit: number | null): string {
  return limit === null ? '' : `; the limit is ${limitText(limit)}`;
}

function where({ scope, incident }: Story): string[] {
  const lists = [
    list('IP addresses', scope.ips),
    ...(scope.ips.some((ip) => PRIVATE.test(ip))
      ? [wrap('(Private addresses are those behind your NAT; the provider names the public one.)')]
      : []),
    list('vmtas', scope.vmtas),
    list('Queues', scope.queues),
    list('Domains', scope.domains),
    scope.kind ? `The reply blames ${SCOPE_WORDS[scope.kind]}.` : '',
  ].filter((line) => line !== '');
  return lists.length > 0 ? lists : [wrap(`The figures name no source for ${printable(incident.isp)}.`)];
}

function list(heading: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const isCut = names.length === MOST_NAMES;
  return wrap(names.join(', '), `${heading}${isCut ? ` (the ${MOST_NAMES} largest)` : ''}: `);
}

/** With a word on those for which there was no room: who pastes them must not take them for all. */
function commands({ advice, scope, reason }: Story): string[] {
  // To start again one queue is enough, and all that is advised.
  if (reason === 'no-traffic') return advice.commands;
  const named = scope.queues.filter((queue) => advice.commands.some((line) => line.endsWith(`'${queue}'`)));
  const isCut =
    named.length > 0 && (scope.queues.length > named.length || scope.queues.length === MOST_NAMES);
  return isCut
    ? [...advice.commands, '# these name the largest queues: the others need the same']
    : advice.commands;
}

function sinceWhen(story: Story): string {
  const { incident, judged, kind, reason } = story;
  const start = new Date(startOf(incident.firstHour));
  const hours = counted(hoursBetween(incident.firstHour, judged.hour), 'hour');
  const worst =
    incident.worstRate === null || incident.worstRate === 0
      ? ''
      : ` At its worst ${percent(incident.worstRate)} was throttled.`;
  const began = `${clockText(start)} UTC on ${dayText(start)}`;
  return kind === 'resolved'
    ? `It began at ${began} and ${reason === 'recovered' ? 'ended' : 'is closed'} after ${hours}.${worst}`
    : `${began}: ${hours}.${worst}`;
}

function hoursOpen({ incident, now }: Story): number {
  return Math.floor((now - Date.parse(incident.openedAt)) / 3_600_000);
}

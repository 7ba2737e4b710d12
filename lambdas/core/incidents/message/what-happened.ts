import { attemptsOf } from '../../figures/rates.ts';
import { endOf, HOUR_MS, startOf } from '../../hour.ts';
import { REST } from '../../names.ts';
import { CATEGORIES, isAboutTheSender } from '../../replies/category.ts';
import { clockText, counted, dayText, grouped, limitText, percent } from '../../text/plain-text.ts';
import { printable } from '../../text/printable.ts';
import { CATEGORY_WORDS } from '../../text/words.ts';
import type { ImmediateGround } from '../judge/verdict.ts';
import { MAX_NAMES } from '../life-cycle/place.ts';
import { EVERYONE, isDomain, isOfMany, SMALL_RECEIVERS } from '../matter.ts';
import { refusedShareOf, wasRefused } from './story.ts';
import type { Story } from './story.ts';

const RETRIES_COUNT = 'All of these are attempts: a message that is retried counts each time.';

/** What happened, in figures: the first paragraphs of an alert's text. */
export function whatHappened(story: Story): string[] {
  return [...firstParagraphs(story), ...besides(story), inThatHour(story)];
}

function firstParagraphs(story: Story): string[] {
  const { kind, reason, name } = story;
  if (reason === 'recovered') return [recovery(story), figuresOfRecovery(story)];
  if (reason === 'no-traffic') return [`${name}: too little traffic to judge.`, figuresOfNoTraffic(story)];
  const happened = trouble(story);
  if (kind === 'escalated') return [`It has become worse. ${happened}`];
  if (reason === 'persistent') {
    const passed = `${counted(hoursOpen(story), 'hour')} have passed since the first alert, so the advice below, for what persists, replaces the first one.`;
    return [`It lasts. ${happened}`, passed];
  }
  return [kind === 'reminder' ? `It still goes on. ${happened}` : happened];
}

/** That it is over, but for the addresses that show nothing yet. */
function recovery({ name, incident, idleIps }: Story): string {
  if (isOfMany(incident.matter)) return `${name} are no longer in trouble together.`;
  const idle = idleIps.slice(0, MAX_NAMES).join(', ');
  const more = idleIps.length > MAX_NAMES ? ` and ${idleIps.length - MAX_NAMES} more` : '';
  return `${name}: mail is accepted again${idle ? `, but none from ${idle}${more}` : ''}.`;
}

function figuresOfRecovery(story: Story): string {
  const { rate, incident } = story;
  const ofAll = OF_ALL.get(incident.matter) ?? '';
  const blockedToo = wasRefused(story) ? ` ${stillBlocked(story)}` : '';
  return `From ${period(story)}, ${percent(rate ?? 0)} was throttled${ofAll}: ${throttledOfAttempts(story)}.${blockedToo}`;
}

/** Whose figures an hour without trouble gives, if the matter is many at once. */
const OF_ALL: ReadonlyMap<string, string> = new Map([
  [EVERYONE, ' at all providers together'],
  [SMALL_RECEIVERS, ' at all small receivers together'],
]);

function stillBlocked({ blockedRate, decidedBy }: Story): string {
  const { blocked } = decidedBy.figures;
  return blocked === 0 ? 'Nothing was blocked.' : `${percent(blockedRate ?? 0)} was still blocked.`;
}

function figuresOfNoTraffic(story: Story): string {
  const { delivered, throttled } = story.decidedBy.figures;
  return `From ${period(story)}, ${counted(throttled + delivered, 'attempt')} were accepted or throttled.`;
}

/** What is wrong, by the ground that decided. */
function trouble(story: Story): string {
  const { name, ground, incident } = story;
  if (incident.matter === EVERYONE) return troubleOfEveryone(story);
  const who = incident.matter === SMALL_RECEIVERS ? `${smallReceivers(story)} Together they` : name;
  if (ground?.reason === 'blocked') return `${who} ${blocked(story)}`;
  if (ground?.reason === 'immediate') return `${who} ${refused(story, ground)}`;
  return `${who} throttled ${percent(story.rate ?? 0)}: from ${period(story)}, ${throttledOfAttempts(story)}${limitWords(story)}.${aboutOne(story)}`;
}

function troubleOfEveryone(story: Story): string {
  const { concerned, rate } = story;
  const each = concerned.map((isp) => `${isp.name} ${percent(isp.rate)}`).join(', ');
  return `${counted(concerned.length, 'provider')} throttled at once, each above its limit: ${each}. Together, from ${period(story)}, ${percent(rate ?? 0)}: ${throttledOfAttempts(story)}.${whatTheySay(story)}`;
}

/** Why providers throttle by their own words, most frequent reason first: one that all of them name is a lead. */
function whatTheySay({ decidedBy: { figures } }: Story): string {
  const reasons = CATEGORIES.filter(isAboutTheSender)
    .map((category) => ({ category, count: figures.byCategory[category] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ category, count }) => `${CATEGORY_WORDS[category]} ${counted(count, 'time')}`);
  return reasons.length > 0 ? ` The reasons they gave: ${reasons.join(', ')}.` : '';
}

/** How many small receivers are in trouble, and the largest by name. */
function smallReceivers({ concerned, ground, decidedBy }: Story): string {
  const named = concerned.slice(0, MAX_NAMES).map(({ name }) => printable(name));
  const left = concerned.length - named.length;
  const more = left > 0 ? ` and ${grouped(left)} more` : '';
  // Bounces are known only for the largest queues.
  const met = !ground || ground.reason === 'rate' ? undefined : decidedBy.figures.evidence[ground.cause.id];
  const atLeast = met && Object.hasOwn(met.queues, REST) ? 'At least ' : '';
  return `${atLeast}${counted(concerned.length, 'small receiver')} (domains of no known provider) throttle or refuse at once: ${named.join(', ')}${more}.`;
}

function blocked(story: Story): string {
  return `blocked ${percent(story.blockedRate ?? 0)}: from ${period(story)}, ${blockedOfAttempts(story)}${limitWords(story)}. What is blocked has bounced and is not tried again.`;
}

function refused(story: Story, ground: ImmediateGround): string {
  const { deferred, blocked } = ground.refused;
  const all = attemptsOf(story.decidedBy.figures);
  return `refused ${counted(deferred + blocked, 'attempt')} (${CATEGORY_WORDS[ground.cause.category]}), which cannot wait: from ${period(story)}, ${grouped(deferred)} deferred and ${grouped(blocked)} bounced. These are ${percent(refusedShareOf(story))} of all ${counted(all, 'attempt')}. ${inAll(story)}`;
}

/** How much was throttled and blocked for whatever reason; a share of nothing is left out. */
function inAll(story: Story): string {
  const { rate, blockedRate, decidedBy } = story;
  const { throttled, blocked } = decidedBy.figures;
  const parts = [
    rate === null || (throttled === 0 && blocked > 0)
      ? []
      : `${percent(rate)} was throttled: ${throttledOfAttempts(story)}`,
    blocked === 0 || blockedRate === null
      ? []
      : `${percent(blockedRate)} was blocked: ${blockedOfAttempts(story)}`,
  ].flat();
  return parts.length === 0 ? 'Nothing was accepted or throttled.' : `In all, ${parts.join('; ')}.`;
}

/** From this share of the throttled attempts on, the alert says how many of them are no limit of the sender. */
const WORTH_SAYING = 0.1;

function aboutOne({ ground, decidedBy: { figures } }: Story): string {
  const count = ground?.reason === 'rate' ? ground.aboutOne : 0;
  if (count === 0 || count < WORTH_SAYING * figures.throttled) return '';
  return ` ${grouped(count)} of the throttled ones are about one recipient, one connection or one customer each, which alone is never critical.`;
}

/** What else is wrong in the hour: one incident must not hide another reason. */
function besides({ besides, rate, blockedRate }: Story): string[] {
  return besides.map(({ ground, firstStep, ips }) => {
    const { reason, cause, limit } = ground;
    const share = percent((reason === 'blocked' ? blockedRate : rate) ?? 0);
    const limits = limit === null ? '' : ` (the limit is ${limitText(limit)})`;
    const what =
      reason === 'immediate'
        ? `${counted(ground.refused.deferred + ground.refused.blocked, 'attempt')} were refused`
        : `${share} was ${reason === 'blocked' ? 'blocked' : 'throttled'} in all${limits}`;
    const from = ips.length > 0 ? `, mostly from ${printable(ips[0] ?? '')}` : '';
    return `Besides, ${what}${from}, for another reason (${CATEGORY_WORDS[cause.category]}): ${cause.meaning} First step: ${firstStep}`;
  });
}

function inThatHour({ decidedBy, incident }: Story): string {
  const { delivered, deferred, bounced, blocked } = decidedBy.figures;
  if (incident.matter === SMALL_RECEIVERS || isDomain(incident.matter)) {
    return `In that hour: ${grouped(delivered)} delivered, ${grouped(deferred)} deferred and ${grouped(blocked)} blocked; bounces of other kinds are not known of a single domain. ${RETRIES_COUNT}`;
  }
  return `In that hour: ${grouped(delivered)} delivered, ${grouped(deferred)} deferred in all, ${grouped(bounced)} bounced, ${grouped(blocked)} of them blocked. ${RETRIES_COUNT}`;
}

function throttledOfAttempts({ decidedBy }: Story): string {
  const { delivered, throttled } = decidedBy.figures;
  return `${grouped(throttled)} of the ${counted(throttled + delivered, 'attempt')} that were accepted or throttled`;
}

function blockedOfAttempts({ decidedBy }: Story): string {
  const { delivered, blocked } = decidedBy.figures;
  return `${grouped(blocked)} of the ${counted(blocked + delivered, 'attempt')} that were accepted or blocked`;
}

/** `01:00 to 02:00 UTC on 24 November 2026`, or as far as the hour has come. */
function period({ decidedBy, now }: Story): string {
  const start = new Date(startOf(decidedBy.hour));
  const end = endOf(decidedBy.hour);
  const until = clockText(new Date(Math.min(end, now)));
  const soFar = now < end ? ' so far' : '';
  return `${clockText(start)} to ${until} UTC on ${dayText(start)}${soFar}`;
}

function limitWords({ limit, incident }: Story): string {
  if (limit === null) return '';
  return `; the limit${incident.matter === SMALL_RECEIVERS ? ' of each' : ''} is ${limitText(limit)}`;
}

function hoursOpen({ incident, now }: Story): number {
  return Math.floor((now - Date.parse(incident.openedAt)) / HOUR_MS);
}

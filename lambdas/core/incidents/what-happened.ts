import { endOf, startOf } from '../hour.ts';
import { OTHER } from '../receivers/isp.ts';
import { CATEGORIES, isAboutTheSender } from '../replies/category.ts';
import { EVERYONE } from './everyone.ts';
import { clockText, counted, dayText, grouped, limitText, percent } from './plain-text.ts';
import { SMALL_RECEIVERS } from './small-receivers.ts';
import { attemptsOf, CATEGORY_WORDS, isOfMany, refusedShareOf, type Story, wasRefused } from './story.ts';
import { MOST_NAMES, printable } from './where.ts';

const RETRIES_COUNT = 'All of these are attempts: a message that is retried counts each time.';

/** What happened, in figures: the first paragraphs of an alert's text. */
export function whatHappened(story: Story): string[] {
  const { kind, reason, name, silent } = story;
  const happened = measured(story);
  const rest = [...elsewise(story), inThatHour(story)];
  if (reason === 'recovered') {
    const without = silent.slice(0, MOST_NAMES).join(', ');
    const more = silent.length > MOST_NAMES ? ` and ${silent.length - MOST_NAMES} more` : '';
    const end = `${name}: mail is accepted again${without ? `, but none from ${without}${more}` : ''}.`;
    return [isOfMany(story) ? `${name} no longer throttle at once.` : end, happened, ...rest];
  }
  if (reason === 'no-traffic') return [`${name}: too little traffic to judge.`, happened, ...rest];
  if (kind === 'escalated') return [`It has become worse. ${happened}`, ...rest];
  if (reason === 'persistent') {
    const passed = `${counted(hoursOpen(story), 'hour')} have passed since the first alert, so the advice below, for what persists, replaces the first one.`;
    return [`It lasts. ${happened}`, passed, ...rest];
  }
  return [kind === 'reminder' ? `It still goes on. ${happened}` : happened, ...rest];
}

function measured(story: Story): string {
  const { name, reason, ground, judged, cause, refused, rate, blockedRate, concerned, incident } = story;
  const { delivered, throttled, blocked } = judged.figures;
  const when = period(story);
  const shares = `${grouped(throttled)} of the ${counted(throttled + delivered, 'attempt')} that were accepted or throttled`;
  if (reason === 'recovered') {
    const ofAll = OF_ALL.get(incident.isp) ?? '';
    const blockedToo = wasRefused(story) ? ` ${blockedWords(story)}` : '';
    return `From ${when}, ${percent(rate ?? 0)} was throttled${ofAll}: ${shares}.${blockedToo}`;
  }
  if (reason === 'no-traffic') {
    return `From ${when}, ${counted(throttled + delivered, 'attempt')} were accepted or throttled.`;
  }
  if (incident.isp === EVERYONE) {
    const each = concerned.map((isp) => `${isp.name} ${percent(isp.rate)}`).join(', ');
    return `${counted(concerned.length, 'provider')} throttled at once, each above its limit: ${each}. Together, from ${when}, ${percent(rate ?? 0)}: ${shares}.${whatTheySay(story)}`;
  }
  const lead = incident.isp === SMALL_RECEIVERS ? `${smallReceivers(story)} Together they` : name;
  const limitPassed = limitWords(story);
  if (ground === 'blocked' && blockedRate !== null) {
    return `${lead} blocked ${percent(blockedRate)}: from ${when}, ${grouped(blocked)} of the ${counted(blocked + delivered, 'attempt')} that were accepted or blocked${limitPassed}. What is blocked has bounced and is not tried again.`;
  }
  if (ground === 'immediate' && cause && refused) {
    const { deferred } = refused;
    return `${lead} refused ${counted(deferred + refused.blocked, 'attempt')} (${CATEGORY_WORDS[cause.category]}), which cannot wait: from ${when}, ${grouped(deferred)} deferred and ${grouped(refused.blocked)} bounced. These are ${percent(refusedShareOf(story))} of all ${counted(attemptsOf(judged.figures), 'attempt')}. ${inAll(story, shares)}`;
  }
  return `${lead} throttled ${percent(rate ?? 0)}: from ${when}, ${shares}${limitPassed}.${aboutOneEach(story)}`;
}

/** From this share of the throttled attempts on it is said how many are no limit of the sender. */
const WORTH_SAYING = 0.1;

function aboutOneEach({ aboutOne = 0, judged: { figures } }: Story): string {
  return aboutOne === 0 || aboutOne < WORTH_SAYING * figures.throttled
    ? ''
    : ` ${grouped(aboutOne)} of these are about one recipient or one connection each, which alone is never critical.`;
}

/** Why providers throttle by their own words, most frequent reason first: one that all of them name is a lead. */
function whatTheySay({ judged: { figures } }: Story): string {
  const reasons = CATEGORIES.filter(isAboutTheSender)
    .map((category) => ({ category, count: figures.byCategory[category] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ category, count }) => `${CATEGORY_WORDS[category]} ${counted(count, 'time')}`);
  return reasons.length > 0 ? ` As reason they gave: ${reasons.join(', ')}.` : '';
}

/** How the figures of an hour without trouble are of many. */
const OF_ALL: ReadonlyMap<string, string> = new Map([
  [EVERYONE, ' at all providers together'],
  [SMALL_RECEIVERS, ' at all small receivers together'],
]);

/** How many small receivers are in trouble, and the largest by name. */
function smallReceivers({ concerned, cause, ground, judged }: Story): string {
  const named = concerned.slice(0, MOST_NAMES).map(({ name }) => printable(name));
  const left = concerned.length - named.length;
  const more = left > 0 ? ` and ${grouped(left)} more` : '';
  // What bounced is known of the largest queues alone.
  const met = ground === 'rate' || !cause ? undefined : judged.figures.evidence[cause.id];
  const atLeast = met && Object.hasOwn(met.queues, '(rest)') ? 'At least ' : '';
  return `${atLeast}${counted(concerned.length, 'small receiver')} (domains of no known provider) throttle or refuse at once: ${named.join(', ')}${more}.`;
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

/** What else is wrong in the hour: one incident must not hide the other matter. */
function elsewise({ besides, rate, blockedRate }: Story): string[] {
  return besides.map(({ ground: { reason, cause, refused, limit }, firstStep, ips }) => {
    const share = percent((reason === 'blocked' ? blockedRate : rate) ?? 0);
    const limits = limit === null ? '' : ` (the limit is ${limitText(limit)})`;
    const what = refused
      ? `${counted(refused.deferred + refused.blocked, 'attempt')} were refused`
      : `${share} was ${reason === 'blocked' ? 'blocked' : 'throttled'} in all${limits}`;
    const from = ips.length > 0 ? `, mostly from ${printable(ips[0] ?? '')}` : '';
    return `Besides, ${what}${from}, for another reason (${CATEGORY_WORDS[cause.category]}): ${cause.meaning} First step: ${firstStep}`;
  });
}

function inThatHour({ judged, incident }: Story): string {
  const { delivered, deferred, bounced, blocked } = judged.figures;
  if (incident.isp === SMALL_RECEIVERS || incident.isp.startsWith(`${OTHER}:`)) {
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

function limitWords({ limit, incident }: Story): string {
  if (limit === null) return '';
  return `; the limit${incident.isp === SMALL_RECEIVERS ? ' of each' : ''} is ${limitText(limit)}`;
}

function hoursOpen({ incident, now }: Story): number {
  return Math.floor((now - Date.parse(incident.openedAt)) / 3_600_000);
}

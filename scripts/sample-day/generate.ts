import { HOSTS, RECEIVERS } from './cast.ts';
import type { Host, Receiver, RecipientDomain, Source } from './cast.ts';
import { randomFrom } from './random.ts';
import type { Random } from './random.ts';
import { answer, connectionFailure, syntheticLocalPart } from './story.ts';
import type { SampleRow } from './row.ts';
import { writeFiles } from './write.ts';
import type { SampleFile } from './write.ts';

/** The day of the bundled files. */
export const DAY = new Date('2026-11-23T00:00:00Z');

const SEED = 421;
const MESSAGES = 27_000;
const FULL_MAILBOXES = 70;
const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3_600;

/** Mail leaves in the day's rhythm: weight of each UTC hour. */
const RHYTHM = [2, 2, 2, 2, 3, 4, 5, 7, 8, 8, 7, 7, 6, 6, 6, 6, 6, 6, 5, 5, 5, 4, 3, 3].map(
  (weight, hour) => ({ weight, hour }),
);

/** The operator stops news-1 towards Gmail at 14:30, as advised, and starts again with little at 18:00. */
const STOPPED = { from: 14.5 * HOUR_SECONDS, until: 18 * HOUR_SECONDS, spread: 5 * HOUR_SECONDS };

const RETRY_SECONDS = [600, 1200, 1800, 3600];

interface Message {
  queued: number;
  localPart: string;
  receiver: Receiver;
  recipient: RecipientDomain;
  host: Host;
  source: Source;
  mailboxFull: boolean;
  size: number;
  job: string;
}

/**
 * A day in the life of a sender, as the accounting files of three PowerMTA hosts. The same on every machine;
 * `start` is the first instant of its first UTC hour, and moves the whole day.
 */
export function sampleDay(start: Date): SampleFile[] {
  const random = randomFrom(SEED);
  const rows = messages(random).flatMap((message) => journey(message, random));
  return writeFiles(rows, start);
}

function messages(random: Random): Message[] {
  const sources = HOSTS.flatMap((host) => host.sources.map((source) => ({ ...source, host, source })));
  return Array.from({ length: MESSAGES }, (_, index) => {
    const mailboxFull = index < FULL_MAILBOXES;
    const receiver = random.pick(RECEIVERS);
    const { host, source } = random.pick(sources);
    const hour = mailboxFull ? 0 : random.pick(RHYTHM).hour;
    return {
      queued: hour * HOUR_SECONDS + random.between(0, mailboxFull ? 6 * HOUR_SECONDS : HOUR_SECONDS - 1),
      localPart: syntheticLocalPart(random),
      receiver,
      recipient: random.pick(receiver.domains),
      host,
      source,
      mailboxFull,
      size: random.between(9_000, 90_000),
      job: source.vmta.startsWith('news') ? `newsletter-${random.between(1, 6)}` : 'orders',
    };
  });
}

/** Every attempt of one message, until it is delivered, bounced, or the day is over. */
function journey(message: Message, random: Random): SampleRow[] {
  const rows: SampleRow[] = [];
  const { receiver, recipient, source } = message;
  let time = message.queued + random.between(0, 20);
  for (let attempt = 0; ; attempt += 1) {
    time = heldBack(message, time, random);
    if (time >= DAY_SECONDS) return rows;
    const mx = recipient.mx[random.between(0, recipient.mx.length - 1)] ?? '';
    const context = { receiver, domain: recipient.domain, source, hour: time / HOUR_SECONDS, random };
    const failure = connectionFailure(context);
    if (failure !== undefined) {
      rows.push({ ...message, ...failure, type: 'tq', bounceCat: '', logged: time, mx });
    } else {
      const said = answer({ ...context, mailboxFull: message.mailboxFull });
      rows.push({ ...message, ...said, logged: time, mx });
      if (said.type !== 't') return rows;
    }
    time += (RETRY_SECONDS[attempt] ?? HOUR_SECONDS) + random.between(0, 120);
  }
}

function heldBack({ source, receiver }: Message, time: number, random: Random): number {
  const stopped =
    source.vmta === 'news-1' && receiver.name === 'gmail' && time >= STOPPED.from && time < STOPPED.until;
  return stopped ? STOPPED.until + random.between(0, STOPPED.spread) : time;
}

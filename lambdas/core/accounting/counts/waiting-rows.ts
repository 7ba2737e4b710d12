import { DELIVERED, OUTCOMES } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import type { CountableRow } from './countable-row.ts';
import { Interner } from './interner.ts';
import { PairTable } from './pair-table.ts';

/** What tells the sample of a row, and whether that of another is preferred. */
type Sampled = Pick<CountableRow, 'replyHash' | 'recipientHash' | 'sample'>;

/** Equal rows, and how many of them there are. */
export interface Waiting extends Pick<CountableRow, 'outcome' | 'hour' | 'reply'> {
  /** The number of their kind: queue, domain and source. */
  kind: number;
  count: number;
  replyHash: number;
  recipientHash: number;
  /** The reply to show; empty for deliveries. */
  sample: string;
}

interface Sample {
  replyHash: number;
  recipientHash: number;
  /** The number of its text. */
  text: number;
}

/**
 * Rows without an MX, whose ISP is decided once the file has been read. Equal ones are held once, as numbers: a file in
 * which no connection succeeded at first has as many as it has queues. Where their samples are of too many texts, those
 * that come later show none.
 */
export class WaitingRows {
  /** (hour and outcome, reply). */
  private answers = new PairTable();
  /** (answer, kind). */
  private rows = new PairTable();
  /** For each of `rows`, unless it was delivered. */
  private samples: Sample[] = [];
  private texts = new Interner();
  private readonly maxTexts: number;

  constructor(maxTexts: number) {
    this.maxTexts = maxTexts;
  }

  get size(): number {
    return this.rows.size;
  }

  /** How many different replies at different hours they have, at the most. */
  get answered(): number {
    return this.answers.size;
  }

  addDelivered(kind: number, hour: number, count: number): void {
    this.rows.count(this.numberOf({ outcome: DELIVERED, hour, reply: 0, kind }), 0, count);
  }

  add(row: Pick<Waiting, 'outcome' | 'hour' | 'reply' | 'kind'> & Sampled): void {
    const number = this.numberOf(row);
    this.rows.count(number, 0, 1);
    const known = this.samples[number];
    if (known && this.textOf(known) !== '' && !isBefore(row, known)) return;
    const text = this.numberOfText(row.sample());
    if (known && this.texts.texts[text] === '') return;
    this.samples[number] = { replyHash: row.replyHash, recipientHash: row.recipientHash, text };
  }

  /** Puts rows back that were taken, under other numbers. */
  putBack({ count, sample, ...row }: Waiting): void {
    const number = this.numberOf(row);
    this.rows.count(number, 0, count);
    const { outcome, replyHash, recipientHash } = row;
    if (outcome !== DELIVERED) {
      this.samples[number] = { replyHash, recipientHash, text: this.numberOfText(sample) };
    }
  }

  /** Hands out all rows and forgets them. */
  *take(): Generator<Waiting, void, undefined> {
    const { answers, rows, samples, texts } = this;
    this.answers = new PairTable();
    this.rows = new PairTable();
    this.samples = [];
    this.texts = new Interner();
    for (let number = 0; number < rows.size; number++) {
      const answer = rows.groupOf(number);
      const hourAndOutcome = answers.groupOf(answer);
      const { replyHash = 0, recipientHash = 0, text } = samples[number] ?? {};
      yield {
        outcome: (hourAndOutcome % OUTCOMES) as Outcome,
        hour: Math.floor(hourAndOutcome / OUTCOMES),
        reply: answers.nameOf(answer),
        kind: rows.nameOf(number),
        count: rows.counted(number, 0),
        replyHash,
        recipientHash,
        sample: text === undefined ? '' : texts.texts[text]!,
      };
    }
  }

  private numberOf({
    outcome,
    hour,
    reply,
    kind,
  }: Pick<Waiting, 'outcome' | 'hour' | 'reply' | 'kind'>): number {
    return this.rows.numberOf(this.answers.numberOf(hour * OUTCOMES + outcome, reply), kind);
  }

  private textOf({ text }: Sample): string {
    return this.texts.texts[text]!;
  }

  private numberOfText(text: string): number {
    const { texts } = this;
    return texts.numberOf(texts.has(text) || texts.texts.length < this.maxTexts ? text : '');
  }
}

/**
 * Whether the reply of one row is preferred to that of another as the sample: the smallest hashes win, so that the choice
 * does not depend on the order of rows.
 */
export function isBefore(
  row: Pick<CountableRow, 'replyHash' | 'recipientHash'>,
  known: Pick<CountableRow, 'replyHash' | 'recipientHash'>,
): boolean {
  return (
    row.recipientHash < known.recipientHash ||
    (row.recipientHash === known.recipientHash && row.replyHash < known.replyHash)
  );
}

import { NO_MX } from '../counts/countable-row.ts';
import type { KnownRowCounter, LearnedJudgement, RowKind, TakenCounts } from '../counts/row-kinds.ts';
import type { Outcome } from '../outcome.ts';
import type { KernelExports } from './exports.ts';
import {
  DELIVERED_KINDS,
  DELIVERIES,
  JUDGEMENTS,
  KIND_ISPS,
  KIND_KEYS,
  MAX_JUDGEMENTS,
  MAX_KINDS,
  MAX_PAIRS,
  PAIR_COUNTS,
  PAIR_KEYS,
} from './shared/memory-map.ts';
import {
  INTEGERS_PER_JUDGEMENT,
  INTEGERS_PER_KIND,
  MAX_LANES,
  RECIPIENT_HASH,
  REPLY_HASH,
} from './shared/protocol.ts';

/** The kinds of rows that the kernel knows, and how many rows of each it counted. */
export class KindCounts implements KnownRowCounter {
  readonly lanes = MAX_LANES;
  private readonly kernel: KernelExports;
  private readonly kinds: Int32Array;
  private readonly isps: Int32Array;
  private readonly deliveries: Int32Array;
  private readonly deliveredKinds: Int32Array;
  private readonly judgements: Int32Array;
  /** For each pair the number of its judgement and of its kind. */
  private readonly pairs: Int32Array;
  private readonly pairCounts: Int32Array;

  constructor(kernel: KernelExports, memory: ArrayBuffer) {
    this.kernel = kernel;
    this.kinds = new Int32Array(memory, KIND_KEYS, MAX_KINDS * INTEGERS_PER_KIND);
    this.isps = new Int32Array(memory, KIND_ISPS, MAX_KINDS);
    this.deliveries = new Int32Array(memory, DELIVERIES, MAX_KINDS);
    this.deliveredKinds = new Int32Array(memory, DELIVERED_KINDS, MAX_KINDS);
    this.judgements = new Int32Array(memory, JUDGEMENTS, MAX_JUDGEMENTS * INTEGERS_PER_JUDGEMENT);
    this.pairs = new Int32Array(memory, PAIR_KEYS, MAX_PAIRS * 2);
    this.pairCounts = new Int32Array(memory, PAIR_COUNTS, MAX_PAIRS);
  }

  get size(): number {
    return this.kernel.kindCount();
  }

  numberOf({ mxIsp, queue, domain, source }: RowKind): number {
    return this.kernel.addKind(mxIsp - NO_MX, queue, domain, source);
  }

  describe(number: number, row: RowKind): void {
    const { kinds } = this;
    const place = number * INTEGERS_PER_KIND;
    row.mxIsp = kinds[place]! + NO_MX;
    row.queue = kinds[place + 1]!;
    row.domain = kinds[place + 2]!;
    row.source = kinds[place + 3]!;
  }

  ispOf(kind: number): number {
    return this.isps[kind]!;
  }

  learnIsp(kind: number, isp: number): void {
    this.kernel.learnIsp(kind, isp);
  }

  learnJudgement(
    { kind, lane, outcome, reply }: { kind: number; lane: number; outcome: Outcome; reply: number },
    judgement: LearnedJudgement,
  ): void {
    const place = this.kernel.addJudgement(kind, lane, outcome, reply) * INTEGERS_PER_JUDGEMENT;
    if (place < 0) return;
    this.judgements[place] = judgement.number;
    this.judgements[place + REPLY_HASH] = judgement.replyHash;
    this.judgements[place + RECIPIENT_HASH] = judgement.recipientHash;
  }

  get isFull(): boolean {
    return this.kernel.pairCount() === MAX_PAIRS;
  }

  countDelivery(kind: number, lane: number): void {
    if (this.kernel.countDelivery(kind, lane) === 0) throw new RangeError('no more pairs can be counted');
  }

  take({ delivered, judged }: TakenCounts): void {
    this.takeFirstLane(delivered);
    const { pairs, pairCounts } = this;
    const size = this.kernel.pairCount();
    for (let pair = 0; pair < size; pair++) {
      const [kind, judgement] = [pairs[pair * 2 + 1]!, pairs[pair * 2]!];
      // A delivery in a further lane.
      if (judgement < 0) delivered(kind, ~judgement, pairCounts[pair]!);
      else judged(kind, judgement, pairCounts[pair]!);
    }
    this.kernel.forgetPairs();
    this.kernel.forgetJudgements();
  }

  private takeFirstLane(delivered: TakenCounts['delivered']): void {
    const { deliveries, deliveredKinds } = this;
    const kinds = this.kernel.takeDelivered();
    for (let index = 0; index < kinds; index++) {
      const kind = deliveredKinds[index]!;
      const count = deliveries[kind]!;
      deliveries[kind] = 0;
      delivered(kind, 0, count);
    }
  }

  forgetHours(): void {
    this.kernel.forgetHours();
  }

  forgetNumbers(): void {
    this.kernel.forgetKinds();
    this.kernel.forgetNames();
    this.kernel.forgetReplies();
  }
}

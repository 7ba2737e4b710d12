import type { FileCounts } from '../figures/count.ts';
import { parseReply } from '../replies/reply.ts';
import { hashBytes } from './byte-hash.ts';
import { ByteMemo } from './byte-memo.ts';
import type { ByteWindow } from './byte-window.ts';
import { ReplySkeleton } from './reply-skeleton.ts';

/** What a storm repeats. */
const REPLIES = { entries: 2_048, bytes: 1024 * 1024 };
const STATUSES = { entries: 1_024, bytes: 64 * 1024 };

/**
 * Reads `dsnDiag` and `dsnStatus` of a row that was not delivered. Replies are remembered by their bytes, and those
 * that differ in an id alone by what is left without it, so that a storm of a million replies is understood once.
 */
export class ReplyColumns {
  /** The number of the last reply, and a hash of its words. */
  reply = 0;
  replyHash = 0;
  /** Where its words stand: the reply, or the status where there is none. */
  wordsFrom = 0;
  wordsTo = 0;

  private readonly statuses = new ByteMemo(STATUSES.entries, STATUSES.bytes);
  private readonly replies = new ByteMemo(REPLIES.entries, REPLIES.bytes);
  private readonly skeletons = new ByteMemo(REPLIES.entries, REPLIES.bytes);
  private readonly statusTexts: string[] = [];
  private readonly skeleton: ReplySkeleton;
  private readonly window: ByteWindow;
  private readonly counts: FileCounts;
  private readonly replyBytes: number;

  /** `replyBytes`: how much of a reply is judged. */
  constructor(window: ByteWindow, counts: FileCounts, replyBytes: number) {
    this.window = window;
    this.counts = counts;
    this.replyBytes = replyBytes;
    this.skeleton = new ReplySkeleton(replyBytes);
  }

  read(statusFrom: number, statusTo: number, diagFrom: number, diagTo: number): void {
    const { view } = this.window;
    const status = this.numberOfStatus(statusFrom, statusTo);
    const to = Math.min(diagTo, diagFrom + this.replyBytes);
    const hash = hashBytes(view, diagFrom, to);
    if (to > diagFrom) {
      this.wordsFrom = diagFrom;
      this.wordsTo = to;
      this.replyHash = hash;
    } else {
      this.wordsFrom = statusFrom;
      this.wordsTo = Math.min(statusTo, statusFrom + this.replyBytes);
      this.replyHash = hashBytes(view, this.wordsFrom, this.wordsTo);
    }
    const known = this.replies.find(view, diagFrom, to, hash, status);
    if (known >= 0) this.reply = known;
    else if (this.skeleton.reduce(this.window, diagFrom, to))
      this.reply = this.reducedReply(diagFrom, to, status);
    else {
      this.reply = this.newReply(diagFrom, to, status);
      this.replies.add(view, diagFrom, to, hash, status, this.reply);
    }
  }

  /** The numbers of replies have become void. */
  clear(): void {
    this.replies.clear();
    this.skeletons.clear();
  }

  private numberOfStatus(from: number, to: number): number {
    const { bytes, view } = this.window;
    const hash = hashBytes(view, from, to);
    const known = this.statuses.find(view, from, to, hash, 0);
    if (known >= 0) return known;
    if (this.statusTexts.length === STATUSES.entries) {
      this.statuses.clear();
      this.statusTexts.length = 0;
      this.clear();
    }
    const number = this.statusTexts.push(bytes.toString('utf8', from, to)) - 1;
    this.statuses.add(view, from, to, hash, 0, number);
    return number;
  }

  /** A reply whose bytes are new may be an old one but for its ids; such a one is not met again itself. */
  private reducedReply(from: number, to: number, status: number): number {
    const { view, length } = this.skeleton;
    const hash = hashBytes(view, 0, length);
    const known = this.skeletons.find(view, 0, length, hash, status);
    if (known >= 0) return known;
    const reply = this.newReply(from, to, status);
    this.skeletons.add(view, 0, length, hash, status, reply);
    return reply;
  }

  private newReply(from: number, to: number, status: number): number {
    const diag = this.window.bytes.toString('utf8', from, to);
    return this.counts.numberOfReply(parseReply(diag, this.statusTexts[status]!));
  }
}

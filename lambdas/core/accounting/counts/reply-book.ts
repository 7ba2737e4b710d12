import type { IspId } from '../../receivers/isp.ts';
import { isAboutTheSender, stanceOf } from '../../replies/category.ts';
import { normalise } from '../../replies/normalise.ts';
import { codesToShow } from '../../replies/reply.ts';
import { withoutOwnName } from '../../replies/scrub.ts';
import type { Reply } from '../../replies/rule.ts';
import type { CountedRule, ReplyCatalogue } from '../counting-context.ts';
import { Interner } from './interner.ts';

const UNCLASSIFIED_CHARACTERS = 300;

/** A reply as the figures see it: its codes and normalised text. Texts that differ only in an id are one entry. */
export interface ReplyEntry {
  reply: Reply;
  /** As `byReply` names them: `421 4.7.28`; `421`; `none`. */
  codes: string;
  normalised: string;
  /** The text as it may be shown: without the local part of the row it came with. */
  shown: string;
  /** What it means at each ISP that was asked about. */
  meanings: Map<IspId, ReplyMeaning>;
}

/** What a reply means for an attempt at one ISP. */
export interface ReplyMeaning {
  rule: CountedRule;
  /** For a deferral: whether it counts as throttled. */
  isThrottled: boolean;
  /** For a bounce: whether it counts as blocked. */
  isBlocked: boolean;
  /** The text to show if no rule knows it, else empty. */
  unknownText: string;
}

/** Numbers replies from 0 in the order in which they are first met. */
export class ReplyBook {
  private readonly keys = new Interner();
  private entries: ReplyEntry[] = [];

  get size(): number {
    return this.entries.length;
  }

  numberOf(reply: Reply): number {
    const normalised = normalise(reply.text);
    const codes = codesToShow(reply);
    return this.numberOfEntry({ reply, codes, normalised, shown: normalised, meanings: new Map() });
  }

  entry(number: number): ReplyEntry {
    return this.entries[number]!;
  }

  /** The number of a reply as others than its recipient may see it: the same, unless its text names the recipient. */
  withoutName(number: number, localPart: string): number {
    const entry = this.entry(number);
    const shown = withoutOwnName(entry.shown, localPart);
    return shown === entry.shown ? number : this.numberOfEntry({ ...entry, shown, meanings: new Map() });
  }

  /** Forgets all replies; their numbers become void. */
  clear(): void {
    this.keys.clear();
    this.entries = [];
  }

  /** The number of a reply that this book held before it was cleared. */
  numberOfEntry(entry: ReplyEntry): number {
    const number = this.keys.numberOf(keyOf(entry));
    this.entries[number] ??= entry;
    return number;
  }
}

/** Entries with one key are the same to the figures. */
function keyOf({ reply, normalised, shown }: ReplyEntry): string {
  const words = shown === normalised ? normalised : `${normalised}\n${shown}`;
  return `${reply.code} ${reply.enhancedCode}\n${words}`;
}

/** What a reply means at an ISP; the catalogue is asked once. */
export function meaningAt(entry: ReplyEntry, isp: IspId, catalogue: ReplyCatalogue): ReplyMeaning {
  let meaning = entry.meanings.get(isp);
  if (!meaning) {
    meaning = meaningBy(entry, catalogue.classify(isp, entry.reply));
    entry.meanings.set(isp, meaning);
  }
  return meaning;
}

function meaningBy({ reply, shown }: ReplyEntry, rule: CountedRule): ReplyMeaning {
  const code = reply.code ?? 0;
  const isFromReceiver = rule.spokenBy === 'receiver';
  return {
    rule,
    isThrottled:
      isFromReceiver && (code === 421 || (code >= 400 && code <= 499 && isAboutTheSender(rule.category))),
    isBlocked: isFromReceiver && code >= 500 && code <= 599 && stanceOf(rule.category) === 'intervention',
    unknownText: rule.basis === 'wording' ? '' : shown.slice(0, UNCLASSIFIED_CHARACTERS),
  };
}

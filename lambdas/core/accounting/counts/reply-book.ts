import type { IspId } from '../../receivers/isp.ts';
import { isAboutTheSender, stanceOf } from '../../replies/category.ts';
import { normalise } from '../../replies/normalise.ts';
import { withoutOwnName } from '../../replies/scrub.ts';
import type { Reply } from '../../replies/rule.ts';
import type { CountedRule, ReplyCatalogue } from '../counting-context.ts';

const UNCLASSIFIED_CHARACTERS = 300;

/** A reply as the figures see it: codes and normalised words. Texts that differ in an id alone are one entry. */
export interface ReplyEntry {
  reply: Reply;
  /** `421 4.7.28`; `421`; `none`. */
  written: string;
  normalised: string;
  /** The words as they may be shown: without the local part of the row that they came with. */
  shown: string;
  /** What it means at each ISP, once it was asked. */
  verdicts: Map<IspId, Verdict>;
}

/** What a reply makes of an attempt at one ISP. */
export interface Verdict {
  rule: CountedRule;
  /** For a deferral: whether it counts as throttled. */
  isThrottled: boolean;
  /** For a bounce: whether it counts as blocked. */
  isBlocked: boolean;
  /** Where no rule knows the words: the text to show, else empty. */
  unknownText: string;
}

export function replyEntry(reply: Reply): ReplyEntry {
  const normalised = normalise(reply.text);
  return { reply, written: writtenCodes(reply), normalised, shown: normalised, verdicts: new Map() };
}

/** The entry for a row of this recipient: the same one, unless its words name the recipient. */
export function entryFor(localPart: string, entry: ReplyEntry): ReplyEntry {
  const shown = withoutOwnName(entry.shown, localPart);
  return shown === entry.shown ? entry : { ...entry, shown, verdicts: new Map() };
}

/** By what an entry is found again. */
export function keyOf(entry: ReplyEntry): string {
  const { reply, normalised, shown } = entry;
  const words = shown === normalised ? normalised : `${normalised}\n${shown}`;
  return `${reply.code} ${reply.enhancedCode}\n${words}`;
}

export function verdictOf(entry: ReplyEntry, isp: IspId, catalogue: ReplyCatalogue): Verdict {
  let verdict = entry.verdicts.get(isp);
  if (!verdict) {
    verdict = judge(entry, catalogue.classify(isp, entry.reply));
    entry.verdicts.set(isp, verdict);
  }
  return verdict;
}

function judge({ reply, shown }: ReplyEntry, rule: CountedRule): Verdict {
  const code = reply.code ?? 0;
  const isReceivers = rule.spokenBy === 'receiver';
  return {
    rule,
    isThrottled:
      isReceivers && (code === 421 || (code >= 400 && code <= 499 && isAboutTheSender(rule.category))),
    isBlocked: isReceivers && code >= 500 && code <= 599 && stanceOf(rule.category) === 'intervention',
    unknownText: rule.basis === 'wording' ? '' : shown.slice(0, UNCLASSIFIED_CHARACTERS),
  };
}

function writtenCodes({ code, enhancedCode }: Reply): string {
  if (code === null) return 'none';
  return enhancedCode === null ? String(code) : `${code} ${enhancedCode}`;
}

import { createDirectory } from '../lambdas/core/receivers/directory.ts';
import { createCatalogue } from '../lambdas/core/replies/catalogue.ts';
import { parseReply } from '../lambdas/core/replies/reply.ts';
import type { Rule } from '../lambdas/core/replies/rule.ts';
import { ispsOf } from '../lambdas/core/replies/speaker.ts';
import { isHeldOut, labelledReplies, MEASURED } from './labelled-replies.ts';
import type { LabelledReply } from './labelled-replies.ts';

/** How many labelled replies the rules read as a person labelled them. */
export interface ReadingScore {
  total: number;
  category: number;
  stance: number;
  wrong: { reply: LabelledReply; rule: Rule }[];
}

const catalogue = createCatalogue();
const directory = createDirectory();
const exampleTexts = new Set(catalogue.rules.flatMap((rule) => rule.examples.map((example) => example.text)));

/** The two parts of labelled sets, without texts that are examples of a rule. */
export function partsOf(names: readonly string[]): Record<'development' | 'heldOut', LabelledReply[]> {
  const replies = names
    .flatMap((name) => labelledReplies(name))
    .filter(({ text }) => !exampleTexts.has(text));
  return {
    development: replies.filter((reply) => !isHeldOut(reply)),
    heldOut: replies.filter(isHeldOut),
  };
}

/** The parts of all sets that were measured. */
export function partsOfAll(): ReturnType<typeof partsOf> {
  return partsOf(MEASURED);
}

export function scoreOf(replies: readonly LabelledReply[]): ReadingScore {
  const score: ReadingScore = { total: replies.length, category: 0, stance: 0, wrong: [] };
  for (const reply of replies) {
    const parsed = parseReply(reply.text, '');
    const rule = catalogue.classify(ispsOf(reply.receiver, parsed, directory), parsed);
    const isCategoryRight = reply.accepted.includes(rule.category);
    const isStanceRight = reply.stances.includes(rule.stance);
    if (isCategoryRight) score.category += 1;
    if (isStanceRight) score.stance += 1;
    if (!isCategoryRight || !isStanceRight) score.wrong.push({ reply, rule });
  }
  return score;
}

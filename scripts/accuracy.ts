/** How well labelled replies are read: all sets, or those that are named (`code-421`); see docs/accuracy.md. */
import { parseArgs } from 'node:util';

import { createDirectory } from '../lambdas/core/receivers/directory.ts';
import { createCatalogue } from '../lambdas/core/replies/catalogue.ts';
import { parseReply } from '../lambdas/core/replies/reply.ts';
import { ispsOf } from '../lambdas/core/replies/speaker.ts';
import { percent } from './accuracy-document.ts';
import { isHeldOut, labelledReplies, MEASURED } from './labelled-replies.ts';
import type { LabelledReply } from './labelled-replies.ts';

interface Score {
  total: number;
  category: number;
  stance: number;
}

const catalogue = createCatalogue();
const directory = createDirectory();
const exampleTexts = new Set(catalogue.rules.flatMap((rule) => rule.examples.map((example) => example.text)));

function scoreOf(replies: readonly LabelledReply[], show: boolean): Score {
  const score: Score = { total: replies.length, category: 0, stance: 0 };
  for (const { receiver, text, accepted, stances } of replies) {
    const reply = parseReply(text, '');
    const rule = catalogue.classify(ispsOf(receiver, reply, directory), reply);
    const rightCategory = accepted.includes(rule.category);
    const rightStance = stances.includes(rule.stance);
    if (rightCategory) score.category += 1;
    if (rightStance) score.stance += 1;
    if (show && (!rightCategory || !rightStance)) {
      process.stdout.write(
        `  ${accepted.join('|')} <- ${rule.id} (${rule.category}, ${rule.stance}): ${text}\n`,
      );
    }
  }
  return score;
}

function print(name: string, replies: readonly LabelledReply[], show: boolean): void {
  const { total, category, stance } = scoreOf(replies, show);
  process.stdout.write(
    `${name.padEnd(34)} ${String(total).padStart(4)} replies   category ${percent(category, total).padStart(7)}   stance ${percent(stance, total).padStart(7)}\n`,
  );
}

const { values, positionals } = parseArgs({
  options: { wrong: { type: 'boolean' }, 'wrong-held-out': { type: 'boolean' } },
  allowPositionals: true,
});
for (const name of positionals.length === 0 ? MEASURED : positionals) {
  const replies = labelledReplies(name).filter(({ text }) => !exampleTexts.has(text));
  print(
    `${name}, development`,
    replies.filter((reply) => !isHeldOut(reply)),
    values.wrong === true,
  );
  print(`${name}, held out`, replies.filter(isHeldOut), values['wrong-held-out'] === true);
}

/** How well labelled replies are read: all sets, or those that are named (`code-421`); see docs/accuracy.md. */
import { parseArgs } from 'node:util';

import { percent } from './accuracy-document.ts';
import { MEASURED } from './labelled-replies.ts';
import type { LabelledReply } from './labelled-replies.ts';
import { partsOf, scoreOf } from './reading-score.ts';

function print(name: string, replies: readonly LabelledReply[], showsWrong: boolean): void {
  const { total, category, stance, wrong } = scoreOf(replies);
  for (const { reply, rule } of showsWrong ? wrong : []) {
    const read = `${rule.id} (${rule.category}, ${rule.stance})`;
    process.stdout.write(`  ${reply.accepted.join('|')} <- ${read}: ${reply.text}\n`);
  }
  process.stdout.write(
    `${name.padEnd(34)} ${String(total).padStart(4)} replies   category ${percent(category, total).padStart(7)}   stance ${percent(stance, total).padStart(7)}\n`,
  );
}

const { values, positionals } = parseArgs({
  options: { wrong: { type: 'boolean' }, 'wrong-held-out': { type: 'boolean' } },
  allowPositionals: true,
});
for (const name of positionals.length === 0 ? MEASURED : positionals) {
  const { development, heldOut } = partsOf([name]);
  print(`${name}, development`, development, values.wrong === true);
  print(`${name}, held out`, heldOut, values['wrong-held-out'] === true);
}

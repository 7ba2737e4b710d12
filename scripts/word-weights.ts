/** Counts the words of the labelled texts anew: run it when a labelled text or an example of a rule was added. */
import { writeFile } from 'node:fs/promises';
import { builtInRules } from '../lambdas/core/replies/rules/order.ts';
import { wordCountsModule } from './word-counts.ts';

const target = new URL('../lambdas/core/replies/weighed-words/word-counts.ts', import.meta.url);
await writeFile(target, wordCountsModule(builtInRules));

import type { Command } from 'commander';
import { explain } from '../../lambdas/core/explain.ts';
import type { Explanation } from '../../lambdas/core/explain.ts';
import { knowledgeFor } from '../../lambdas/core/knowledge/knowledge.ts';
import type { Knowledge } from '../../lambdas/core/knowledge/knowledge.ts';
import { OTHER } from '../../lambdas/core/receivers/isp.ts';
import { printable } from '../../lambdas/core/text/printable.ts';
import { readSettings } from '../settings-file.ts';
import { CommandError, EXIT, printableJson } from '../terminal.ts';
import type { Terminal } from '../terminal.ts';
import { explanationText } from './explanation-text.ts';
import { linesOf } from './input-lines.ts';

interface ExplainOptions {
  receiver: string;
  json?: true;
  settings?: string;
}

const HELP_AFTER = `
With --json and no reply, each line of standard input, even an empty one, gets one line of JSON: docs/for-programs.md.

Examples:
  deferral-watch explain --receiver outlook "451 4.7.650 The mail server has been temporarily rate limited"
  printf 'yahoo\\t421 4.7.0 [TSS04] Messages temporarily deferred\\n' | deferral-watch explain --json | jq .do`;

/** `explain`: what a reply means and what to do, for a person or, line by line, for a program. */
export function addExplainCommand(program: Command, terminal: Terminal): void {
  program
    .command('explain')
    .summary('say what a reply means, what to do about it and what not to do')
    .description('Says what a reply means, what to do about it and what not to do.')
    .argument('[reply...]', 'the reply as it was logged, such as "421 4.7.28 Gmail has detected ..."')
    .option(
      '-r, --receiver <name>',
      'who answered: an ISP (gmail, microsoft, aol), a domain or an MX host',
      '',
    )
    .option('--json', 'print JSON; without a reply, read lines of RECEIVER<TAB>REPLY and answer each')
    .option('--settings <file>', 'settings file with rules of your own (default: deferral-watch.config.json)')
    .addHelpText('after', HELP_AFTER)
    .action(async (words: string[], options: ExplainOptions) => {
      if (words.length === 0 && options.json === undefined) {
        throw new CommandError(
          'give the reply to explain, or --json to read replies from standard input',
          EXIT.wrongUsage,
        );
      }
      const settings = readSettings(options.settings, terminal.cwd);
      const knowledge = knowledgeFor(settings);
      if (words.length === 0) {
        await answerLines(options.receiver, knowledge, terminal);
        return;
      }
      const { receiver } = options;
      // Any domain may be a receiver; a name without a dot must be meant for a provider.
      if (
        /^[^.]+$/.test(receiver) &&
        receiver !== OTHER &&
        knowledge.directory.named(receiver).length === 0
      ) {
        terminal.err(
          `No provider is known as ${printable(receiver)}: explained as for any other receiver.\n`,
        );
      }
      const explanation = explainWith(knowledge, receiver, words.join(' '));
      terminal.out(options.json ? `${printableJson(explanation)}\n` : explanationText(explanation, terminal));
    });
}

/** Answers each line of the input as it comes. A line without a tab is a reply alone. */
async function answerLines(receiver: string, knowledge: Knowledge, terminal: Terminal): Promise<void> {
  for await (const line of linesOf(terminal.stdin)) {
    const tab = line.indexOf('\t');
    const named = tab === -1 ? '' : line.slice(0, tab);
    const explanation = explainWith(knowledge, named || receiver, line.slice(tab + 1));
    terminal.out(`${printableJson(explanation)}\n`);
  }
}

/** In a reply, `\r` and `\n` may be written as two characters each, so that its lines fit on one. */
function explainWith({ catalogue, directory }: Knowledge, receiver: string, text: string): Explanation {
  const reply = text.replaceAll(String.raw`\r`, '\r').replaceAll(String.raw`\n`, '\n');
  return explain(receiver, reply, catalogue, directory);
}

import type { Command } from 'commander';
import pc from 'picocolors';
import { directoryFor } from '../../lambdas/core/knowledge/own-isps.ts';
import { catalogueFor } from '../../lambdas/core/knowledge/own-rules.ts';
import type { Directory } from '../../lambdas/core/receivers/directory.ts';
import type { IspId } from '../../lambdas/core/receivers/isp.ts';
import type { Catalogue } from '../../lambdas/core/replies/catalogue.ts';
import { ownersFor } from '../../lambdas/core/replies/owners.ts';
import type { Rule } from '../../lambdas/core/replies/rule.ts';
import { printable } from '../../lambdas/core/text/printable.ts';
import { readSettings } from '../settings-file.ts';
import { CommandError, EXIT, printableJson } from '../terminal.ts';
import type { Terminal } from '../terminal.ts';
import { wrap } from './text-style.ts';

interface RulesOptions {
  isp?: string;
  json?: true;
  settings?: string;
}

const HELP_AFTER = `
Your own rules are tried first. Rules for every receiver (*) come after those of the ISP, except those for PowerMTA's own
words.

Examples:
  deferral-watch rules --isp microsoft
  deferral-watch rules --json | jq -r '.[] | select(.category == "policy-block") | .id'`;

/** `rules`: the catalogue, in the order in which rules are tried. */
export function addRulesCommand(program: Command, terminal: Terminal): void {
  program
    .command('rules')
    .summary('list the rules that replies are read with, in the order in which they are tried')
    .description('Lists the rules that replies are read with, in the order in which they are tried.')
    .option(
      '-i, --isp <name>',
      "rules of one ISP (gmail, microsoft, a domain, an MX host); '*' for the generic ones",
    )
    .option('--json', 'print one JSON document: id, isp, category, stance, scope, meaning, source, examples')
    .option('--settings <file>', 'settings file with rules of your own (default: deferral-watch.config.json)')
    .addHelpText('after', HELP_AFTER)
    .action((options: RulesOptions) => {
      const settings = readSettings(options.settings, terminal.cwd);
      const catalogue = catalogueFor(settings);
      const chosen =
        options.isp === undefined ? catalogue.rules : rulesOf(options.isp, catalogue, directoryFor(settings));
      terminal.out(options.json ? `${printableJson(chosen.map(asJson), 2)}\n` : asText(chosen, terminal));
    });
}

/** The rules of the receivers with this name; wrong usage if there is no such receiver or it has no rules of its own. */
function rulesOf(name: string, catalogue: Catalogue, directory: Directory): readonly Rule[] {
  const { rules } = catalogue;
  const isps = directory.named(name);
  const owners = isps.length === 0 ? [name] : isps.flatMap(ownersFor);
  const found = rules.filter((rule) => owners.includes(rule.isp));
  if (found.length > 0) return found;
  const known = [...new Set(rules.map((rule) => rule.isp))].join(', ');
  throw new CommandError(
    `there are no rules for ${printable(name)}; there are rules for ${known}`,
    EXIT.wrongUsage,
  );
}

function asJson(rule: Rule) {
  const { id, isp, category, stance, scope, meaning, source, examples, spokenBy, note, since, seen } = rule;
  return { id, isp, category, stance, scope, meaning, source, examples, spokenBy, note, since, seen };
}

/** One line for each rule and its meaning below, under the name of its ISP. */
function asText(rules: readonly Rule[], { colours, columns }: Terminal): string {
  const paint = pc.createColors(colours);
  const width = Math.max(0, ...rules.map((rule) => rule.id.length));
  const lines: string[] = [];
  let isp: IspId | undefined;
  for (const rule of rules) {
    if (rule.isp !== isp) {
      isp = rule.isp;
      lines.push(...(lines.length === 0 ? [] : ['']), paint.bold(isp === '*' ? '* (every receiver)' : isp));
    }
    const stance = rule.stance === 'intervention' ? paint.red(rule.stance) : paint.green(rule.stance);
    lines.push(`  ${printable(rule.id).padEnd(width)}  ${rule.category.padEnd(16)}  ${stance}`);
    lines.push(paint.dim(wrap(`    ${printable(rule.meaning)}`, columns)));
  }
  return `${[...lines, '', `${rules.length} rules`].join('\n')}\n`;
}

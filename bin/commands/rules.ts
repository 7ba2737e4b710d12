import type { Command } from 'commander';
import pc from 'picocolors';
import { directoryFor } from '../../lambdas/core/knowledge/own-isps.ts';
import { catalogueFor } from '../../lambdas/core/knowledge/own-rules.ts';
import type { Directory } from '../../lambdas/core/receivers/directory.ts';
import { OTHER } from '../../lambdas/core/receivers/isp.ts';
import type { IspId } from '../../lambdas/core/receivers/isp.ts';
import { ownersFor } from '../../lambdas/core/replies/owners.ts';
import type { Rule } from '../../lambdas/core/replies/rule.ts';
import { nearest } from '../../lambdas/core/text/nearest.ts';
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
      const { rules } = catalogueFor(settings);
      const { isp } = options;
      const chosen = isp === undefined ? rules : rulesOf(isp, rules, directoryFor(settings));
      if (isp !== undefined && chosen.length === 0) {
        terminal.err(
          `${printable(isp)} has no rules of its own: its replies are read with those for every receiver, ` +
            "which deferral-watch rules --isp '*' lists.\n",
        );
      }
      terminal.out(options.json ? `${printableJson(chosen.map(asJson), 2)}\n` : asText(chosen, terminal));
    });
}

/** The rules of the receivers with this name, none if they have none of their own; wrong usage if nobody is called so. */
function rulesOf(name: string, rules: readonly Rule[], directory: Directory): readonly Rule[] {
  const isps = name.toLowerCase() === OTHER ? [OTHER] : directory.named(name);
  const owners = isps.length === 0 ? [name] : isps.flatMap(ownersFor);
  const found = rules.filter((rule) => owners.includes(rule.isp));
  if (found.length === 0 && isps.length === 0) throw unknownName(name, rules, directory);
  return found;
}

function unknownName(name: string, rules: readonly Rule[], directory: Directory): CommandError {
  const haveRules = new Set(rules.map(({ isp }) => isp));
  const meant = nearest(name.toLowerCase(), [...haveRules, ...directory.isps.map(({ id }) => id)]);
  if (meant === undefined && name.includes('.')) {
    const hint = "its replies are read with the rules for every receiver (--isp '*')";
    return new CommandError(`no ISP is known to serve ${printable(name)}; ${hint}`, EXIT.wrongUsage);
  }
  const hint =
    meant === undefined ? `there are rules for ${[...haveRules].join(', ')}` : `did you mean ${meant}?`;
  return new CommandError(`no ISP is known as ${printable(name)}; ${hint}`, EXIT.wrongUsage);
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

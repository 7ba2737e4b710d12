import { Option } from 'commander';
import type { Command } from 'commander';
import { knowledgeFor } from '../../lambdas/core/knowledge/knowledge.ts';
import { powermtaInclude, SECTIONS } from '../../lambdas/core/powermta/include.ts';
import type { Section } from '../../lambdas/core/powermta/include.ts';
import { readSettings } from '../settings-file.ts';
import type { Terminal } from '../terminal.ts';

interface PowermtaConfigOptions {
  only?: Section;
  settings?: string;
}

const HELP_AFTER = `
The include itself explains how to use it and what to change first: read it before you load it.

Examples:
  deferral-watch powermta-config --only accounting        what makes PowerMTA record deferrals
  deferral-watch powermta-config > /etc/pmta/deferral-watch.conf`;

/** `powermta-config`: a PowerMTA include made from the catalogue. */
export function addPowermtaConfigCommand(program: Command, terminal: Terminal): void {
  program
    .command('powermta-config')
    .summary('print a PowerMTA include: accounting file, pattern lists from the catalogue, domain settings')
    .description(
      'Prints a PowerMTA include: accounting file, pattern lists from the catalogue, domain settings.',
    )
    .addOption(new Option('--only <section>', 'print one section alone').choices(SECTIONS))
    .option('--settings <file>', 'settings file with rules of your own (default: deferral-watch.config.json)')
    .addHelpText('after', HELP_AFTER)
    .action((options: PowermtaConfigOptions) => {
      const settings = readSettings(options.settings, terminal.cwd);
      const { catalogue, directory } = knowledgeFor(settings);
      terminal.out(powermtaInclude(catalogue, directory.isps, options.only));
    });
}

import { Command, CommanderError } from 'commander';
import { COUNTING_VERSION } from '../lambdas/core/accounting/counting-version.ts';
import { SettingsError } from '../lambdas/core/settings.ts';
import { nearest } from '../lambdas/core/text/nearest.ts';
import { printable } from '../lambdas/core/text/printable.ts';
import packageJson from '../package.json' with { type: 'json' };
import { addReportCommand } from './commands/report/command.ts';
import { CommandError, EXIT, printError } from './terminal.ts';
import type { Terminal } from './terminal.ts';

const DESCRIPTION = `Reads PowerMTA accounting files, understands why mailbox providers defer, and says what to do.`;

const HELP_AFTER = `
Start here:
  deferral-watch                                   the bundled sample day (in a clone only)
  deferral-watch /var/log/pmta/acct-*.csv          your own files
  deferral-watch explain "421 4.7.28 Gmail has detected an unusual rate of email"

npm run build && npm link makes the command deferral-watch; in a clone, npm start -- ... is the same without building.`;

/** Runs one command line and returns its exit code. Errors that the user can fix go to stderr, without a stack trace. */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal,
  otherCommands: OtherCommands = OTHER_COMMANDS,
): Promise<number> {
  const program = createProgram(terminal);
  const [name] = args;
  const isHelp = name === 'help' || name === '--help' || name === '-h';
  for (const [command, load] of Object.entries(otherCommands)) {
    if (isHelp || command === name) (await load())(program, terminal);
  }
  addHelpCommand(program);
  try {
    await program.parseAsync(args, { from: 'user' });
    return terminal.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.wrongUsage;
    if (error instanceof SettingsError) {
      printError(terminal, error.message);
      return EXIT.wrongUsage;
    }
    if (error instanceof CommandError) {
      printError(terminal, error.message);
      return error.exitCode;
    }
    throw error;
  }
}

function createProgram(terminal: Terminal): Command {
  const program = new Command('deferral-watch')
    .description(DESCRIPTION)
    .version(
      `${packageJson.version} (counting version ${COUNTING_VERSION})`,
      '--version',
      'print the version',
    )
    .addHelpText('after', HELP_AFTER)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.err(text),
      getOutHelpWidth: () => terminal.columns,
      getErrHelpWidth: () => terminal.columns,
      getOutHasColors: () => terminal.colours,
      getErrHasColors: () => terminal.colours,
      // Commander puts its suggestion on a second line; our errors have one.
      outputError: (text, write) => write(`${text.trim().replaceAll('\n', ' ')}\n`),
    });
  addReportCommand(program, terminal);
  return program;
}

/** `help`: commander's own takes a command that it does not know for a wish to see all help, and names no error. */
function addHelpCommand(program: Command): void {
  const { commands } = program;
  program
    .command('help')
    .description('display help for command')
    .argument('[command]')
    .action((name?: string) => {
      const found = name === undefined ? program : commands.find((command) => command.name() === name);
      if (found) found.help();
      const names = commands.map((command) => command.name());
      const meant = nearest(name ?? '', names);
      const hint = meant === undefined ? `there are ${names.join(', ')}` : `did you mean ${meant}?`;
      throw new CommandError(`there is no command ${printable(name ?? '')}; ${hint}`, EXIT.wrongUsage);
    });
}

type AddCommand = (program: Command, terminal: Terminal) => void;

/** All commands but `report`, by name. Each is loaded only if it is called or help is asked for: some bring the AWS SDK. */
export type OtherCommands = Readonly<Record<string, () => Promise<AddCommand>>>;

const OTHER_COMMANDS: OtherCommands = {
  explain: async () => (await import('./commands/explain.ts')).addExplainCommand,
  rules: async () => (await import('./commands/rules.ts')).addRulesCommand,
  'powermta-config': async () => (await import('./commands/powermta-config.ts')).addPowermtaConfigCommand,
  reconcile: async () => (await import('./commands/operations/reconcile.ts')).addReconcileCommand,
  retally: async () => (await import('./commands/operations/retally.ts')).addRetallyCommand,
  backfill: async () => (await import('./commands/operations/backfill.ts')).addBackfillCommand,
  redrive: async () => (await import('./commands/operations/redrive.ts')).addRedriveCommand,
  rejudge: async () => (await import('./commands/operations/rejudge.ts')).addRejudgeCommand,
};

import { Command, CommanderError, Option } from 'commander';
import { benchFile, FILE_NAMES_ALLOWED } from './bench-file.ts';
import type { BenchFile } from './bench-file.ts';

const MAX_ROUNDS = 100;
const DEFAULT_ROUNDS = 3;
const WRONG_USAGE = 2;
const REFUSED = 'bench.refused';
const ROUNDS_ALLOWED = `--rounds is a whole number from 1 to ${MAX_ROUNDS}`;
const OPTIONS_ALLOWED = 'allowed are --rounds, --files, --small (without --files) and --help';
const DEFAULT_FILES = [
  'quiet-100mb',
  'quiet-100mb.gz',
  'quiet-1gb',
  'quiet-1gb.gz',
  'quiet-1gb.parts',
  'storm-100mb',
  'storm-1gb',
  'storm-1gb.gz',
];
const SMALL_FILES = ['quiet-100mb', 'quiet-100mb.gz', 'quiet-100mb.parts', 'storm-100mb'];

/** What a run of the bench is to measure. */
export interface Measurements {
  rounds: number;
  files: readonly BenchFile[];
}

/** Why there is nothing to measure: help was wanted (exit code 0) or an argument is wrong (2). */
export interface NothingToMeasure {
  exitCode: number;
  text: string;
}

/** Reads the arguments of `npm run bench --`; does nothing else. */
export function benchArguments(args: readonly string[]): Measurements | NothingToMeasure {
  let text = '';
  const command = new Command('npm run bench --')
    .description(
      'Measures the reader against other ways to do the same job, in whole processes that run in turn.\n' +
        'Makes its files in .bench/ and gives no ratio where results differ (exit code 1).',
    )
    .addOption(
      new Option('--rounds <number>', 'how often each contender runs')
        .argParser((words) => roundsOf(words) ?? refuse(ROUNDS_ALLOWED, words))
        .default(DEFAULT_ROUNDS),
    )
    .addOption(
      new Option('--files <names>', `which files, with commas between them; ${FILE_NAMES_ALLOWED}`)
        .argParser((words) =>
          words.split(',').map((name) => benchFile(name) ?? refuse(`--files: ${FILE_NAMES_ALLOWED}`, name)),
        )
        .default(filesNamed(DEFAULT_FILES), DEFAULT_FILES.join(',')),
    )
    .addOption(new Option('--small', `the same as --files ${SMALL_FILES.join(',')}`).conflicts('files'))
    .exitOverride()
    .configureOutput({ writeOut: (words) => (text += words), writeErr: (words) => (text += words) });
  const refuse = (allowed: string, words: string): never =>
    command.error(`error: ${allowed}, not '${words}'`, { code: REFUSED });
  try {
    const { rounds, files, small } = command
      .parse(args, { from: 'user' })
      .opts<Measurements & { small?: true }>();
    return { rounds, files: small ? filesNamed(SMALL_FILES) : [...new Set(files)] };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0 || error.code === REFUSED) {
      return { exitCode: error.exitCode === 0 ? 0 : WRONG_USAGE, text };
    }
    return { exitCode: WRONG_USAGE, text: `${error.message.replace(/\.$/, '')}; ${OPTIONS_ALLOWED}\n` };
  }
}

function roundsOf(words: string): number | undefined {
  const rounds = /^\d+$/.test(words) ? Number(words) : 0;
  return rounds >= 1 && rounds <= MAX_ROUNDS ? rounds : undefined;
}

function filesNamed(names: readonly string[]): BenchFile[] {
  return names.map((name) => benchFile(name)!);
}

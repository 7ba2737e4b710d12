import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type BenchFile, benchFile, FILE_NAMES_ALLOWED } from './bench-file.ts';

const MOST_ROUNDS = 100;
const DEFAULT_ROUNDS = 3;
const WRONG_USAGE = 2;
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
        .argParser(roundsOf)
        .default(DEFAULT_ROUNDS),
    )
    .addOption(
      new Option('--files <names>', `which files, with commas between them; ${FILE_NAMES_ALLOWED}`)
        .argParser(filesOf)
        .default(filesNamed(DEFAULT_FILES), DEFAULT_FILES.join(',')),
    )
    .addOption(new Option('--small', `the same as --files ${SMALL_FILES.join(',')}`).conflicts('files'))
    .showHelpAfterError('Allowed are --rounds, --files, --small and --help.')
    .exitOverride()
    .configureOutput({
      writeOut: (words) => (text += words),
      writeErr: (words) => (text += words),
      outputError: (words, write) => {
        write(`${words.trim().replaceAll('\n', ' ')}\n`);
      },
    });
  try {
    const { rounds, files, small } = command
      .parse(args, { from: 'user' })
      .opts<Measurements & { small?: true }>();
    return { rounds, files: small ? filesNamed(SMALL_FILES) : files };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { exitCode: error.exitCode === 0 ? 0 : WRONG_USAGE, text };
  }
}

function roundsOf(words: string): number {
  const rounds = /^\d+$/.test(words) ? Number(words) : 0;
  if (rounds < 1 || rounds > MOST_ROUNDS) {
    throw new InvalidArgumentError(`Allowed is a whole number from 1 to ${MOST_ROUNDS}.`);
  }
  return rounds;
}

function filesOf(words: string): BenchFile[] {
  const names = [...new Set(words.split(',').map((name) => name.trim()))];
  const unknown = names.filter((name) => benchFile(name) === undefined);
  if (unknown.length > 0) {
    const quoted = unknown.map((name) => `'${name}'`).join(', ');
    throw new InvalidArgumentError(`There is no file ${quoted}: ${FILE_NAMES_ALLOWED}.`);
  }
  return filesNamed(names);
}

function filesNamed(names: readonly string[]): BenchFile[] {
  return names.map((name) => benchFile(name)!);
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { benchArguments } from '../../../scripts/bench/bench-arguments.ts';

const root = join(import.meta.dirname, '../../..');

const namesOf = (...args: string[]): unknown => {
  const wanted = benchArguments(args);
  return 'text' in wanted ? wanted : wanted.files.map(({ name }) => name);
};

describe('the arguments of the bench', () => {
  test('measure all that there are targets for if none is given', () => {
    expect(benchArguments([])).toMatchObject({ rounds: 3 });
    expect(namesOf()).toEqual(
      expect.arrayContaining(['quiet-100mb', 'quiet-1gb', 'quiet-1gb.gz', 'quiet-1gb.parts', 'storm-1gb']),
    );
  });

  test('choose rounds and files', () => {
    expect(benchArguments(['--rounds', '5', '--files', 'storm-10mb.gz'])).toMatchObject({
      rounds: 5,
      files: [{ name: 'storm-10mb.gz', day: 'storm', bytes: 1e7, form: '.gz' }],
    });
    expect(namesOf('--files', 'quiet-10mb,storm-10mb,quiet-10mb')).toEqual(['quiet-10mb', 'storm-10mb']);
    expect(namesOf('--small')).toEqual(['quiet-100mb', 'quiet-100mb.gz', 'quiet-100mb.parts', 'storm-100mb']);
  });

  test.each(['x', '0', '-1', '1.5', '101', ''])('refuse %j rounds and say what is allowed', (rounds) => {
    expect(benchArguments(['--rounds', rounds])).toEqual({
      exitCode: 2,
      text: `error: --rounds is a whole number from 1 to 100, not '${rounds}'\n`,
    });
  });

  test.each(['quiet-2gb', 'loud-1gb', 'quiet-1gb.zip', 'several', '', 'quiet-1gb,nothing'])(
    'refuse the files %j and say what is allowed',
    (files) => {
      expect(benchArguments(['--files', files])).toEqual({
        exitCode: 2,
        text: expect.stringMatching(
          /^error: --files: a file is named quiet or storm, then -10mb [^\n]*, not '[^\n]*'\n$/,
        ),
      });
    },
  );

  test.each([
    [['--fast'], /^error: unknown option '--fast'; allowed are --rounds, .*\n$/],
    [['quiet-1gb'], /^error: too many arguments.*; allowed are --rounds, .*\n$/],
    [['--rounds'], /^error: option '--rounds <number>' argument missing; allowed are .*\n$/],
    [
      ['--small', '--files', 'quiet-1gb'],
      /'--small' cannot be used with option '--files <names>'; allowed .*\n$/,
    ],
  ])('refuse %j', (args, words) => {
    expect(benchArguments(args)).toEqual({ exitCode: 2, text: expect.stringMatching(words) });
  });

  test('give help', () => {
    const help = benchArguments(['--help']);
    expect(help).toMatchObject({ exitCode: 0, text: expect.stringContaining('--rounds <number>') });
  });

  test('that are wrong end the script with 2 before it makes anything', () => {
    const tsx = join(root, 'node_modules/.bin/tsx');
    const { status, stdout, stderr } = spawnSync(
      tsx,
      [join(root, 'scripts/bench/bench.ts'), '--rounds', 'x'],
      {
        encoding: 'utf8',
      },
    );
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: "error: --rounds is a whole number from 1 to 100, not 'x'\n",
    });
  });
});

import { describe, expect, it } from 'vitest';
import { benchArguments } from '../../../scripts/bench/bench-arguments.ts';

const namesOf = (...args: string[]): unknown => {
  const wanted = benchArguments(args);
  return 'text' in wanted ? wanted : wanted.files.map(({ name }) => name);
};

describe('the arguments of the bench', () => {
  it('measure all that there are targets for if none is given', () => {
    expect(benchArguments([])).toMatchObject({ rounds: 3 });
    expect(namesOf()).toEqual(
      expect.arrayContaining(['quiet-100mb', 'quiet-1gb', 'quiet-1gb.gz', 'quiet-1gb.parts', 'storm-1gb']),
    );
  });

  it('choose rounds and files', () => {
    expect(benchArguments(['--rounds', '5', '--files', 'storm-10mb.gz'])).toMatchObject({
      rounds: 5,
      files: [{ name: 'storm-10mb.gz', day: 'storm', bytes: 1e7, form: '.gz' }],
    });
    expect(namesOf('--files', 'quiet-10mb, storm-10mb,quiet-10mb')).toEqual(['quiet-10mb', 'storm-10mb']);
    expect(namesOf('--small')).toEqual(['quiet-100mb', 'quiet-100mb.gz', 'quiet-100mb.parts', 'storm-100mb']);
  });

  it.each(['x', '0', '-1', '1.5', '101', ''])('refuse %j rounds and say what is allowed', (rounds) => {
    expect(benchArguments(['--rounds', rounds])).toEqual({
      exitCode: 2,
      text: expect.stringMatching(/'--rounds <number>'.* Allowed is a whole number from 1 to 100\.\n/),
    });
  });

  it.each(['quiet-2gb', 'loud-1gb', 'quiet-1gb.zip', 'several', '', 'quiet-1gb,nothing'])(
    'refuse the files %j and say what is allowed',
    (files) => {
      expect(benchArguments(['--files', files])).toEqual({
        exitCode: 2,
        text: expect.stringMatching(/There is no file '.*': a file is named quiet or storm, then -10mb .*\n/),
      });
    },
  );

  it.each([
    [['--fast'], "unknown option '--fast'"],
    [['quiet-1gb'], 'too many arguments'],
    [['--small', '--files', 'quiet-1gb'], "'--small' cannot be used with option '--files <names>'"],
  ])('refuse %j', (args, words) => {
    expect(benchArguments(args)).toEqual({ exitCode: 2, text: expect.stringContaining(words) });
  });

  it('give help', () => {
    const help = benchArguments(['--help']);
    expect(help).toMatchObject({ exitCode: 0, text: expect.stringContaining('--rounds <number>') });
  });
});

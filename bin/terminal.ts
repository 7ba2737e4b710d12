/** What a command may use of the outside world: the process in real life, a recording in tests. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  stdin: AsyncIterable<Uint8Array>;
  /** The working directory, where the settings file is looked for. */
  cwd: string;
  /** Width of the output, in characters. */
  columns: number;
  colours: boolean;
  /** The exit code of a command that ends without an error; a command sets it if it reports that something is wrong. */
  exitCode: number;
}

/** Prints what went wrong, in the form that all errors of the command line have. */
export function printError({ err }: Pick<Terminal, 'err'>, message: string): void {
  err(`error: ${message}\n`);
}

const USUAL_COLUMNS = 100;
const WIDEST = 120;

/**
 * The terminal that this process was started in. Colours follow NO_COLOR, FORCE_COLOR and whether the output is a
 * terminal. If it is not one, the width follows COLUMNS, as in `COLUMNS=72 deferral-watch … | mail`.
 */
export function processTerminal(): Terminal {
  const { stdout, stderr, stdin, env } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    stdin,
    cwd: process.cwd(),
    exitCode: EXIT.ok,
    columns: Math.min(stdout.columns || Number(env['COLUMNS']) || USUAL_COLUMNS, WIDEST),
    colours: !env['NO_COLOR'] && (Boolean(env['FORCE_COLOR']) || (stdout.isTTY && env['TERM'] !== 'dumb')),
  };
}

/** A failure that the user can fix: one line without the leading `error:`, and the exit code for its kind. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Exit codes of the command line (docs/for-programs.md). */
export const EXIT = { ok: 0, failed: 1, wrongUsage: 2 } as const;

/** What JSON does not escape although it ends a line, moves the cursor or changes the direction of text. */
const HARMFUL = '\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ufeff';
const HARMFUL_IN_JSON = new RegExp(`[${HARMFUL}]`, 'g');

/** A value as JSON that is safe on a terminal too: harmful characters become escapes, which programs read back. */
export function printableJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    HARMFUL_IN_JSON,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

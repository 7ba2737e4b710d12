import { runCommandLine } from '../../bin/command-line.ts';
import type { OtherCommands } from '../../bin/command-line.ts';

/** What one command line printed and how it ended. */
export interface Ran {
  exitCode: number;
  stdout: string;
  stderr: string;
}

interface Circumstances {
  stdin?: string | Uint8Array;
  cwd?: string;
  colours?: boolean;
  columns?: number;
  /** In place of the real ones, for commands with stores of the test's own. */
  commands?: OtherCommands;
}

/** Runs a command line in this process and records what it says. */
export async function run(args: readonly string[], circumstances: Circumstances = {}): Promise<Ran> {
  const { stdin = '', cwd = process.cwd(), colours = false, columns = 100 } = circumstances;
  const said = { stdout: '', stderr: '' };
  const terminal = {
    out: (text: string) => (said.stdout += text),
    err: (text: string) => (said.stderr += text),
    stdin: chunks(stdin),
    cwd,
    columns,
    colours,
    exitCode: 0,
  };
  const exitCode = await runCommandLine(args, terminal, circumstances.commands);
  return { exitCode, ...said };
}

async function* chunks(content: string | Uint8Array): AsyncIterable<Uint8Array> {
  yield typeof content === 'string' ? Buffer.from(content) : content;
}

#!/usr/bin/env node
import './node-version.ts';
import './v8-flags.ts';
import { runCommandLine } from './command-line.ts';
import { EXIT, printError, processTerminal } from './terminal.ts';

// `deferral-watch … | head` closes our output early, which is not an error. A full disk is for the user to fix.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  printError(processTerminal(), `the output could not be written: ${error.message}`);
  process.exit(EXIT.failed);
});

process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal());

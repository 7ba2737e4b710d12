#!/usr/bin/env node
import './v8-flags.ts';
import { runCommandLine } from './command-line.ts';
import { processTerminal } from './terminal.ts';

// `deferral-watch … | head` closes our output early; that is no fault of anybody.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal());

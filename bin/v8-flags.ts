import { setFlagsFromString } from 'node:v8';

/*
 * Tunes V8 for a program that runs for a second or two. By default V8 sizes its heap for servers, and a report that holds
 * 25 MB grows to 80.
 *
 * - Garbage is collected sooner, and the young generation stays as small as it starts.
 * - One thread collects it: so small a generation is done before a second thread has woken up.
 * - Little is inlined: in a run of seconds, compiling larger functions costs more time and memory than it saves.
 * - Regular expressions are compiled to machine code at once, not to bytecode first: the catalogue has hundreds, and each
 *   reads only a few texts.
 *
 * All five flags may be set in a running program. Import this before anything that does work.
 */
setFlagsFromString('--optimize-for-size');
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--no-parallel-scavenge');
setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
setFlagsFromString('--no-regexp-tier-up');

import { setFlagsFromString } from 'node:v8';

/*
 * Fits V8 to a program that runs for a second or two. It sizes its heap for servers, and lets a report that holds 25 MB
 * grow to 80: so garbage is looked for sooner, and the part of the heap where objects begin stays as small as it starts.
 * So small a part is collected before another thread is awake to help. A regular expression is compiled once, to machine
 * code, and not to bytecode first: the catalogue has hundreds, and each reads a few texts. All four flags may be set in a
 * running program. To be imported before all that works.
 */
setFlagsFromString('--optimize-for-size');
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--no-parallel-scavenge');
setFlagsFromString('--no-regexp-tier-up');

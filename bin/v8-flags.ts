import { setFlagsFromString } from 'node:v8';

/*
 * Fits V8 to a program that runs for a second or two. It sizes its heap for servers, and lets a report that holds 25 MB
 * grow to 80: so garbage is looked for sooner, and the part of the heap where objects begin stays as small as it starts.
 * So small a part is collected before another thread is awake to help. Regular expressions are compiled once and not
 * twice, for each of a catalogue's hundreds reads but a few texts. All four flags are read while a program runs. To be
 * imported before all that works.
 */
setFlagsFromString('--optimize-for-size');
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--no-parallel-scavenge');
setFlagsFromString('--no-regexp-tier-up');

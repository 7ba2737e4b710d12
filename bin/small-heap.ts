import { setFlagsFromString } from 'node:v8';

/*
 * Keeps the memory of this process small: V8 sizes its heap for servers, and lets a report that holds 25 MB grow to 80.
 * Garbage is looked for sooner, and the part of the heap where objects begin stays as small as it starts. Both are read
 * whenever V8 has collected garbage, so that they may be set while a program runs. To be imported before all else.
 */
setFlagsFromString('--optimize-for-size');
setFlagsFromString('--semi-space-growth-factor=1');
// So small a part is collected sooner than another thread is awake to help.
setFlagsFromString('--no-parallel-scavenge');

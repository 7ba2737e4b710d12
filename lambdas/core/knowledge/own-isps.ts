import { createDirectory } from '../receivers/directory.ts';
import type { Directory } from '../receivers/directory.ts';
import { ISPS } from '../receivers/isps.ts';
import type { Settings } from '../settings.ts';

/** The built-in directory, with the operator's own providers in front. */
export function directoryFor(settings: Settings): Directory {
  const own = settings.isps.map((isp) => ({ ...isp, postmaster: [], source: 'the settings file' }));
  return createDirectory([...own, ...ISPS]);
}

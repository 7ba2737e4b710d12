import { NO_MX, UNKNOWN_MX } from '../counts/countable-row.ts';
import type { FileParts } from '../file-parts.ts';
import { hostOfMta } from './row-names.ts';

/** The number of the ISP that an MX belongs to, or why it names none. */
export function mxIspOf(dsnMta: string, { context, counts }: Pick<FileParts, 'context' | 'counts'>): number {
  const host = hostOfMta(dsnMta);
  if (host === '') return NO_MX;
  const isp = context.directory.byMx(host);
  return isp === undefined ? UNKNOWN_MX : counts.numberOfIsp(isp);
}

import { COLUMNS } from '../columns.ts';
import type { Column, Header } from '../columns.ts';

/** Whether two headers say the same of the rows below them. */
export function isSameHeader(a: Header, b: Header): boolean {
  return a.width === b.width && COLUMNS.every((column) => a.positions[column] === b.positions[column]);
}

/** The names of a header line as they are compared: trimmed, lower case, without the `#` some writers begin with. */
function namesOf(fields: readonly string[]): string[] {
  return fields.map((field, index) => {
    const name = field.trim().toLowerCase();
    return index === 0 ? name.replace(/^#\s*/, '') : name;
  });
}

/** What the header line says of the rows below it, or which column it lacks. If a name occurs twice, the first wins. */
export function readHeader(fields: readonly string[]): Header | { missing: 'type' | 'timeLogged' } {
  const names = namesOf(fields);
  const positions = Object.fromEntries(COLUMNS.map((column) => [column, names.indexOf(column)])) as Record<
    Column,
    number
  >;
  if (positions.type === -1) return { missing: 'type' };
  if (positions.timelogged === -1) return { missing: 'timeLogged' };
  return { positions, width: fields.length, neededWidth: Math.max(...Object.values(positions)) + 1 };
}

/** What no row of data consists of: its time, at least, is none. */
const COLUMN_NAME = /^[a-z][\w.-]*$/;

/**
 * A header below the first line: a pipe that was restarted writes one again, perhaps of other columns.
 * Undefined for rows of data; `missing` where the rows below could not be placed in time.
 */
export function readRepeatedHeader(
  fields: readonly string[],
): Header | { missing: 'timeLogged' } | undefined {
  const header = readHeader(fields);
  if (!('missing' in header)) return header;
  const names = namesOf(fields);
  const isHeader = names[0] === 'type' && names.every((name) => COLUMN_NAME.test(name));
  return isHeader ? { missing: 'timeLogged' } : undefined;
}

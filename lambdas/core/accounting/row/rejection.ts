import { COLUMNS } from '../columns.ts';
import { scrub } from '../../replies/scrub.ts';
import { UnreadableFileError } from '../counted-file.ts';

const SHOWN_CHARACTERS = 200;

const KNOWN_COLUMNS: readonly string[] = COLUMNS;

const ONE_OBJECT_A_LINE = 'JSON must have one object on each line.';

/** Why the rows below a first line cannot be counted, with the line as far as it may be shown. */
export function headerless(missing: 'type' | 'timeLogged', line: string): UnreadableFileError {
  const why =
    missing === 'type'
      ? `The first line is no header of an accounting file: it names no column "type".${whatItIs(line)}`
      : 'The file has no column "timeLogged", so its rows cannot be placed in time: add it to record-fields.';
  return new UnreadableFileError(`${why} ${shown(line)}`);
}

/** What a first line without "type" looks like, where that says what to do. */
function whatItIs(line: string): string {
  if (/^"?[a-z]{1,3}"?,"?\d/.test(line)) return ' It looks like a row: the file has lost its beginning.';
  if (!line.includes(',') && /[;\t]/.test(line)) return ' Its columns must be separated by commas.';
  if (line.startsWith('<')) return ' It looks like XML or HTML.';
  return '';
}

/** A first line whose quotes are not as CSV has them, so that it has no columns. */
export function unsoundHeader(line: string): UnreadableFileError {
  const what = whatItIs(line) || ' Its quotes are not in order.';
  return new UnreadableFileError(`The first line is no header of an accounting file.${what} ${shown(line)}`);
}

/** Text that begins with a bracket, with or without a line end: no header does, and no row can follow. */
export function beginsArray(): UnreadableFileError {
  return new UnreadableFileError(`It begins with a bracket, as a JSON array does. ${ONE_OBJECT_A_LINE}`);
}

/** Text that begins like JSON, and no line of it is an object. */
export function noObjects(): UnreadableFileError {
  return new UnreadableFileError(`No line of it is a JSON object. ${ONE_OBJECT_A_LINE}`);
}

/** JSON lines whose first row lacks a name without which nothing can be counted. */
export function nameless(missing: 'type' | 'timeLogged'): UnreadableFileError {
  return new UnreadableFileError(`The first row of JSON has no "${missing}", so the file cannot be counted.`);
}

export function headerChanged(line: number): UnreadableFileError {
  return new UnreadableFileError(
    `Line ${line} is a header without "timeLogged": the rows below it cannot be placed in time.`,
  );
}

export function tooManyColumns(most: number): UnreadableFileError {
  return new UnreadableFileError(`The header names more than ${most} columns.`);
}

export function tooLongHeader(most: number): UnreadableFileError {
  return new UnreadableFileError(`The first line is longer than ${most} bytes: this is no accounting file.`);
}

export function notText(): UnreadableFileError {
  return new UnreadableFileError('The file is binary, neither text nor gzip of text.');
}

/** The rows would all be columns of the header. */
export function otherLineEnds(): UnreadableFileError {
  return new UnreadableFileError('The lines end with CR alone; an accounting file has LF or CRLF.');
}

/** What the name of a column looks like. */
const COLUMN = /^\s*"?[A-Za-z][\w.-]{0,63}"?\s*$/;

/**
 * The line without addresses and control characters, then cut, if its fields could be names of columns and one of them is.
 * Otherwise it may be a row or a list of customers, and what names a person there nobody can tell.
 */
function shown(line: string): string {
  const fields = line.split(/[,;\t]/);
  const isKnown = (field: string) => KNOWN_COLUMNS.includes(field.replaceAll('"', '').trim().toLowerCase());
  if (!fields.every((field) => COLUMN.test(field)) || !fields.some(isKnown)) {
    return 'It is not shown, since it may name a person.';
  }
  const clean = scrub(line);
  return `It reads: "${clean.slice(0, SHOWN_CHARACTERS)}${clean.length > SHOWN_CHARACTERS ? '…' : ''}"`;
}

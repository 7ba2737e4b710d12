/** Writes the table of labelled sets into docs/accuracy.md: part of `npm run generate`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LABELLED_SETS } from './labelled-sets.ts';
import type { LabelledSet } from './labelled-sets.ts';

export const ACCURACY_DOCUMENT_FILE = join(import.meta.dirname, '../docs/accuracy.md');

const TABLE = /(<!-- sets: [^\n]*-->\n\n)[^]*?(\n\n<!-- end of sets -->)/;

/** The document with the table as the sets have it. */
export function withSetTable(document: string, sets: readonly LabelledSet[]): string {
  if (!TABLE.test(document)) throw new Error('docs/accuracy.md has lost the marks around the table of sets.');
  return document.replace(TABLE, (_all, before: string, after: string) => before + setTable(sets) + after);
}

/** The share of right answers as documents write it: `91.1 %`. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

function setTable(sets: readonly LabelledSet[]): string {
  const rows = sets.map(({ name, what, blind, heldOut, firstLook }) => [
    `\`${name}\``,
    what,
    blind ? 'blind' : '',
    heldOut === 'unread' ? 'unread' : 'read',
    ...(firstLook === null
      ? ['', '', '']
      : [
          String(firstLook.texts),
          percent(firstLook.category, firstLook.texts),
          percent(firstLook.stance, firstLook.texts),
        ]),
  ]);
  const head = ['Set', 'What it is', 'Labelled', 'Held out', 'Number', 'Category', 'Stance'];
  const widths = head.map((_title, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  const isNumber = (at: number): boolean => at >= 4;
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => (isNumber(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, at) => (isNumber(at) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

if (import.meta.filename === process.argv[1]) {
  const document = readFileSync(ACCURACY_DOCUMENT_FILE, 'utf8');
  writeFileSync(ACCURACY_DOCUMENT_FILE, withSetTable(document, LABELLED_SETS));
}

import { stripVTControlCharacters } from 'node:util';
import Table from 'cli-table3';
import pc from 'picocolors';
import { percent, wrapWords } from '../../lambdas/core/text/plain-text.ts';

/** With fewer columns, tables leave out what can be found elsewhere. */
const WIDE = 100;

/** Whether a table has to leave something out. */
export function isNarrow({ columns }: Pick<TextStyle, 'columns'>): boolean {
  return columns < WIDE;
}

/** How wide and how colourful text for a person may be. */
export interface TextStyle {
  columns: number;
  colours: ReturnType<typeof pc.createColors>;
}

export function textStyle({ columns, colours }: { columns: number; colours: boolean }): TextStyle {
  return { columns, colours: pc.createColors(colours) };
}

const NO_LINES = Object.fromEntries(
  'top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid right right-mid middle'
    .split(' ')
    .map((name) => [name, '']),
);

/** A column of a table: its heading. `right` is for numbers; one column may take the `rest` of the width, cut to it. */
export type Column = string | { right: string } | { rest: string };

const BETWEEN_COLUMNS = 2;
/** A narrower column would say nothing; instead, the table is wider than the terminal. */
const MIN_REST = 8;

/** A table without lines, two spaces between its columns. */
export function table(columns: readonly Column[], rows: readonly string[][], style: TextStyle): string {
  const drawn = new Table({
    head: columns.map((column) => style.colours.dim(headingOf(column))),
    colAligns: columns.map((column) => (isRight(column) ? 'right' : 'left')),
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': BETWEEN_COLUMNS },
  });
  drawn.push(...fitted(columns, rows, style));
  return trimLines(drawn.toString());
}

function headingOf(column: Column): string {
  if (typeof column === 'string') return column;
  return 'right' in column ? column.right : column.rest;
}

function isRight(column: Column): boolean {
  return typeof column !== 'string' && 'right' in column;
}

function fitted(columns: readonly Column[], rows: readonly string[][], style: TextStyle): string[][] {
  const rest = columns.findIndex((column) => typeof column !== 'string' && 'rest' in column);
  const widths = columns.map((column, index) => {
    const cells = rows.map((row) => stripVTControlCharacters(row[index] ?? '').length);
    return Math.max(headingOf(column).length, ...cells) + BETWEEN_COLUMNS;
  });
  const others = widths.reduce((sum, width, index) => (index === rest ? sum : sum + width), 0);
  const room = Math.max(MIN_REST, style.columns - others);
  return rows.map((row) => row.map((cell, index) => (index === rest ? shortened(cell, room) : cell)));
}

/** Breaks a text at spaces. Lines after the first are indented like the paragraph, and by `hanging` more. */
export function wrap(text: string, columns: number, hanging = 0): string {
  const paragraphs = text.split('\n').map((paragraph) => {
    const indent = /^ */.exec(paragraph)?.[0] ?? '';
    const words = paragraph.slice(indent.length).split(' ');
    return wrapWords(words, { width: columns, first: indent, others: indent + ' '.repeat(hanging) });
  });
  return paragraphs.join('\n');
}

/** 0.0823 as `8.2 %`; an empty string if there is no rate. */
export function rateText(rate: number | null): string {
  return rate === null ? '' : percent(rate);
}

/** Cuts a text to a width, with an ellipsis in the last place. */
export function shortened(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

function trimLines(text: string): string {
  return text.replace(/[ \t]+$/gm, '');
}

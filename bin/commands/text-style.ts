import Table from 'cli-table3';
import pc from 'picocolors';
import { percent, wrapWords } from '../../lambdas/core/text/plain-text.ts';

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

/** A column of a table: its heading, and `right` where it holds numbers. */
export type Column = string | { right: string };

/** A table without lines, two spaces between its columns. */
export function table(columns: readonly Column[], rows: readonly string[][], { colours }: TextStyle): string {
  const drawn = new Table({
    head: columns.map((column) => colours.dim(typeof column === 'string' ? column : column.right)),
    colAligns: columns.map((column) => (typeof column === 'string' ? 'left' : 'right')),
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
  });
  drawn.push(...rows);
  return trimLines(drawn.toString());
}

/** Breaks a text at spaces; lines after the first begin with as many spaces as the paragraph has, and `hanging` more. */
export function wrap(text: string, columns: number, hanging = 0): string {
  const paragraphs = text.split('\n').map((paragraph) => {
    const indent = /^ */.exec(paragraph)?.[0] ?? '';
    const words = paragraph.slice(indent.length).split(' ');
    return wrapWords(words, { width: columns, first: indent, others: indent + ' '.repeat(hanging) });
  });
  return paragraphs.join('\n');
}

/** 0.0823 as `8.2 %`; an empty string where there is no rate. */
export function rateText(rate: number | null): string {
  return rate === null ? '' : percent(rate);
}

/** Cuts a text to a width, the last place taken by an ellipsis. */
export function shortened(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

function trimLines(text: string): string {
  return text.replace(/[ \t]+$/gm, '');
}

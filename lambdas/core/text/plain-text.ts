/** The widest line of an alert's text: what a terminal and a mail program on a phone show without breaking it. */
const WIDTH = 76;

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A number stays on one line with its per cent. */
const BETWEEN_WORDS = / (?!%)/;

/** A paragraph or list item of an alert in lines; those after the first are indented as far as the mark reaches. */
export function wrap(text: string, mark = ''): string {
  const words = text.split(BETWEEN_WORDS).filter((word) => word !== '');
  return wrapWords(words, { width: WIDTH, first: mark, others: ' '.repeat(mark.length) });
}

/**
 * Words in lines; one that is longer than a line gets one to itself.
 *
 * @param lines the width of each (characters), and what the first and all the others begin with
 */
export function wrapWords(
  words: readonly string[],
  { width, first, others }: { width: number; first: string; others: string },
): string {
  const lines: string[] = [];
  let start = first;
  let line = first;
  for (const word of words) {
    const isEmpty = line.length === start.length;
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      start = others;
      line = others + word;
    } else {
      line += isEmpty ? word : ` ${word}`;
    }
  }
  return [...lines, line].join('\n');
}

/** `0.2314` as `23.1 %`; a share above zero never reads as `0.0 %`. */
export function percent(share: number): string {
  const shown = (share * 100).toFixed(1);
  return shown === '0.0' && share > 0 ? 'under 0.1 %' : `${shown} %`;
}

/** A limit as it was set: `5 %`, `7.5 %`. */
export function limitText(limit: number): string {
  return `${Number((limit * 100).toFixed(2))} %`;
}

/** `1234567` as `1,234,567`, whatever the machine's language. */
export function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 attempt`, `1,200 attempts`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** `24 November 2026`. */
export function dayText(instant: Date): string {
  return `${instant.getUTCDate()} ${MONTHS[instant.getUTCMonth()]} ${instant.getUTCFullYear()}`;
}

/** `01:00`, UTC. */
export function clockText(instant: Date): string {
  return instant.toISOString().slice(11, 16);
}

/** `01:00 UTC`; `24 Nov 01:00` where that is not the day of another instant. */
export function clockOrDayText(instant: Date, seenFrom: Date): string {
  const clock = clockText(instant);
  const isSameDay = instant.toISOString().slice(0, 10) === seenFrom.toISOString().slice(0, 10);
  return isSameDay
    ? `${clock} UTC`
    : `${instant.getUTCDate()} ${MONTHS[instant.getUTCMonth()]?.slice(0, 3)} ${clock}`;
}

/** ASCII alone: accents are dropped, other letters become `?`. */
export function ascii(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x20-\x7e]/g, '?');
}

/** At most `length` characters, with `..` where something is cut. */
export function cutTo(length: number, text: string): string {
  return text.length <= length ? text : `${text.slice(0, length - 2)}..`;
}

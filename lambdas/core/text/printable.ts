/** Control, format, private and unassigned characters, lone surrogates, and what separates lines and paragraphs. */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * Text out of a file (a name, a reply), made safe for a terminal and for mail: each character that a program would act
 * on, or that nobody can see, becomes a `?`. That mark is ASCII, so that it survives in a subject as well.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '?');
}

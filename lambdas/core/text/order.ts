/** The order of text by its code units, the same on every machine; for `sort`. */
export function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** More slips than this make another word. */
const MAX_SLIPS = 2;

/** The known name that a misspelt one most likely means; undefined where none is near. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.min(MAX_SLIPS, Math.floor((name.length - 1) / 2)) + 1;
  for (const candidate of known) {
    const slips = slipsBetween(name, candidate);
    if (slips >= least) continue;
    least = slips;
    best = candidate;
  }
  return best;
}

/** How many letters are missing, superfluous or wrong; two that changed places are one slip. */
function slipsBetween(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const wrong = one[i - 1] === other[j - 1] ? 0 : 1;
      const swapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row.push(
        Math.min(
          (last[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (last[j - 1] ?? 0) + wrong,
          swapped ? (beforeLast[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [beforeLast, last] = [last, row];
  }
  return last[other.length] ?? 0;
}

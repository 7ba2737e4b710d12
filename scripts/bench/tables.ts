import type { BenchFile } from './bench-file.ts';
import type { Ratio, Standing } from './comparison.ts';
import type { StageTime } from './stages.ts';

const SHOWN_SECONDS = 0.005;

/** What each contender took, and how many times our time. */
export function comparisonTable(standings: readonly Standing[]): string {
  return table(
    ['', 'seconds (median)', 'peak MB', 'times our time (median, range)'],
    standings.map(({ name, seconds, peakMb, against }) => [
      name,
      seconds.toFixed(2),
      peakMb === 0 ? 'not known' : peakMb.toFixed(0),
      ratioCell(against),
    ]),
  );
}

/** Where the time of a run goes; shares are of all work, on whichever thread. Less than 5 ms are left out. */
export function stageTable(times: readonly StageTime[]): string {
  const work = times.reduce((sum, { seconds, isWaiting }) => sum + (isWaiting ? 0 : seconds), 0);
  return table(
    ['stage', 'seconds', 'share of the work'],
    times
      .filter(({ seconds }) => seconds >= SHOWN_SECONDS)
      .map(({ stage, seconds, isWaiting }) => [
        stage,
        seconds.toFixed(2),
        isWaiting ? '' : `${((100 * seconds) / work).toFixed(0)} %`,
      ]),
  );
}

/** How much more memory ten times the rows take, for each file that was measured in both sizes; empty if none was. */
export function growthTable(peaks: ReadonlyMap<BenchFile, number>): string {
  const rows = [...peaks].flatMap(([file, large]) => {
    const small = [...peaks].find(
      ([other]) => other.day === file.day && other.form === file.form && other.bytes * 10 === file.bytes,
    );
    if (!small) return [];
    return [
      [`from ${small[0].name} to ${file.name}`, small[1], large, large - small[1]].map((cell) =>
        typeof cell === 'number' ? cell.toFixed(0) : cell,
      ),
    ];
  });
  return rows.length === 0 ? '' : table(['our peak memory, MB', 'small', 'large', 'more'], rows);
}

function ratioCell(against: Ratio | string | undefined): string {
  if (against === undefined) return '1';
  if (typeof against === 'string') return against;
  const { median, least, most, rounds } = against;
  if (rounds === 1) return `${median.toFixed(2)} (one run)`;
  return `${median.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`;
}

/** A table of Markdown: the first column is words, the others are numbers. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = header.map((_, column) => (column === 0 ? '---' : '---:'));
  return [header, rule, ...rows].map(line).join('\n');
}

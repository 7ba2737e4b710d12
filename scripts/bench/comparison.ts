import type { Contender } from './contenders.ts';
import { median, run } from './measure.ts';
import type { Run } from './measure.ts';
import { differences } from './result.ts';
import type { Result } from './result.ts';

/** A contender and the files that it is to read. */
export interface Entrant {
  contender: Contender;
  files: readonly string[];
  /** What the table calls it; the contender's name if left out. */
  name?: string;
}

/** How many times our time another takes: its time divided by ours, in each round. */
export interface Ratio {
  median: number;
  least: number;
  most: number;
  rounds: number;
}

/** What an entrant took. */
export interface Standing {
  name: string;
  /** Median of its rounds. */
  seconds: number;
  /** The most of its rounds. */
  peakMb: number;
  /** Absent for the first, whom all are compared with; a sentence where its results differ. */
  against?: Ratio | string;
}

interface Round extends Pick<Run, 'seconds' | 'peakMb'> {
  result?: Result | undefined;
}

/**
 * Runs the entrants in turn, so that whatever else the machine does meets all of them, and every other round in the
 * opposite order, so that none always has the same one before it. All are compared with the first.
 */
export async function compare(entrants: readonly Entrant[], rounds: number): Promise<Standing[]> {
  const taken = new Map<Entrant, Round[]>(entrants.map((entrant) => [entrant, []]));
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? entrants : entrants.toReversed();
    for (const entrant of order) {
      if (round > 0 && entrant.contender.isSlow) continue;
      taken.get(entrant)!.push(await roundOf(entrant));
    }
  }
  const [own, ...others] = [...taken].map(([entrant, its]) => ({ ...standingOf(entrant, its), its }));
  if (!own) return [];
  return [
    { name: own.name, seconds: own.seconds, peakMb: own.peakMb },
    ...others.map(({ its, ...standing }) => ({ ...standing, against: against(own.its, its) })),
  ];
}

async function roundOf({ contender, files }: Entrant): Promise<Round> {
  const { seconds, peakMb, stdout } = await run(contender.command(...files));
  return { seconds, peakMb, result: contender.resultOf?.(stdout) };
}

function standingOf({ contender, name = contender.name }: Entrant, rounds: readonly Round[]): Standing {
  return {
    name,
    seconds: median(rounds.map(({ seconds }) => seconds)),
    peakMb: Math.max(...rounds.map(({ peakMb }) => peakMb)),
  };
}

/** A ratio only where every run of both found the same. */
function against(own: readonly Round[], theirs: readonly Round[]): Ratio | string {
  const [reference] = own;
  for (const { result } of [...own, ...theirs]) {
    if (!reference?.result || !result) continue;
    const found = differences(reference.result, result);
    if (found.length > 0) {
      return `no ratio: the results differ in ${found.length} places, first ${found[0]!.replace('\t', ' ')}`;
    }
  }
  const ratios = theirs.map(({ seconds }, round) => seconds / own[round]!.seconds);
  return {
    median: median(ratios),
    least: Math.min(...ratios),
    most: Math.max(...ratios),
    rounds: ratios.length,
  };
}

import type { Incident } from './life-cycle/incident.ts';
import type { Matter } from './matter.ts';

/** Until when figures have been judged, and which incidents are under way. */
export interface Roster {
  /** Rises by one with every write. */
  revision: number;
  /** The latest time that was judged, ISO 8601 UTC; null before the first. */
  judgedAt: string | null;
  /** Every incident that is open or has unsent alerts: it must be looked at even where its figures have vanished. */
  matters: Matter[];
}

/** Those that must be looked at even if their figures have vanished. */
export function mattersUnderWay(incidents: readonly Incident[]): Matter[] {
  return incidents
    .filter(({ status, unsent }) => status === 'open' || unsent.length > 0)
    .map(({ matter }) => matter);
}

/** The matters that a roster loses when it is written for these incidents. */
export function droppedFrom(roster: Roster, decided: readonly Incident[]): Matter[] {
  const kept = new Set(mattersUnderWay(decided));
  return roster.matters.filter((matter) => !kept.has(matter));
}

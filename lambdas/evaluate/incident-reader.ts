import type { Incident } from '../core/incidents/life-cycle/incident.ts';
import { isOfMany } from '../core/incidents/matter.ts';
import type { Matter } from '../core/incidents/matter.ts';
import type { Incidents } from '../core/ports.ts';
import { UnreadableItemError } from '../core/store-error.ts';

/** Reads incidents for one evaluation, and keeps in mind which cannot be read, so that all others are reported. */
export class IncidentReader {
  private readonly incidents: Incidents;
  private readonly failureOf = new Map<Matter, UnreadableItemError>();

  constructor(incidents: Incidents) {
    this.incidents = incidents;
  }

  /** The matters whose incident cannot be read: whether they have one cannot be told. */
  get unreadable(): ReadonlySet<Matter> {
    return new Set(this.failureOf.keys());
  }

  /** One for each incident that cannot be read. */
  get failures(): UnreadableItemError[] {
    return [...this.failureOf.values()];
  }

  /**
   * The incidents of these matters, as far as there are any. Fails where that of many at once cannot be read: what it
   * mutes would all be reported.
   */
  async of(matters: readonly Matter[]): Promise<Incident[]> {
    const found: Incident[] = [];
    for (const matter of new Set(matters)) {
      const incident = await this.read(matter);
      if (incident) found.push(incident);
    }
    return found;
  }

  private async read(matter: Matter): Promise<Incident | undefined> {
    try {
      return await this.incidents.load(matter);
    } catch (failure) {
      if (isOfMany(matter) || !(failure instanceof UnreadableItemError)) throw failure;
      this.failureOf.set(matter, failure);
      return undefined;
    }
  }
}

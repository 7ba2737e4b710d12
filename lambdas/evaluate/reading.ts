import type { HourlyFigures } from '../core/figures/hourly-figures.ts';
import type { Hour } from '../core/hour.ts';
import type { Incident } from '../core/incidents/life-cycle/incident.ts';
import type { Matter } from '../core/incidents/matter.ts';
import type { FiguresStore, Incidents } from '../core/ports.ts';
import { UnreadableItemError } from '../core/store-error.ts';

/** Reads figures and incidents for one evaluation, and keeps in mind what cannot be read, so that the rest goes on. */
export class Reading {
  readonly #stores: { figures: FiguresStore; incidents: Incidents };
  readonly #incidents = new Map<Matter, UnreadableItemError>();
  readonly #figures: UnreadableItemError[] = [];

  constructor(stores: { figures: FiguresStore; incidents: Incidents }) {
    this.#stores = stores;
  }

  /** The matters whose incident cannot be read: whether they have one cannot be told. */
  get unreadable(): ReadonlySet<Matter> {
    return new Set(this.#incidents.keys());
  }

  /** One for each item that cannot be read. */
  get failures(): UnreadableItemError[] {
    return [...this.#incidents.values(), ...this.#figures];
  }

  async figuresOf(hours: readonly Hour[]): Promise<HourlyFigures[]> {
    return this.#stores.figures.ofHours(hours, (failure) => this.#figures.push(failure));
  }

  /** The incidents of these matters, as far as there are any. */
  async incidentsOf(matters: readonly Matter[]): Promise<Incident[]> {
    const found: Incident[] = [];
    for (const matter of new Set(matters)) {
      const incident = await this.#incidentOf(matter);
      if (incident) found.push(incident);
    }
    return found;
  }

  async #incidentOf(matter: Matter): Promise<Incident | undefined> {
    try {
      return await this.#stores.incidents.load(matter);
    } catch (failure) {
      if (!(failure instanceof UnreadableItemError)) throw failure;
      this.#incidents.set(matter, failure);
      return undefined;
    }
  }
}

import type { Alert } from '../core/incidents/alert.ts';
import type { Incident } from '../core/incidents/life-cycle/incident.ts';
import type { Matter } from '../core/incidents/matter.ts';
import type { Roster } from '../core/incidents/roster.ts';
import type { Incidents } from '../core/ports.ts';

/** Incidents in memory: for the command line and for tests. Nothing expires. */
export class MemoryIncidents implements Incidents {
  private currentRoster: Roster = { revision: 0, judgedAt: null, matters: [] };
  private readonly incidents = new Map<Matter, Incident>();
  private readonly alerts = new Map<string, Alert>();

  async roster(): Promise<Roster> {
    return structuredClone(this.currentRoster);
  }

  async saveRoster(roster: Roster): Promise<boolean> {
    if (roster.revision !== this.currentRoster.revision + 1) return false;
    this.currentRoster = structuredClone(roster);
    return true;
  }

  async load(matter: Matter): Promise<Incident | undefined> {
    return structuredClone(this.incidents.get(matter));
  }

  async save(incident: Incident): Promise<boolean> {
    if (incident.revision !== (this.incidents.get(incident.matter)?.revision ?? 0) + 1) return false;
    this.incidents.set(incident.matter, structuredClone(incident));
    return true;
  }

  async keep(alert: Alert): Promise<void> {
    this.alerts.set(alert.alertId, structuredClone(alert));
  }

  /** The alerts that were kept, in the order in which they were first sent. */
  get sent(): Alert[] {
    return [...this.alerts.values()];
  }
}

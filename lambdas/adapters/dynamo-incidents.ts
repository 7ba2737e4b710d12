import * as z from 'zod';
import { hourOf } from '../core/hour.ts';
import type { Alert } from '../core/incidents/alert.ts';
import type { Incident } from '../core/incidents/life-cycle/incident.ts';
import type { Matter } from '../core/incidents/matter.ts';
import type { Roster } from '../core/incidents/roster.ts';
import type { Incidents } from '../core/ports.ts';
import { json } from './attributes.ts';
import { FiguresTable, readItem } from './figures-table.ts';
import type { Item, TableSettings } from './figures-table.ts';
import { storedIncident, storedRoster } from './stored-incident.ts';
import { EXPIRY, PARTITIONS, SORT_KEYS } from './table-layout.ts';

/** No ISP is called that; besides, the roster has a sort key of its own. */
const ROSTER = { pk: `${PARTITIONS.incident}roster`, sk: SORT_KEYS.roster };

const stateItem = z.object({ incident: json.pipe(storedIncident) });
const rosterItem = z.object({ roster: json.pipe(storedRoster) });

/**
 * Incidents in the figures table (docs/decisions/0004): `INCIDENT#<matter>` holds the `STATE` and, for each alert sent,
 * one `EVENT#<time>#<alertId>`; `INCIDENT#roster` names those under way, so that no index is needed.
 *
 * What is open never expires. A resolved incident is kept five weeks longer than the figures of the last hour it
 * reported, an alert as long as those of the hour in which it was decided.
 */
export class DynamoIncidents implements Incidents {
  private readonly table: FiguresTable;

  constructor(settings: TableSettings) {
    this.table = new FiguresTable(settings);
  }

  async roster(): Promise<Roster> {
    const item = await this.table.get(ROSTER.pk, ROSTER.sk);
    return item ? readItem(item, rosterItem).roster : { revision: 0, judgedAt: null, matters: [] };
  }

  async saveRoster(roster: Roster): Promise<boolean> {
    return this.table.putNext(
      {
        pk: { S: ROSTER.pk },
        sk: { S: ROSTER.sk },
        roster: { S: JSON.stringify(roster) },
      },
      roster.revision,
    );
  }

  async load(matter: Matter): Promise<Incident | undefined> {
    const item = await this.table.get(partition(matter), SORT_KEYS.incident);
    return item && readItem(item, stateItem).incident;
  }

  async save(incident: Incident): Promise<boolean> {
    const { matter, revision, status, firstHour, toldUntil, highest } = incident;
    const item: Item = {
      pk: { S: partition(matter) },
      sk: { S: SORT_KEYS.incident },
      status: { S: status },
      severity: { S: highest.severity },
      firstHour: { S: firstHour },
      incident: { S: JSON.stringify(incident) },
    };
    const isOver = status === 'resolved' && incident.unsent.length === 0;
    if (isOver) item[EXPIRY] = this.table.expiryOf(toldUntil ?? firstHour, 'incident');
    return this.table.putNext(item, revision);
  }

  async keep(alert: Alert): Promise<void> {
    await this.table.putIfAbsent({
      pk: { S: partition(alert.isp) },
      sk: { S: `${SORT_KEYS.alert}${alert.at}#${alert.alertId}` },
      kind: { S: alert.kind },
      severity: { S: alert.severity },
      alert: { S: JSON.stringify(alert) },
      [EXPIRY]: this.table.expiryOf(hourOf(Date.parse(alert.at)), 'alert'),
    });
  }
}

function partition(matter: Matter): string {
  return `${PARTITIONS.incident}${matter}`;
}

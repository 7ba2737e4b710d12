import type { Incident } from '../core/incidents/life-cycle/incident.ts';
import type { AlertChannel, Incidents } from '../core/ports.ts';

/** What a delivery came to. */
export interface Delivery {
  /** The incidents as they are stored now. */
  incidents: Incident[];
  /** One for each incident whose alerts could not all be sent. */
  failures: unknown[];
}

/**
 * Sends the unsent alerts of each incident in the order of their sequence, and marks each as sent. An alert that is
 * interrupted between sending and marking is sent again, with the same `alertId`. If one fails, those after it wait;
 * other incidents do not, while there is time.
 *
 * @param hasTime whether another alert may still be begun
 */
export async function deliver(
  incidents: readonly Incident[],
  ports: { incidents: Incidents; alerts: AlertChannel },
  hasTime: () => boolean,
): Promise<Delivery> {
  const delivery: Delivery = { incidents: [], failures: [] };
  for (const incident of incidents) {
    let current = incident;
    try {
      for (const alert of incident.unsent) {
        if (!hasTime()) throw new Error(`no time was left to send alert ${alert.alertId}`);
        await ports.alerts.send(alert);
        await ports.incidents.keep(alert);
        const marked = { ...current, revision: current.revision + 1, unsent: current.unsent.slice(1) };
        if (!(await ports.incidents.save(marked))) {
          throw new Error(
            `alert ${alert.alertId} was sent, and another evaluation changed its incident meanwhile`,
          );
        }
        current = marked;
      }
    } catch (failure) {
      delivery.failures.push(failure);
    }
    delivery.incidents.push(current);
  }
  return delivery;
}

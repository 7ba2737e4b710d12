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
    const { sent, failure } = await deliverOne(incident, ports, hasTime);
    delivery.incidents.push(sent);
    if (failure !== undefined) delivery.failures.push(failure);
  }
  return delivery;
}

/** The incident as it is stored after what could be sent, and why not all could. */
async function deliverOne(
  incident: Incident,
  { incidents, alerts }: { incidents: Incidents; alerts: AlertChannel },
  hasTime: () => boolean,
): Promise<{ sent: Incident; failure?: unknown }> {
  let sent = incident;
  for (const alert of incident.unsent) {
    const { alertId } = alert;
    if (!hasTime()) return { sent, failure: new Error(`no time was left to send alert ${alertId}`) };
    const marked = { ...sent, revision: sent.revision + 1, unsent: sent.unsent.slice(1) };
    try {
      await alerts.send(alert);
      await incidents.keep(alert);
      if (!(await incidents.save(marked))) {
        const what = `alert ${alertId} was sent, and another evaluation changed its incident meanwhile`;
        return { sent, failure: new Error(what) };
      }
    } catch (failure) {
      return { sent, failure };
    }
    sent = marked;
  }
  return { sent };
}

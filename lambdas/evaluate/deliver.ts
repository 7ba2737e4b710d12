import type { Alert } from '../core/incidents/alert.ts';
import type { Incident } from '../core/incidents/incident.ts';
import type { AlertChannel, Incidents } from '../core/ports.ts';
import { EVALUATE_CAPACITY } from './settings.ts';

/** Alerts that could not be sent. They stay in the outbox, and the next evaluation sends them first. */
export class UnsentAlertsError extends AggregateError {
  override readonly name = 'UnsentAlertsError';

  /** What was sent all the same. */
  readonly sent: readonly Alert[];

  constructor(failures: readonly unknown[], sent: readonly Alert[]) {
    const reasons = failures.map((failure) => (failure instanceof Error ? failure.message : String(failure)));
    super(failures, `${failures.length} incident(s) keep unsent alerts:\n${reasons.join('\n')}`);
    this.sent = sent;
  }
}

/** What a delivery came to. */
export interface Delivery {
  sent: Alert[];
  /** The incidents as they are stored now. */
  incidents: Incident[];
  /** One for each incident whose alerts could not all be sent. */
  failures: unknown[];
}

/** One run of evaluate. */
export interface Run {
  /** Tells it from others. */
  id: string;
  /** The time that it judges. */
  now: Date;
  /** Whether another alert may still be begun. */
  hasTime: () => boolean;
}

/** So long a run may be at work on what it has taken (milliseconds). */
const LONGEST_RUN = EVALUATE_CAPACITY.timeoutSeconds * 1000;

/**
 * Sends the unsent alerts of each incident in the order of their sequence, and marks each as sent. An alert that is
 * interrupted between sending and marking is sent again, with the same `alertId`. Where one fails, those after it
 * wait; other incidents do not, while there is time. What another run is sending is left to it: a scheduler may call
 * twice, and nobody wants two messages.
 */
export async function deliver(
  incidents: readonly Incident[],
  ports: { incidents: Incidents; alerts: AlertChannel },
  run: Run,
): Promise<Delivery> {
  const delivery: Delivery = { sent: [], incidents: [], failures: [] };
  for (const incident of incidents) {
    let current = incident;
    try {
      const taken = await take(incident, ports.incidents, run);
      current = taken ?? incident;
      for (const alert of taken?.unsent ?? []) {
        if (!run.hasTime()) throw new Error(`no time was left to send alert ${alert.alertId}`);
        await ports.alerts.send(alert);
        delivery.sent.push(alert);
        await ports.incidents.keep(alert);
        const marked = sentBy(run, {
          ...current,
          revision: current.revision + 1,
          unsent: current.unsent.slice(1),
        });
        if (!(await ports.incidents.save(marked)))
          throw new Error(`another evaluation changed ${incident.isp}`);
        current = marked;
      }
    } catch (failure) {
      delivery.failures.push(failure);
    }
    delivery.incidents.push(current);
  }
  return delivery;
}

/** An incident whose unsent alerts, if there are any, are this run's to send. */
export function sentBy({ id, now }: Run, incident: Incident): Incident {
  const { sending: _, ...others } = incident;
  return incident.unsent.length === 0 ? others : { ...others, sending: { by: id, at: now.toISOString() } };
}

/** Whether another run is sending an incident's alerts just now. */
export function isSentByAnother({ id, now }: Run, { sending, unsent }: Incident): boolean {
  if (unsent.length === 0 || !sending || sending.by === id) return false;
  return Math.abs(now.getTime() - Date.parse(sending.at)) < LONGEST_RUN;
}

/** Makes what is unsent this run's own; undefined where another run is sending it, or was first to take it. */
async function take(incident: Incident, incidents: Incidents, run: Run): Promise<Incident | undefined> {
  if (incident.unsent.length === 0 || incident.sending?.by === run.id) return incident;
  if (isSentByAnother(run, incident)) return undefined;
  const taken = sentBy(run, { ...incident, revision: incident.revision + 1 });
  return (await incidents.save(taken)) ? taken : undefined;
}

import type { Alert } from '../core/incidents/alert.ts';
import type { AlertChannel } from '../core/ports.ts';

/** Keeps what it is sent: for the command line and for tests. */
export class MemoryAlertChannel implements AlertChannel {
  /** In the order of sending. */
  readonly alerts: Alert[] = [];

  async send(alert: Alert): Promise<void> {
    this.alerts.push(structuredClone(alert));
  }
}

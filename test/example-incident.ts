import type { Alert } from '../lambdas/core/incidents/alert.ts';
import type { Incident } from '../lambdas/core/incidents/life-cycle/incident.ts';

const NAMED = {
  ips: ['203.0.113.7'],
  vmtas: ['vmta1'],
  queues: ['gmail.com/vmta1'],
  domains: ['gmail.com'],
};

/** An alert with what a test says about it. */
export function exampleAlert(part: Partial<Alert> = {}): Alert {
  const isp = part.isp ?? 'gmail';
  return {
    alertId: `${isp}/2026-11-24T01/opened/1`,
    sequence: 1,
    isp,
    kind: 'opened',
    severity: 'warning',
    category: 'reputation',
    stance: 'intervention',
    reason: 'rate',
    hour: '2026-11-24T01:00:00Z',
    at: '2026-11-24T02:00:00.000Z',
    rate: 0.1,
    limit: 0.05,
    subject: 'WARNING Gmail: 10.0 % throttled since 01:00 UTC (reputation: act now)',
    text: 'Gmail throttled 10.0 %.',
    advice: {
      meaning: 'Reputation.',
      do: ['Slow down.'],
      avoid: ['Do not push.'],
      commands: ['pmta reload'],
    },
    scope: { kind: 'ip', ...NAMED },
    ...part,
  };
}

/** An open incident with what a test says about it. */
export function exampleIncident(part: Partial<Incident> = {}): Incident {
  return {
    matter: 'gmail',
    revision: 1,
    status: 'open',
    firstHour: '2026-11-24T01',
    previousUntil: null,
    toldUntil: null,
    sequence: 1,
    openedAt: '2026-11-24T02:00:00.000Z',
    toldAt: '2026-11-24T02:00:00.000Z',
    highest: { severity: 'warning', limit: 0.05 },
    worstRate: 0.1,
    worstBlockedRate: 0,
    told: {
      intervention: true,
      blocked: false,
      immediate: [],
      bounced: [],
      ips: [],
      persistent: false,
      noTraffic: false,
    },
    category: 'reputation',
    stance: 'intervention',
    place: { blamed: 'ip', ...NAMED, sources: ['vmta1 203.0.113.7'] },
    lastVolume: '2026-11-24T01',
    lastTrouble: '2026-11-24T01',
    unsent: [],
    ...part,
  };
}

import { MemoryAlertChannel } from '../../lambdas/adapters/memory-alert-channel.ts';
import { MemoryFigures } from '../../lambdas/adapters/memory-figures.ts';
import { MemoryIncidents } from '../../lambdas/adapters/memory-incidents.ts';
import type { Figures } from '../../lambdas/core/figures/figures.ts';
import { endOf, shiftHour } from '../../lambdas/core/hour.ts';
import type { Hour } from '../../lambdas/core/hour.ts';
import type { Alert } from '../../lambdas/core/incidents/alert.ts';
import type { Isp } from '../../lambdas/core/receivers/isp.ts';
import { parseSettings } from '../../lambdas/core/settings.ts';
import { evaluate } from '../../lambdas/evaluate/evaluate.ts';
import type { EvaluateContext } from '../../lambdas/evaluate/evaluate.ts';
import { figuresOf, RULES } from '../core/incidents/attempts.ts';
import type { Attempts } from '../core/incidents/attempts.ts';

/** The hour in which every story begins. */
export const FIRST: Hour = '2026-11-24T01';

const isp = (id: string, name: string): Isp => ({
  id,
  name,
  mx: [],
  domains: [],
  rollups: [],
  aliases: [],
  postmaster: [{ title: `${name} postmaster`, url: `https://postmaster.example/${id}` }],
  source: 'made for tests',
});

export const CONTEXT: EvaluateContext = {
  settings: parseSettings({}, 'test'),
  directory: { isps: [isp('gmail', 'Gmail'), isp('yahoo', 'Yahoo'), isp('outlook', 'Outlook.com')] },
  catalogue: { rules: RULES },
};

/** One sender's day: figures arrive, time passes, alerts are sent. */
export class Day {
  readonly figures = new MemoryFigures();
  readonly incidents = new MemoryIncidents();
  readonly alerts = new MemoryAlertChannel();
  readonly context: EvaluateContext;
  private version = 0;

  constructor(
    settings: unknown = {},
    knowledge: Partial<Pick<EvaluateContext, 'catalogue' | 'directory'>> = {},
  ) {
    this.context = { ...CONTEXT, settings: parseSettings(settings, 'test'), ...knowledge };
  }

  async put(hour: Hour, name: string, figures: Figures): Promise<void> {
    await this.figures.put({ hour, isp: name, version: ++this.version, figures });
  }

  /** Evaluates at the end of an hour, or some minutes later. */
  async evaluateAfter(hour: Hour, minutes = 0): Promise<Alert[]> {
    const before = this.alerts.alerts.length;
    await evaluate(new Date(endOf(hour) + minutes * 60_000), this, this.context);
    return this.alerts.alerts.slice(before);
  }
}

/** What happens hour by hour at the ISPs that a story names; nothing at all in an hour that is null. */
export type Story = Record<string, readonly (Attempts | null)[]>;

/** Plays a story as the command line does: evaluated once at the end of each hour. */
export async function play(story: Story, settings: unknown = {}): Promise<Alert[]> {
  const day = new Day(settings);
  const length = Math.max(...Object.values(story).map((hours) => hours.length));
  for (let index = 0; index < length; index++) {
    const hour = shiftHour(FIRST, index);
    for (const [name, hours] of Object.entries(story)) {
      const attempts = hours[index];
      if (attempts) await day.put(hour, name, figuresOf(attempts));
    }
    await day.evaluateAfter(hour);
  }
  return day.alerts.alerts;
}

/** An alert in a line: when it was decided, about which hour, and what it is. */
export function line({ at, hour, isp, kind, severity, reason, stance }: Alert): string {
  const time = (text: string) => text.slice(11, 16);
  return `${time(at)} ${isp} ${kind} ${severity} ${reason} ${stance} (${hour.slice(11, 13)})`;
}

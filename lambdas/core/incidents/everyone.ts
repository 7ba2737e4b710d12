import { emptyFigures, type Figures } from '../figures/figures.ts';
import { addFigures } from '../figures/merge.ts';
import { rateOf } from '../figures/rates.ts';
import type { Hour } from '../hour.ts';
import type { IspId } from '../receivers/isp.ts';
import type { Meaning } from '../replies/rule.ts';
import type { Severity } from './alert.ts';
import type { Ground, Verdict } from './verdict.ts';

/** The matter of the sender's own side, where many ISPs throttle at once. */
export const EVERYONE = 'everyone';

/** Fewer ISPs than this in trouble together may be chance. */
const FEWEST_ISPS = 3;

/** What is behind it, when ISPs that know nothing of each other throttle in the same hour. */
const OWN_SIDE: Meaning = {
  id: 'everyone.own-side',
  isp: '*',
  category: 'configuration',
  stance: 'intervention',
  scope: null,
  meaning:
    'Providers that know nothing of each other throttle in the same hour. The fault is most likely on your own side: an IP on a blocklist, DNS, authentication or the network.',
  source:
    'Deferral Watch: more than half of the providers with enough volume, at least three, above their limit',
  advice: {
    do: [
      'IP: look your sending IPs up at Spamhaus and the other lists that the replies name (pmta show topqueues --errors shows them), and check that their PTR records exist and resolve back to the same IP.',
      'DNS: resolve the MX of a provider from the sending machine (pmta resolve --connect DOMAIN). A slow or failing resolver breaks every delivery.',
      'Authentication: check that SPF, the DKIM key and DMARC of the sending domain still resolve, and that nothing was changed or expired today.',
      'Network: check the firewall, the address that NAT shows to the outside, packet loss and the time of the machine.',
      'Ask what changed just before it began: configuration, IP, DNS, a new customer or campaign.',
      'Look again after 30 minutes: with the cause mended all providers recover together.',
    ],
    avoid: [
      'Treating each provider by itself: the same cause would stay.',
      'Moving the mail to other IPs before the cause is known: it spreads the damage.',
      'Raising max-smtp-out or forcing queues with pmta schedule.',
      'Bouncing queues: the mail can still be delivered later.',
    ],
    persistent: [
      'Pause bulk mail to all providers until the cause is found; keep one small queue running as a probe.',
      'Have a second person go through IP, DNS, authentication and network again, from outside your own network.',
      'If a blocklist names your IP, mend the cause first and ask for removal once.',
    ],
    commands: [
      'pmta show topqueues --errors',
      'pmta show queues --mode=backoff --errors --mode-events',
      'pmta show disabled sources {queue}',
    ],
  },
};

/**
 * What an hour says about the sender's own side: trouble where at least three ISPs, and more than half of those
 * with enough volume, are above their first limit; critical where the same is true of the second. The rate is that
 * of the ISPs concerned together, the limit the lowest of theirs, so it is passed whenever theirs are.
 *
 * @param verdicts of each ISP in this hour, `other` and its domains left out
 */
export function judgeEveryone(hour: Hour, settled: boolean, verdicts: ReadonlyMap<IspId, Verdict>): Verdict {
  const enough = [...verdicts].filter(([, verdict]) => verdict.enough);
  for (const severity of ['critical', 'warning'] as const) {
    const concerned = enough.filter(([, verdict]) => isAbove(severity, verdict));
    if (concerned.length < FEWEST_ISPS || concerned.length * 2 <= enough.length) continue;
    const limit = Math.min(...concerned.map(([, verdict]) => rateGround(verdict)?.limit ?? 1));
    return {
      state: 'trouble',
      hour,
      settled,
      enough: true,
      isAwaited: false,
      figures: together(concerned),
      concerned: concerned.map(([isp, { figures }]) => ({ isp, rate: rateOf(figures) ?? 0 })),
      grounds: [{ reason: 'rate', severity, limit, cause: OWN_SIDE }],
    };
  }
  const state = enough.length > 0 ? 'fine' : 'quiet';
  return {
    state,
    hour,
    settled,
    enough: enough.length > 0,
    isAwaited: [...verdicts.values()].some((verdict) => verdict.isAwaited),
    // Added up when asked for: nobody asks for those of most hours.
    get figures() {
      return together(enough);
    },
  };
}

function rateGround(verdict: Verdict): Ground | undefined {
  return verdict.state === 'trouble' ? verdict.grounds.find(({ reason }) => reason === 'rate') : undefined;
}

function isAbove(severity: Severity, verdict: Verdict): boolean {
  const ground = rateGround(verdict);
  return ground !== undefined && (severity === 'warning' || ground.severity === 'critical');
}

function together(verdicts: readonly (readonly [IspId, Verdict])[]): Figures {
  const sum = emptyFigures();
  for (const [, { figures }] of verdicts) addFigures(sum, figures);
  return sum;
}

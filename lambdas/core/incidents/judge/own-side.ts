import type { Meaning } from '../../replies/rule.ts';

/** What it means that ISPs which know nothing of each other throttle in the same hour, and what to do. */
export const OWN_SIDE: Meaning = {
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
    ],
    lookAgain: 'Look again after 30 minutes: with the cause mended all providers recover together.',
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

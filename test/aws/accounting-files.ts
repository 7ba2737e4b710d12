import { hourOf, shiftHour } from '../../lambdas/core/hour.ts';
import type { Hour } from '../../lambdas/core/hour.ts';

const HEADER = 'type,timeLogged,rcpt,dsnStatus,dsnDiag,dsnMta,dlvSourceIp,vmta,queue';

const ANSWERS = [
  ['d', 'gmail.com', '2.0.0', '250 2.0.0 OK', 'gmail-smtp-in.l.google.com'],
  ['d', 'yahoo.com', '2.0.0', '250 ok dirdel', 'mta5.am0.yahoodns.net'],
  [
    't',
    'gmail.com',
    '4.7.28',
    '421 4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP address.',
    'gmail-smtp-in.l.google.com',
  ],
  [
    't',
    'yahoo.com',
    '4.7.0',
    '421 4.7.0 [TSS04] Messages from 203.0.113.7 temporarily deferred due to unexpected volume or user complaints',
    'mta5.am0.yahoodns.net',
  ],
  ['b', 'example.org', '5.1.1', '550 5.1.1 no such user', 'mx.example.org'],
] as const;

/** The hour so many days before now: far from the hours of other tests, and within the retention. */
export function hourDaysAgo(days: number): Hour {
  return shiftHour(hourOf(Date.now()), -24 * days);
}

/** An accounting file with `rows` rows spread over these hours; the same for the same arguments. */
export function accountingFile(seed: number, rows: number, hours: readonly Hour[]): string {
  const lines = [HEADER];
  for (let row = 0; row < rows; row++) {
    const [type, domain, status, reply, mx] = ANSWERS[(seed * 7 + row * 3 + (row >> 2)) % ANSWERS.length]!;
    const hour = hours[(seed + row) % hours.length]!;
    const time = `${hour.replace('T', ' ')}:${String(row % 60).padStart(2, '0')}:00+0000`;
    const [vmta, ip] = [`vmta${seed % 3}`, `203.0.113.${seed % 20}`];
    const recipient = `user${row}@${domain}`;
    lines.push(
      [
        type,
        time,
        recipient,
        status,
        `smtp;${reply.replaceAll(',', '')}`,
        `${mx} (192.0.2.1)`,
        ip,
        vmta,
        `${domain}/${vmta}`,
      ].join(','),
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}

import { HOUR_MS } from '../../lambdas/core/hour.ts';
import type { Host } from './cast.ts';
import type { SampleRow } from './row.ts';

/** One accounting file: the key under which it is shipped, and its text. */
export interface SampleFile {
  key: string;
  text: string;
}

/** move-interval of the sample's hosts, in hours of their own clock. */
const MOVE_INTERVAL_HOURS = 6;

/** PowerMTA's columns in its default order; a file's one header line is the union of those of its record types. */
const COLUMNS =
  'type,timeLogged,timeQueued,orig,rcpt,orcpt,dsnAction,dsnStatus,dsnDiag,dsnMta,bounceCat,srcType,srcMta,dlvType,dlvSourceIp,dlvDestinationIp,dlvEsmtpAvailable,dlvSize,vmta,jobId,envId,queue,vmtaPool'.split(
    ',',
  );

const ACTIONS = { d: 'relayed', b: 'failed', t: 'delayed', tq: '' } as const;

/** Sorts rows into the files that the hosts would have written: CSV of RFC 4180, CRLF, quotes where needed. */
export function writeFiles(rows: readonly SampleRow[], start: Date): SampleFile[] {
  const files = new Map<string, string[]>();
  const sorted = [...rows].sort((one, other) => one.logged - other.logged);
  for (const row of sorted) {
    const key = keyOf(row, start);
    const lines = files.get(key);
    if (lines === undefined) files.set(key, [COLUMNS.join(','), lineOf(row, start)]);
    else lines.push(lineOf(row, start));
  }
  return [...files]
    .map(([key, lines]) => ({ key, text: `${lines.join('\r\n')}\r\n` }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** `mta1/acct-2026-11-23-0002.csv`: PowerMTA names files by date of the host's clock and a number. */
function keyOf({ host, type, logged }: SampleRow, start: Date): string {
  const local = localTime(host, start, logged);
  const number = String(Math.floor(local.getUTCHours() / MOVE_INTERVAL_HOURS)).padStart(4, '0');
  const kind = host.separateDeferrals && (type === 't' || type === 'tq') ? 'deferred' : 'acct';
  return `${host.name}/${kind}-${local.toISOString().slice(0, 10)}-${number}.csv`;
}

function lineOf(row: SampleRow, start: Date): string {
  return COLUMNS.map((column) => quoted(valueOf(column, row, start))).join(',');
}

function valueOf(column: string, row: SampleRow, start: Date): string {
  const { host, type, recipient, source, receiver } = row;
  switch (column) {
    case 'type':
      return type;
    case 'timeLogged':
      return stamp(host, start, row.logged);
    case 'dsnStatus':
      return row.status;
    case 'dsnDiag':
      return row.reply === '' ? '' : `smtp;${row.reply}`;
    case 'dsnMta':
      return `${row.mx} (192.0.2.${addressOf(row.mx)})`;
    case 'dlvType':
      return 'smtp';
    case 'dlvSourceIp':
      return source.ip;
    case 'dlvDestinationIp':
      return `192.0.2.${addressOf(row.mx)}`;
    case 'vmta':
      return source.vmta;
    case 'queue':
      return `${receiver.rollup ?? recipient.domain.toLowerCase()}/${source.vmta}`;
    default:
      return type === 'tq' ? '' : recipientValueOf(column, row, start);
  }
}

/** The columns that a tq row, which is about a queue and not a recipient, leaves empty. */
function recipientValueOf(column: string, row: SampleRow, start: Date): string {
  const { host, type, recipient, localPart } = row;
  const address = `${localPart}@${recipient.domain}`;
  switch (column) {
    case 'timeQueued':
      return stamp(host, start, row.queued);
    case 'orig':
      return `bounce-${address.replace('@', '=')}@mail.example.com`;
    case 'rcpt':
      return address;
    case 'dsnAction':
      return ACTIONS[type];
    case 'bounceCat':
      return row.bounceCat;
    case 'srcType':
      return 'api';
    case 'srcMta':
      return `${host.name}.example.com (127.0.0.1)`;
    case 'dlvEsmtpAvailable':
      return row.receiver.esmtp;
    case 'dlvSize':
      return type === 'd' ? String(row.size) : '';
    case 'jobId':
      return row.job;
    case 'vmtaPool':
      return row.source.vmta.replace(/-\d$/, '-pool');
    default:
      return '';
  }
}

/** The last part of a documentation address that always belongs to the same host name. */
function addressOf(mx: string): number {
  let sum = 0;
  for (const character of mx) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 200;
  return 20 + sum;
}

function localTime(host: Host, start: Date, seconds: number): Date {
  return new Date(start.getTime() + seconds * 1000 + host.offsetMinutes * 60_000);
}

/** `2026-11-23 10:15:00+0200`: a space, the host's own clock, an offset without colon. */
function stamp(host: Host, start: Date, seconds: number): string {
  const local = localTime(host, start, seconds).toISOString();
  const hours = String((host.offsetMinutes * 60_000) / HOUR_MS).padStart(2, '0');
  return `${local.slice(0, 10)} ${local.slice(11, 19)}+${hours}00`;
}

function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/*
 * The ids that receivers write into their replies, each made of the serial number of a row (below 2 ** 52). Their form
 * matters: a reader that knows ids by their form is only measured where they have it.
 */

/** Clusters of Gmail, as its ids begin. */
const GMAIL_CLUSTERS = [
  'd2e1a72fcca58',
  'af79cd13be357',
  'b8d0e1f24c468',
  'd9443c01a7336',
  'a640c23a62f3a',
  '98e67ed59e1d1',
];
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Postfix' base 52: no vowels, so that no id is a word; `z` parts time and inode. */
const LETTERS_OF_LONG_IDS = '0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxy';

/** The id of a transaction with Gmail: `d2e1a72fcca58-6f3a1b2c3d4si1234567pfh.123`. */
export function gmailId(serial: number): string {
  const cluster = GMAIL_CLUSTERS[serial % GMAIL_CLUSTERS.length]!;
  const message = (serial % 16 ** 11).toString(16).padStart(11, '6');
  const [one, two, three] = [26, 26 ** 2, 26 ** 3].map((by) => LETTERS[Math.floor(serial / by) % 26]!);
  return `${cluster}-${message}si${1_000_000 + (serial % 8_999_999)}${one}${two}${three}.${serial % 1_000}`;
}

const MICROSOFT_SITES = ['BN8NAM11', 'DM6NAM12', 'AM0EUR02', 'DB5EUR01', 'SG2APC01'];

/**
 * How Microsoft ends a reply: server, time and the id of the session, `[BN8NAM11FT047.eop-nam11.prod.protection.outlook.com
 * 2026-01-15T03:12:45.123Z 08DE5B72E25E5038]`.
 */
export function microsoftTrailer(serial: number, instant: Date): string {
  const site = MICROSOFT_SITES[serial % MICROSOFT_SITES.length]!;
  const server = `${site}FT${String(serial % 100).padStart(3, '0')}.eop-${site.slice(3).toLowerCase()}`;
  const time = new Date(instant.getTime() + (serial % 1_000)).toISOString();
  return `[${server}.prod.protection.outlook.com ${time} 08DE${hexDigits(serial, 12)}]`;
}

/** What Outlook.com says of a message that it took: `[InternalId=76798951522373, Hostname=MW4PR02MB7123.namprd02.prod.outlook.com] …`. */
export function microsoftReceipt(serial: number): string {
  const host = `MW4PR02MB${1_000 + (serial % 9_000)}.namprd02.prod.outlook.com`;
  const size = 8_000 + (serial % 40_000);
  return (
    `[InternalId=${10 ** 13 + (serial % 10 ** 13)}, Hostname=${host}] ${size} bytes in 0.207, ` +
    `${(size / 212).toFixed(3)} KB/sec Queued mail for delivery -> 250 2.1.5`
  );
}

/** The short id of a queue of Postfix: `3F2A91C0D5`. */
export function shortQueueId(serial: number): string {
  return hexDigits(serial, 10);
}

/** The long id of a queue of Postfix, time before the `z` and inode after it: `4dqk9T5pYVz1RK7`. */
export function longQueueId(serial: number): string {
  const base = LETTERS_OF_LONG_IDS.length;
  const letter = (place: number): string => LETTERS_OF_LONG_IDS[Math.floor(serial / base ** place) % base]!;
  const letters = Array.from({ length: 9 }, (_, place) => letter(place)).join('');
  return `4d${letters.slice(0, 8)}z${letters.slice(5)}`;
}

function hexDigits(serial: number, digits: number): string {
  return (serial % 16 ** digits).toString(16).toUpperCase().padStart(digits, '0');
}

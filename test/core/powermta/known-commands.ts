/**
 * The commands of PowerMTA that advice may hold, written from the PowerMTA v5.0 User's Guide (6.3): what is not in
 * this list does not exist or is not for an operator at night.
 */
const QUEUE = String.raw`\{queue\}`;
const IP = String.raw`\{ip\}`;

const KNOWN_COMMANDS: readonly RegExp[] = [
  `set queue --mode=(?:backoff|normal) ${QUEUE}`,
  `(?:pause|resume) queue ${QUEUE}`,
  `disable source --reenable-after=\\d+[hm] ${IP} ${QUEUE}`,
  `enable source ${IP} ${QUEUE}`,
  `show disabled sources ${QUEUE}`,
  `schedule(?: --retry-recipients)? ${QUEUE}`,
  `show queues(?: --mode=backoff)?(?: --errors)?(?: --mode-events)? ${QUEUE}`,
  'show topqueues --errors',
  `trace(?: --source-ip=${IP})? ${QUEUE}`,
  `show settings ${QUEUE}`,
  'test config',
  'reload',
].map((command) => new RegExp(`^pmta ${command}$`));

export function isKnownCommand(template: string): boolean {
  return KNOWN_COMMANDS.some((command) => command.test(template));
}

/** Commands that hold mail back, and so have no place where waiting is right. */
export function stopsMail(template: string): boolean {
  return /^pmta (?:pause|disable|set queue)/.test(template);
}

/** Every directive that sentences may name, from chapter 3.3 of the guide. */
export const KNOWN_DIRECTIVES: ReadonlySet<string> = new Set([
  'max-smtp-out',
  'backoff-max-smtp-out',
  'max-msg-rate',
  'backoff-max-msg-rate',
  'max-connect-rate',
  'backoff-max-connect-rate',
  'source-ip-max-msg-rate',
  'source-ip-max-connect-rate',
  'source-ip-max-smtp-out',
  'max-msg-per-connection',
  'max-errors-per-connection',
  'retry-after',
  'backoff-retry-after',
  'retry-recipients-after',
  'bounce-after',
  'backoff-notify',
  'disabled-source-ip-notify',
  'backoff-to-normal-after',
  'backoff-to-normal-after-delivery',
  'reenable-source-ip-after',
  'backoff-reroute-to-virtual-mta',
  'mx-rollup-list',
  'smtp-pattern-list',
]);

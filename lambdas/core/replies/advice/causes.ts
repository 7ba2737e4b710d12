import type { AdviceOverride } from '../rule.ts';
import { NEVER_BOUNCE } from './category-advice.ts';

/** Causes that a reply names, and that need other steps than most replies of their category. */

/** Too many addresses of the list do not exist. */
export const UNKNOWN_RECIPIENTS: AdviceOverride = {
  do: [
    'Pause the job whose list brings the unknown addresses (pmta pause job): the bounces of the last days tell which one (5.1.1, user unknown).',
    'Take every address that bounced as unknown off all lists, and those without any activity for 90 days with them.',
    'Go on with recipients who opened or clicked within the last 30 days, at half the volume.',
  ],
  lookAgain: 'Look again after 2 hours: the share of unknown recipients should be below 2 %.',
  avoid: [
    'Slowing down and sending the same list all the same: each unknown address counts again.',
    'Trying bounced addresses once more.',
    NEVER_BOUNCE,
  ],
  persistent: [
    'Find out where the addresses came from (an old list, a form without confirmation), and mail to none of that source until they are confirmed.',
  ],
};

/** The message is larger than the receiver takes. */
export const MESSAGE_TOO_LARGE: AdviceOverride = {
  do: [
    'Find the job in the rows with this reply (jobId), and pause it (pmta pause job) if all its messages are of that size.',
    'Make the message smaller: no attachments, fewer and lighter images. Base64 adds a third to what is attached; many receivers take 10 to 25 MB.',
  ],
  lookAgain: 'Look again after 24 hours, when other messages have gone out.',
  avoid: ['Slowing the queue down: other messages are taken.', 'Sending the same message again.'],
  persistent: ['Put large content on a web page, and link to it.'],
  commands: [],
};

/** The receiver takes mail over TLS alone. */
export const TLS_NEEDED: AdviceOverride = {
  do: [
    'Switch TLS on for this receiver in its <domain> block (use-starttls yes), and reload (pmta reload).',
    'Check that connections reach it encrypted: a firewall that inspects SMTP often takes STARTTLS out of the greeting.',
  ],
  lookAgain: 'Look again after 15 minutes: these replies should be gone.',
};

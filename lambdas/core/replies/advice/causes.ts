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
  avoid: [
    'Moving the mail to another IP: it would come without TLS as well.',
    'Retrying without the change: waiting fixes nothing here.',
    NEVER_BOUNCE,
  ],
  persistent: [
    'Connect to the MX from the sending machine (openssl s_client -starttls smtp): it shows whether TLS is offered there, and which versions both sides know.',
  ],
};

/** Both sides want TLS, and could not agree on it. */
export const TLS_MISMATCH: AdviceOverride = {
  do: [
    'Connect to the MX from the sending machine (openssl s_client -starttls smtp): it shows which versions, ciphers and certificate the receiver offers, and where the handshake ends.',
    'Compare them with what PowerMTA may use (pmta show settings): most often one side no longer knows a version or cipher of the other, or does not trust its certificate. Update what is older, and reload (pmta reload).',
  ],
  lookAgain: 'Look again one hour after the change: these replies should be gone.',
  avoid: [
    'Switching TLS off for the receiver: mail would go out unencrypted, or be refused for that.',
    'Moving the mail to another IP: it would shake hands in the same way.',
    NEVER_BOUNCE,
  ],
  persistent: ['Ask the postmaster of the receiver which versions and ciphers it takes.'],
};

/** A relay holds the mail because the receiver's TLS policy is not met. */
export const TLS_POLICY: AdviceOverride = {
  do: [
    'Look at the log of the relay on your side that gives this answer: it keeps to the TLS policy of the recipient’s domain (MTA-STS or DANE).',
    'See what it could not do: fetch the policy (https://mta-sts.DOMAIN/.well-known/mta-sts.txt), find the MX in it, or agree on TLS with a trusted certificate.',
    'If the policy itself is wrong, only the owner of the domain can mend it: tell its postmaster.',
  ],
  lookAgain: 'Look again one hour after the change: these replies should be gone.',
  avoid: ['Switching the check of policies off: mail would go out unencrypted.', NEVER_BOUNCE],
  persistent: ['Ask the postmaster of the domain whether others report the same (TLS reports, RFC 8460).'],
};

/** The receiver ended the session because of errors in it, or did not understand it. */
export const ERRORS_IN_SESSION: AdviceOverride = {
  do: [
    'Find out what the receiver counts as errors, by the replies before this one: refused recipients (550 5.1.1), or refused commands (500 to 503).',
    'If recipients: take the unknown addresses off the lists, and lower max-errors-per-connection, so that PowerMTA ends the session before the receiver does.',
    'If commands: look for what changes the session on its way, such as a firewall or proxy that inspects SMTP.',
  ],
  lookAgain: 'Look again one hour after the change: the reply should be gone.',
  avoid: [
    'Looking for the cause in the PTR record or the HELO name: the reply is about the session.',
    'Opening sessions faster: each one ends the same way, and some receivers lock the IP for hours.',
    NEVER_BOUNCE,
  ],
  persistent: [
    'Record one session with this receiver where it is not encrypted, and compare each command with its answer.',
  ],
};

/** The host that answers is a relay of the sender's own, and does not know the sender's hosts or domains. */
export const OWN_RELAY: AdviceOverride = {
  do: [
    'Find out which host gives this answer: a relay of your own account, not the MX of the receiver. If the mail should go to the MX, check the route of the domain (pmta resolve).',
    'Log in at the provider of the relay, and compare what it allows (domains of senders, hosts, IPs, certificates) with what PowerMTA sends (pmta show settings).',
    'Add what is missing there, or send from what is allowed.',
  ],
  lookAgain: 'Look again one hour after the change: these replies should be gone.',
  avoid: [
    'Looking for the cause in the PTR record or on blocklists: the relay does not know you, whoever the recipient is.',
    'Retrying without the change: waiting fixes nothing here.',
    NEVER_BOUNCE,
  ],
  persistent: ['Ask the provider of the relay which of its checks the connection fails.'],
};

/** The domain of the envelope sender does not resolve, or its address cannot be written to. */
export const SENDER_DOMAIN: AdviceOverride = {
  do: [
    'Take the envelope sender (MAIL FROM, the column orig) of the refused rows, and look its domain up from outside your network (dig MX, then dig A): it needs an MX or A record that the whole world sees.',
    'If the domain is misspelt, expired or only known inside, correct the sender address of the job (pmta pause job until then); else mend its DNS, and its name servers if they answer late or not at all.',
    'See that the address takes mail: receivers that call back refuse a sender whose MX takes no bounces.',
  ],
  lookAgain: 'Look again one hour after the change, or once the TTL of the old record has passed.',
  avoid: [
    'Looking for the cause in the PTR record or the HELO name: the reply is about the sender address.',
    'Retrying without the change, where the name does not exist: waiting fixes nothing there.',
    'Raising max-smtp-out.',
    NEVER_BOUNCE,
  ],
  persistent: ['Ask whoever runs the name servers of the domain how they answer from outside.'],
};

/** The host asks for a log-in, or did not accept it. */
export const LOG_IN: AdviceOverride = {
  do: [
    'Find out which host gives this answer: a submission host or relay of your own account (a smart host, port 587 or 465) wants a user and a password, the MX of a receiver does not.',
    'If the mail should go to the MX, check the route of the domain (pmta resolve). If it should go through the relay, check the user and password that the configuration has for it, and reload (pmta reload).',
    'If it asks for STARTTLS, switch TLS on for this host (use-starttls yes).',
  ],
  lookAgain: 'Look again after 15 minutes: these replies should be gone.',
  avoid: [
    'Trying again with the same user and password: after some failures the relay locks them, or the IP.',
    'Looking for the cause in PTR records, SPF or DKIM: the reply is about the log-in.',
    'Raising max-smtp-out.',
    NEVER_BOUNCE,
  ],
  persistent: ['Ask whoever runs the relay whether the account is still open, and what it may send.'],
};

/** The log-in is accepted, but not for this sender address. */
export const SEND_AS: AdviceOverride = {
  do: [
    'Compare the sender address of the refused mail with the account that PowerMTA logs in with: the relay takes only addresses that belong to this account.',
    'Have the address or its domain added to the account (Send As, alias, verified sender), or send with an address that belongs to it.',
  ],
  lookAgain: 'Look again one hour after the change: these replies should be gone.',
  avoid: [
    'Changing the user or password: the log-in was accepted.',
    'Retrying without the change: waiting fixes nothing here.',
    'Raising max-smtp-out.',
    NEVER_BOUNCE,
  ],
  persistent: ['Find out which jobs use the address, and pause them (pmta pause job) until it is allowed.'],
};

/** The sender's own relay has locked the account for what it sent. */
export const OWN_ACCOUNT_RESTRICTED: AdviceOverride = {
  do: [
    'Stop the mail of this account (pmta pause queue): the provider of your own account or relay refuses it, whoever the recipient is.',
    'Find out who sent the spam: a stolen password, a script, a customer. Change the password, end its sessions, and remove forwarding rules that you do not know.',
    'Then have the account released by its provider; with Microsoft 365 its administrator does so, under “Restricted entities” in Microsoft Defender.',
  ],
  lookAgain: 'Look again 2 hours after the release: start with a few messages.',
  avoid: [
    'Asking a blocklist or the receiver for removal of the IP: it is the account that is restricted.',
    'Sending through another account before the cause is found: it is locked next.',
    NEVER_BOUNCE,
  ],
  persistent: ['Ask the provider for the messages that led to it: they show where the spam came from.'],
  commands: ['pmta pause queue {queue}', 'pmta show queues --errors {queue}'],
};

/** A relay's plan is used up. */
export const CREDITS_USED_UP: AdviceOverride = {
  do: [
    'Log in at the provider of the relay, and look how much of the plan is used and when it begins anew.',
    'Raise the plan or pay what is open; until then send the mail by another route, or leave it in the queue.',
  ],
  lookAgain: 'Look again one hour after the change: these replies should be gone.',
  avoid: [
    'Changing the user, password or key: the relay knows the account, and refuses it for its credits.',
    'Raising max-smtp-out.',
    NEVER_BOUNCE,
  ],
  persistent: ['Compare what you send in a month with the plan, and choose one that covers it.'],
};

/** A certificate is missing or not trusted. */
export const CERTIFICATE: AdviceOverride = {
  do: [
    'Find out whose certificate it is: the one that PowerMTA presents, or the one of the server that it connects to.',
    'Check it: the date, the name, and the chain up to a root that the other side trusts. If the receiver wants a certificate of the client, add one to the configuration, and reload (pmta reload).',
    'If the certificate of the other server is at fault, only its owner can renew it: tell its postmaster.',
  ],
  lookAgain: 'Look again one hour after the change: these replies should be gone.',
  avoid: [
    'Switching the check of certificates off: mail would go to whoever answers.',
    'Moving the mail to another IP: it presents and gets the same certificate.',
    NEVER_BOUNCE,
  ],
  persistent: ['Watch the dates of your own certificates: have each one renewed 30 days before it ends.'],
};

/** A relay gave the message up after hours or days. */
export const TIME_IN_QUEUE_OVER: AdviceOverride = {
  do: [
    'Look for the refusals of the same message before this one: they say what kept it out. This reply says only that the time for it is over.',
    'If many messages to one domain end so, check that its MX answers (pmta resolve), and treat the earlier refusals by what they say.',
  ],
  avoid: [
    'Raising max-smtp-out, or sending the expired messages again at once: the cause is still there.',
    NEVER_BOUNCE,
  ],
};

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createDirectory } from '../../../lambdas/core/receivers/directory.ts';
import { createCatalogue } from '../../../lambdas/core/replies/catalogue.ts';
import { parseReply } from '../../../lambdas/core/replies/reply.ts';
import { ispsOf } from '../../../lambdas/core/replies/speaker.ts';

const catalogue = createCatalogue();
const directory = createDirectory();

/**
 * Replies with words of one category in them that mean another: the user who is named in a refusal for size, the spam
 * scanner that is down, the connection limit of a user. A wording that is too broad is seen here.
 */
const nearMisses = readFileSync(new URL('../../fixtures/replies/near-misses.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [string, string]);

describe('a reply with words of another category', () => {
  test.each(nearMisses)('is %s: %s', (categories, text) => {
    const reply = parseReply(text, '');
    const { id, category } = catalogue.classify(ispsOf('', reply, directory), reply);
    expect({ id, isAccepted: categories.split('|').includes(category) }).toEqual({ id, isAccepted: true });
  });
});

test.each([
  '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using private blacklist',
  "550 5.7.1 Your IP is on the receiver's block list",
  '421 4.7.1 Connection refused, your IP is on our private blacklist',
  '554 5.7.1 Message blocked by recipient policy',
  "554 5.7.1 Message blocked by recipient's security gateway",
  '421 4.7.0 IP temporarily blocked by user complaints',
])('a block by the receiver is not taken for one by the owner of a mailbox: %s', (text) => {
  expect(catalogue.classify([], parseReply(text, '')).ofOneCustomer).toBeUndefined();
});

/** Replies that an operator would look into at the wrong place if the word that is read first decided. */
const CAUSES: readonly (readonly [rule: string, receiver: string, text: string])[] = [
  ['generic.policy.sender-blocked', '', '550 5.7.1 This host does not accept mail from this sender address'],
  ['generic.policy.one-recipient', '', '550 5.7.1 The recipient has banned mail from your domain'],
  ['microsoft.own-account', 'microsoft-365', '550 5.1.8 Access denied, bad outbound sender'],
  ['microsoft.own-account', 'microsoft-365', '550 5.7.501 Access denied, spam abuse detected'],
  ['generic.blocked-sender.own-account', '', '550 5.2.0 STOREDRV.Submission.Exception:OutboundSpamException'],
  ['generic.configuration.credits', '', '451 Authentication failed: you have no credits left'],
  ['generic.configuration.submission', '', '550 Unauthenticated senders are not allowed here'],
  ['laposte.submission', 'laposte', '550 5.5.0 Authentification requise. LPN001_402'],
  [
    'generic.configuration.tls',
    '',
    '450 4.4.317 Cannot establish session with remote server: STARTTLS is required',
  ],
  ['generic.content.spam', '', '554 5.7.1 Mail rejected due to content filter - Cloudmark'],
  ['generic.content.spam', '', '554 5.7.1 Mail rejected as spam by Spamhaus'],
  ['generic.reputation.complaints.domain', '', '550 5.7.1 Your domain is blocked because of spam complaints'],
  ['generic.configuration.send-as', '', '550 5.7.60 Client does not have permissions to send as this sender'],
  ['generic.configuration.send-as', '', '553 5.7.1 Sender address rejected: not owned by user shop'],
  [
    'gmail.low-reputation.domain',
    'gmail',
    '421 4.7.0 unusual rate of mail: low reputation of the sending domain',
  ],
  ['gmail.low-reputation', 'gmail', '421 4.7.0 very low reputation of the sending IP address/domain'],
  ['gmail.log-in-attempts', 'gmail', '454 4.7.0 Too many login attempts, please try again later.'],
  ['generic.mailbox.unwanted', '', "550 5.7.1 The recipient doesn't want to receive your mail"],
  ['generic.mailbox.unwanted', '', '550 5.1.1 Refused because of the recipient preferences'],
  ['generic.content.language', '', '550 The user does not accept messages in this character set'],
  ['generic.limit.connections', '', '421 4.4.5 CRCP 192.0.2.1: Connection refused. Server is busy'],
  ['generic.configuration.reverse-dns', '', '451 4.4.1 DXNS2 ip address: DNS lookup failed(XDNS)'],
  [
    'generic.limit.rate',
    '',
    '550 5.7.1 Since you sent too many e-mails, wait 24 hours, which is considered as a spam',
  ],
  [
    'generic.policy.client-blocked',
    '',
    '421 Your IP is filtered. Register it with spammaster at example.org',
  ],
  ['generic.come-back-later.first-time', '', '421 Message from (192.0.2.1) temporarily deferred'],
  [
    'generic.trouble.not-done',
    '',
    "450 4.4.1 Can't connect to 127.0.0.1 port 10025, Connection refused at line 9",
  ],
  ['generic.authentication.dmarc', '', '550 5.7.1 Unable to relay: DMARC failed'],
  ['generic.authentication.spf', '', '550 5.7.26 unable to authenticate sender: SPF fail'],
  ['generic.authentication.dkim', '', '550 5.7.1 Cannot verify DKIM signature'],
  ['generic.authentication.temporary', '', '451 4.7.23 unable to verify SPF policy for example.org'],
  [
    'generic.mailbox.domain',
    '',
    '550 5.4.4 Host or domain name not found. Name service error for name=a.example',
  ],
  ['generic.unavailable.lookup', '', '450 4.4.3 Name service error for name=a.example type=MX: try again'],
  ['generic.mailbox.domain', '', '501 5.1.5 Recipient address reserved by RFC 2606'],
  ['generic.configuration.submission', '', '451 5.7.3 Cannot achieve Exchange Server authentication.'],
  [
    'generic.blocked-sender.own-account',
    '',
    '550 5.4.6 Unusual sending activity detected. To unblock, click here',
  ],
  [
    'generic.limit.quota',
    '',
    '450 Your account reached its email quota limit. Contact support to increase it.',
  ],
  ['generic.configuration.null-sender', '', '550 - missing BATV signature'],
  ['gmail.relay-limit', 'gmail', '550 5.7.1 Email quota exceeded'],
  ['generic.reputation.spam-from-sender', '', '421 4.7.0 unusual sending activity from your IP'],
  ['generic.word.configuration', '', '550 Host or domain name not found for your HELO'],
  ['generic.mailbox.full', '', '552 5.2.2 Your account has reached its mailbox quota'],
  ['generic.mailbox.full', '', '452 4.2.2 Your account has reached its storage quota limit'],
  ['gmail.over-quota', 'gmail', "452 4.2.2 The recipient's e-mail quota exceeded"],
  ['generic.authentication.temporary', '', '451 4.7.5 cannot validate DKIM at this time, try later'],
  ['generic.authentication.temporary', '', '451 4.7.1 SPF evaluation is temporarily not possible'],
  ['generic.content.spam', '', '451 sent too many emails. Message identified as spam'],
  ['generic.configuration.tls', '', '454 4.7.0 Failed to establish appropriate TLS channel: Access Denied'],
  ['generic.limit.rate', '', String.raw`4.7.1 Ratelimit \"user\" exceeded`],
  ['microsoft.organisation-quota', 'microsoft-365', '450 4.7.9 Application queue quota exceeded'],
  ['generic.come-back-later.system', '', '451 4.3.0 Come back later'],
  ['generic.mailbox.loop', '', "550 Number of 'Received:' headers exceeds the maximum"],
  ['generic.configuration.certificate', '', '454 4.7.5 Certificate validation failure'],
  ['generic.configuration.certificate', '', '421 4.7.1 No client certificate'],
  ['generic.configuration.tls-policy', '', '451 4.7.5 Outbound TLS policy defer: example.org'],
  ['generic.unavailable.expired', '', '554 5.4.7 message timeout (exceeded max time)'],
  ['generic.unavailable.expired', '', '450 4.4.7 example.org: retry timeout exceeded'],
  ['generic.mailbox.full', '', '550 Your message to a@example.com was automatically rejected: No disk space'],
  ['symantec.outbound-domain', 'symantec', '550 sender envelope domain not allowed for sender IP address'],
  [
    'generic.configuration.account',
    '',
    "421 4.7.0 No valid 'x-relay-mail-auth' DNS record found for 'example.com'",
  ],
  ['generic.configuration.account', '', '421 Mail service is not configured'],
  ['generic.configuration.null-sender', '', '451 4.3.0 Sender gave a null value'],
  [
    'generic.configuration.sender-domain',
    '',
    '451 4.4.3 sender <a@example.com> of example.com MX lookup failed',
  ],
  ['generic.configuration.helo', '', '550 5.7.0 EHLO name [mx.example.com] is missing a DNS entry'],
  ['generic.configuration.helo', '', '451 4.1.8 unresolvable hostname mail.example.com'],
  ['generic.configuration.helo', '', '450 DNS error resolving your HELO name'],
  [
    'generic.configuration.failed-log-ins',
    '',
    '421 4.7.0 Too many failed authentication attempts from your IP',
  ],
  ['generic.configuration.failed-log-ins', '', '450 4.7.1 Error: too many AUTH commands from 192.0.2.1'],
  ['generic.policy.relay', '', '451 4.3.5 relay not configured for that domain'],
  ['generic.configuration.submission', '', '550 5.7.1 Relaying not allowed, please enable SMTP AUTH'],
  ['generic.configuration.submission', '', '554 5.7.1 Relaying denied: check for new mail before sending'],
  ['generic.authentication.spf', '', '553 SPF (Sender Policy Framework) domain authentication failed'],
  ['generic.mailbox.closed', '', '553 VS10-RT Deactivated because of abuse (#5.1.1)'],
  ['generic.content.spam', 'qq', '550 mail rejected by an anti-spam server'],
  ['generic.policy', '', '421 4.7.1 This message was temporarily blocked by kbas'],
  ['generic.policy', '', "550 5.7.1 The recipient's server refused to accept your mail"],
  ['generic.policy', '', '550 5.7.1 Connection refused'],
  ['netease.sender-blocked', 'netease', '550 MI:SPB'],
  ['generic.come-back-later.other-mx', '', '451 4.7.1 Please use the primary MX'],
  ['generic.greylisting', '', '452 action aborted: try again later - GL/GL'],
  ['generic.recipient.duplicate', '', '550 5.5.3 Duplicate recipient'],
  ['generic.policy.relay', '', '550 5.7.1 this is not a local domain'],
  ['generic.mailbox.domain', '', '550 unrouteable mail domain "example.com"'],
  ['generic.policy.relay', 'mimecast', '451 Open relay not allowed'],
  ['generic.policy.relay', 'yahoo', '550 relaying denied for <a@example.com>'],
  ['generic.content.sender-mismatch', '', '550 MAIL FROM does not match the message header from address'],
  ['generic.limit.per-connection', '', '421 too many commands: only 35 commands in one session are allowed'],
  ['generic.limit.connections-in-all', '', '421 4.4.5 Too many connections to this listener'],
  ['generic.limit.connections-in-all', '', '421 sorry, the maximum number of connections has been reached'],
  ['microsoft.own-connector', 'microsoft-365', '550 5.7.64 TenantAttribution; Relay Access Denied'],
  ['generic.configuration.account', '', '450 The example.com domain is not verified'],
  ['generic.configuration.account', '', '550 Domain example.com has outgoing mail suspended'],
  ['generic.configuration.account', '', '421 4.7.0 This account is no longer authorized'],
  ['generic.configuration.send-as', 'laposte', '550 5.5.3 Mail from not owned by user. LPN001_421'],
  ['generic.policy.client-blocked', '', '553 5.7.0 HELOIP REJECT'],
  ['generic.policy.client-blocked', '', '554 192.0.2.1: you are not allowed to send mail here'],
  ['generic.policy.client-blocked', '', '550 Your region has been blacklisted'],
  ['generic.reputation.domain', '', '554 5.7.1 poor reputation of a domain used in the message'],
  ['microsoft.blocklist.domain', 'outlook', '550 5.7.1 Helo domain is listed in Spamhaus (S8001)'],
  [
    'microsoft.policy-block',
    'outlook',
    '550 DY-001 We do not accept email from dynamic IPs. Spamhaus maintains lists',
  ],
  ['generic.blocklist.domain', '', '550 5.7.1 sender <a@example.com> is in our local blacklist'],
  [
    'generic.policy.sender-blocked',
    '',
    '553 for your MAIL FROM address <a@example.com>: not liked source for email',
  ],
  ['generic.configuration.reverse-dns', '', '550 5.7.1 host mail.example.test [192.0.2.1] from unknown TLD'],
  ['generic.configuration.tls', '', '550 The sender domain is required to use an encrypted session'],
  ['netease.suspended', 'netease', '421 HL:IHU'],
  ['generic.blocklist', '', '550 Rejected because 192.0.2.1 is in bl.example.net'],
  ['gmail.ipv6', 'gmail', '550 5.7.1 does not meet IPv6 sending guidelines regarding PTR records'],
  ['generic.mailbox.gone-or-full', '', '451 user unknown or mailbox is full'],
  ['generic.authentication.spf-broken', '', '550 SPF check failed: permerror, too many lookups'],
  [
    'microsoft.outdated-server',
    'microsoft-365',
    '450 4.7.230 Connecting Exchange server version is out-of-date',
  ],
  ['generic.configuration.submission', '', '503 need EHLO and AUTH first'],
  ['generic.configuration.sender-domain', '', '450 4.1.7 Sender address does not conform to RFC 5321'],
  ['gmx.header', 'gmx', '554 Reject due to policy restrictions (header based)'],
  ['generic.configuration.too-many-errors', '', '421 4.5.1 Too many errors, you are blacklisted for an hour'],
  [
    'microsoft.next-hop',
    'microsoft-365',
    '451 4.4.395 Target host responded with error. -> 421 Service not available',
  ],
  ['generic.unavailable.expired', 'microsoft-365', '450 4.4.7 message expired'],
  [
    'microsoft.connections-in-all',
    'microsoft-365',
    '421 4.3.2 maximum number of concurrent connections has exceeded a limit',
  ],
  ['generic.limit.recipients', '', '452 4.5.3 Too many recipients for one message'],
  ['generic.content.spam', '', '550 Message considered as spam or virus'],
  ['generic.content.spam', '', '554 5.7.1 content-policy reject'],
  ['generic.recipient.mailbox-unavailable', '', '452 <a@example.com> is temporarily unavailable'],
  ['generic.configuration.protocol', '', '503 please use EHLO/HELO first'],
  ['mimecast.customer-network', 'mimecast', '554 Host network not allowed'],
  ['generic.limit.connections-in-all', 'cisco', '421 #4.4.5 Too many connections to this host.'],
];

test.each(CAUSES)('%s reads what %s says: %s', (rule, receiver, text) => {
  const reply = parseReply(text, '');
  expect(catalogue.classify(ispsOf(receiver, reply, directory), reply).id).toBe(rule);
});

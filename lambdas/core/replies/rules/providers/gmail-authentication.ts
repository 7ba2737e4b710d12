import { TLS_NEEDED } from '../../advice/causes.ts';
import { anyOf } from '../../define-rules.ts';
import type { RuleDefinition } from '../../rule.ts';
import { PAGE, PAGE_2023, SISIMAI, FIELD_MANUAL_421 } from './gmail-sources.ts';

/**
 * Gmail's replies about SPF, DKIM, DMARC, TLS and reverse DNS. They are tried before those about reputation,
 * because they too say that mail was rate limited to protect users from spam.
 */
export const gmailAuthenticationDefinitions: readonly RuleDefinition[] = [
  {
    id: 'gmail.spf-suspicious',
    pattern: /spf record .{0,60}suspicious/,
    category: 'authentication',
    scope: 'spf-domain',
    meaning: "The sending domain's SPF record has entries that Gmail distrusts, such as far too wide ranges.",
    source: PAGE,
    examples: [
      {
        text: '451 4.7.24 The SPF record of the sending domain has one or more suspicious entries. To protect our users from spam, email sent from your IP address has been temporarily rate limited. For more information, go to Email sender guidelines.',
        source: PAGE,
      },
      {
        text: '550 5.7.24 The SPF record of the sending domain has one or more suspicious entries. For more information, go to Email sender guidelines.',
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.spf-hard-fail',
    pattern: /spf record with a hard ?fail|hard ?fail policy|fails? to pass spf/,
    category: 'authentication',
    scope: 'spf-domain',
    meaning: "The sending IP is not in the domain's SPF record, which ends in -all.",
    source: PAGE,
    examples: [
      {
        text: '550 5.7.26 The (E)MAIL FROM domain [domain-name] has an SPF record with a hard fail policy (-all) but it fails to pass SPF checks with the ip: [ip-address]. To best protect our users from spam and phishing, the message has been blocked. For more information, go to Email sender guidelines.',
        source: PAGE,
      },
      {
        text: '550 5.7.26 This message fails to pass SPF checks for an SPF record with a hard fail policy (-all). To best protect our users from spam and phishing, the message has been blocked.',
        source: PAGE_2023,
      },
    ],
  },
  {
    id: 'gmail.dmarc-dns-failure',
    pattern: /dmarc policy, but temporary dns failures?|temporary dns failures? prevents? authentication/,
    category: 'authentication',
    scope: 'domain',
    meaning:
      'Gmail could not look up the DNS records that authenticate this mail, and the DMARC policy forbids it without them.',
    source: PAGE,
    examples: [
      {
        text: "451 4.7.26 Unauthenticated email from domain-name is not accepted due to domain's DMARC policy, but temporary DNS failures prevent authentication. Please contact the administrator of domain-name domain if this was a legitimate email. To learn about the DMARC initiative, go to Control unauthenticated mail from your domain.",
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.dmarc-policy',
    pattern:
      /due to (?:the )?(?:domain's|<host>(?:'s)?|.{0,40}) ?dmarc policy|unauthenticated e?mail .{0,60}not accepted/,
    category: 'authentication',
    scope: 'domain',
    meaning: "The mail fails SPF and DKIM, and the From domain's DMARC policy says to reject such mail.",
    source: PAGE,
    examples: [
      {
        text: "550 5.7.26 Unauthenticated email from domain-name is not accepted due to domain's DMARC policy. Contact the administrator of domain-name domain if this was legitimate email. To learn about the DMARC initiative, go to Control unauthenticated email from your domain.",
        source: PAGE,
      },
      { text: '550 5.7.1 Unauthenticated email is not accepted from this domain.', source: PAGE_2023 },
    ],
  },
  {
    id: 'gmail.no-dmarc-record',
    pattern: anyOf(
      /(?:doesn't|does not|didn't) have a dmarc record|(?:no|missing|without an?) dmarc (?:record|policy)/,
      /dmarc record (?:doesn't|does not)/,
    ),
    category: 'authentication',
    scope: 'domain',
    meaning: 'The sending domain has no DMARC record with a policy, which Gmail requires of bulk senders.',
    source: PAGE,
    since: '2025-04',
    examples: [
      {
        text: "421 4.7.40 Your email has been rate limited because the sending domain doesn't have a DMARC record, or the DMARC record doesn't specify a DMARC policy. Gmail requires all bulk email senders to add a DMARC record to their sending domain.",
        source: PAGE,
      },
      {
        text: "550 5.7.40 Your message was blocked because the sending domain doesn't have a DMARC record or the DMARC record doesn't specify a DMARC policy. Gmail requires all bulk email senders to add a DMARC record to their sending domain.",
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.from-alignment',
    pattern: /(?:isn't|is not|not) aligned|(?:spf|dkim|dmarc|from:? header|header) alignment/,
    category: 'authentication',
    scope: 'domain',
    meaning: 'The From domain agrees with neither the SPF nor the DKIM domain, so DMARC cannot pass.',
    source: PAGE,
    note: 'Google lists the permanent code 5.7.32 with the temporary reply 421.',
    examples: [
      {
        text: "421 4.7.32 Your email has been rate limited because the From: header (RFC5322) in this message isn't aligned with either the authenticated SPF or DKIM organizational domain.",
        source: PAGE,
      },
      {
        text: "421 5.7.32 Your email was blocked because the From: header (RFC5322) in this message isn't aligned with either the authenticated SPF or DKIM organizational domain.",
        source: PAGE,
      },
      {
        text: '4.7.32 This mail has been rate limited because there is no DMARC alignment',
        source: FIELD_MANUAL_421,
      },
    ],
  },
  {
    id: 'gmail.unauthenticated',
    pattern: anyOf(
      /(?:is|was|are) unauthenticated|either spf or dkim|(?:does not|doesn't) have authentication information/,
      /fails? to pass authentication/,
    ),
    category: 'authentication',
    meaning: 'The mail passes neither SPF nor DKIM, and Gmail requires one of them of every sender.',
    source: PAGE,
    examples: [
      {
        text: '421 4.7.26 This email has been rate limited because it is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM. Authentication results: DKIM = did not pass SPF domain-name with ip: ip-address = did not pass. To resolve this issue, go to Email sender guidelines.',
        source: PAGE,
      },
      {
        text: '550 5.7.26 This email has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM. Authentication results: DKIM = did not pass SPF [domain-name] with ip: [ip-address] = did not pass. For instructions on setting up authentication, go to Email sender guidelines.',
        source: PAGE,
      },
      {
        text: '550 5.7.26 This message does not have authentication information or fails to pass authentication checks (SPF or DKIM). To best protect our users from spam, the message has been blocked.',
        source: PAGE_2023,
      },
    ],
  },
  {
    id: 'gmail.spf-failed',
    pattern: anyOf(
      /spf (?:authentication |checks? )?(?:didn't|did not|doesn't|does not) pass/,
      /(?:didn't|did not|doesn't|does not) pass spf|authenticate (?:their e?mails? ?|\w{0,12} ){0,2}with spf/,
    ),
    category: 'authentication',
    scope: 'spf-domain',
    meaning: 'SPF did not pass, and Gmail requires it of bulk senders.',
    source: PAGE,
    examples: [
      {
        text: "421 4.7.27 Your email has been rate limited because SPF authentication didn't pass for this message. Gmail requires all bulk email senders to authenticate their email with SPF. Authentication results: SPF domain-name with IP address: ip-address = Did not pass.",
        source: PAGE,
      },
      {
        text: "550 5.7.27 This message was blocked because it didn't pass SPF authentication. Gmail requires bulk email senders to authenticate their email with SPF.",
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.dkim-failed',
    pattern: anyOf(
      /dkim (?:authentication |checks? )?(?:didn't|did not|doesn't|does not) pass/,
      /(?:didn't|did not|doesn't|does not) pass dkim|authenticate (?:their e?mails? ?|\w{0,12} ){0,2}with dkim/,
    ),
    category: 'authentication',
    scope: 'dkim-domain',
    meaning: 'DKIM did not pass, and Gmail requires it of bulk senders.',
    source: PAGE,
    examples: [
      {
        text: "421 4.7.30 Your email has been rate limited because DKIM authentication didn't pass for this message. Gmail requires all email bulk senders to authenticate their email with DKIM. Authentication results: DKIM = Did not pass.",
        source: PAGE,
      },
      {
        text: "550 5.7.30 This message was blocked because it didn't pass DKIM authentication. Gmail requires bulk email senders to authenticate their email with DKIM.",
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.tls-recipient-domain',
    pattern: /tls (?:is )?required for (?:rcpt|recipient) domain/,
    category: 'configuration',
    meaning: "The recipient's domain takes mail over TLS only, and this session had none.",
    source: PAGE,
    advice: TLS_NEEDED,
    examples: [
      {
        text: '421 4.7.0 TLS required for RCPT domain, closing connection. For more information, go to Email encryption in transit.',
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.tls',
    pattern: /(?:using|over) an? tls|use tls|must issue a starttls/,
    category: 'configuration',
    meaning: 'The mail did not come over TLS, which Gmail requires of bulk senders.',
    source: PAGE,
    advice: TLS_NEEDED,
    examples: [
      {
        text: "421 4.7.29 Your email has been rate limited because you're not using a TLS connection. Gmail requires all bulk email senders to use TLS/SSL for SMTP connections.",
        source: PAGE,
      },
      {
        text: "421 4.7.29 Your email has been rate limited because this message wasn't sent over a TLS connection. Gmail requires all bulk email senders to use TLS/SSL for SMTP connections.",
        source: SISIMAI,
      },
      {
        text: '530 5.7.0 Must issue a STARTTLS command first. For more information, go to About SMTP error messages and review RFC 3207 specifications.',
        source: PAGE,
      },
    ],
  },
  {
    id: 'gmail.ipv6',
    pattern: /ipv6 sending guidelines/,
    category: 'configuration',
    meaning:
      'Over IPv6 the IP has no PTR record, or the message passes neither SPF nor DKIM: Gmail wants both there.',
    source: PAGE,
    examples: [
      {
        text: '550 5.7.1 This message does not meet IPv6 sending guidelines regarding PTR records and authentication. For more information, go to Email sender guidelines.',
        source: PAGE,
      },
    ],
    note: 'With a PTR record in place look at SPF and DKIM.',
  },
  {
    id: 'gmail.ptr',
    pattern: /\bptr record|reverse dns|forward(?:ing)? dns entry/,
    category: 'configuration',
    scope: 'ip',
    meaning: 'The sending IP has no PTR record, or its host name does not lead back to the IP.',
    source: PAGE,
    examples: [
      {
        text: '421 4.7.0 The IP address sending this message does not have a PTR record, or the corresponding forward DNS entry does not point to the sending IP. To protect our users from spam, email sent from your IP address has been temporarily rate limited. For more information, go to Email sender guidelines.',
        source: PAGE,
      },
      {
        text: "451 4.7.23 ip-address The sending IP address for this message doesn't have a PTR record, or the PTR record's forward DNS entry doesn't match the sending IP address. To protect users from spam, your email has been temporarily rate limited.",
        source: PAGE,
      },
      {
        text: "550 5.7.25 This message was blocked because the sending IP address doesn't have a PTR record, or the forwarding DNS entry doesn't reference the sending IP address. Gmail requires that sending IP addresses have a PTR record.",
        source: PAGE,
      },
    ],
  },
];

// Here: the sender's own relay or submission host: log-in, sender addresses, account, credits.
// Not here: failed log-ins that were counted (→ session.ts), an own account that was restricted (→ blocked-sender.ts).

import { CREDITS_USED_UP, LOG_IN, OWN_RELAY, SEND_AS } from '../../advice/causes.ts';
import { anyOf, defineRules, inTurn } from '../../define-rules.ts';

export const genericLogInRules = defineRules('*', [
  {
    id: 'generic.configuration.credits',
    pattern: anyOf(
      /\b(?:maximum|max\.?|insufficient|not enough|no|no more|out of|ran out of|zero|used up) (?:\S+ )?credits?\b/,
      inTurn(
        /\bcredits? (?:limit |balance )?(?:(?:is|are|has|have|was|been) ){0,2}/,
        /(?:exceeded|exhausted|used up|insufficient|spent|depleted|expired|too low)\b/,
      ),
    ),
    category: 'configuration',
    meaning:
      'The sender’s own relay refuses because the credits of the plan are used up; the log-in itself is right.',
    source: 'SendGrid, replies in logs of public repositories and help pages, read 2026-11',
    advice: CREDITS_USED_UP,
    examples: [
      {
        text: 'smtp;451 Authentication failed: Maximum credits exceeded',
        source: 'SendGrid, Postfix log in a public help page (Magento), read 2026-11; as PowerMTA writes it',
      },
    ],
    note: 'Before the words for a log-in, which this reply begins with.',
  },
  {
    id: 'generic.configuration.send-as',
    pattern: anyOf(
      /permissions? to send (?:\S+ )?as (?:this|the|that|another|<address>)/,
      /not allowed to send as <address>|\bsendasdenied/,
      /\b(?:rejected:|from|sender|address) (?:is )?not owned by (?:auth )?user\b/,
      /sender (?:address )?(?:does not|doesn't) belong to (?:the )?(?:logged[ -]in|authenticated) user/,
      /(?:conform|match|agree|comply) with (?:the )?authenti\w+/,
    ),
    category: 'configuration',
    scope: 'domain',
    meaning: 'The log-in is accepted, but its account may not send with this sender address.',
    source: 'Postfix reject_sender_login_mismatch; Exchange, code 5.7.60, read 2026-11',
    advice: SEND_AS,
    examples: [
      {
        text: '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
        source: 'Exchange, gophish/gophish issue 1600, read 2026-11',
      },
      {
        text: '553 5.7.1 <news@example.com>: Sender address rejected: not owned by user shop@example.com',
        source: 'Postfix reject_sender_login_mismatch, src/smtpd/smtpd_check.c; names filled in',
      },
      {
        text: '550 5.7.0 Sender address does not belong to logged in user {mp030}',
        source: 'GMX, comment in a public repository (Salt state for Postfix), read 2026-11',
      },
      {
        text: '554 5.2.252 SendAsDenied; user@example.com not allowed to send as other@example.com; STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied',
        source:
          'learn.microsoft.com, non-delivery reports in Exchange Online, read 2026-11; addresses replaced',
      },
    ],
    note: 'User and password are right; the address has to be added to the account.',
  },
  {
    id: 'generic.configuration.submission',
    pattern: anyOf(
      /(?:smtp )?auth(?:entication|entification)? (?:is )?(?:required|requise)/,
      /(?:must|need to|have to|please) (?:first )?(?:(?:re-?)?authenticate|(?:log|sign) ?in)|please turn on smtp auth/,
      /(?<!temporary )authentication (?:turned on|credentials|failed|failure)|only (?:\S+ ){0,2}with authentication/,
      /pop before smtp|use (?:the )?(?:submission )?port|receive your mail before/,
      /not logged in|client (?:was |is )?not authenticated|cannot achieve exchange server authentication/,
      /\b(?:session|log-?in|user) (?:authori[sz]ation|authentication|credentials) (?:changed|revoked|lost|withdrawn)/,
      /^\W*authenticate (?:first|yourself)|invalid (?:login|credentials|username|user ?name or password)/,
      /(?:requires|needs) (?:smtp )?(?:authentication|a log-?in)|permissions? to submit/,
      /not (?:allowed|permitted|authori[sz]ed) to submit|submission (?:not allowed|denied|only)/,
      /authenticated (?:user|sender|senders|users) only|(?:failed|refused|unable) to authenticate\b/,
      /smtp auth\w* (?:is )?(?:needed|necessary|mandatory)|only for authenticated/,
      /(?:bad|wrong|incorrect|invalid) (?:user ?name or password|password|login)\b|log ?in first/,
      /\blog ?in (?:before|first|to send)\b|requires? (?:a )?log-?in|\bauth (?:is )?(?:needed|mandatory|first|necessary)\b/,
      /\bunauthenticated (?:senders?|users?|clients?|sessions?|connections?) (?:are |is )?not (?:allowed|permitted|accepted)/,
      /\b(?:use|enable|turn on|switch on) (?:smtp )?auth\b|need to (?:check|fetch|read|collect) (?:\S+ ){0,2}mail\b/,
      /\b(?:check|fetch|read|collect|get) (?:for )?(?:(?:your|new|the) ){0,2}mail (?:\S+ )?before (?:you )?send/,
    ),
    category: 'configuration',
    meaning: 'The host wants a log-in, as a submission server does; it relays mail only for its own users.',
    source: 'RFC 4954; sisimai/p5-sisimai lib/Sisimai/Reason/SecurityError.pm @0018b838',
    advice: LOG_IN,
    examples: [
      {
        text: '530 5.7.0 Authentication required',
        source: 'RFC 4954 section 6',
      },
    ],
  },
  {
    id: 'generic.configuration.account',
    pattern: anyOf(
      inTurn(
        /\b(?:your (?:\S+ )?|(?:smtp|relay|sending|sender|trial|free|api|submission) )/,
        /(?:account|subscription|plan) (?:is |has |was )?(?:been )?/,
        anyOf(
          /not (?:yet )?(?:been )?(?:activated|enabled|verified|approved|confirmed)/,
          /(?:pending|awaiting)(?! payment)\b|in sandbox/,
        ),
      ),
      /\b(?:sending|delivery|relaying) (?:is |was )?not (?:yet )?enabled (?:for|on|in) your\b|\bunder review, sending not\b/,
      inTurn(
        /\byour (?:plan|subscription|licen[cs]e|account|api key|token) (?:\S+ ){0,2}/,
        /(?:not include|not allow|not cover|must be|lacks|may send (?:\S+ )?(?:to|from))\b/,
      ),
      /\byou (?:must|need to|have to|should) (?:first )?verify your (?:e-?mail|address|account|phone|identity)/,
      /\byour (?:list of )?verified (?:recipients|addresses|domains)\b/,
      /\bsandbox (?:mode|account|sub-?domains?|domains?|plan)\b/,
      /\b(?:trial|free|sandbox|unverified|test) accounts? (?:may|can|must|is|are|cannot)\b/,
      inTurn(
        /(?:sending |from |sender )?domain (?:<host> )?(?:is |has |was )?not (?:yet )?(?:been )?/,
        /(?:verified|set up|added|registered|confirmed|activated) (?:for|in|on|with|by) (?:this|your|the) account/,
      ),
      /add (?:and verify )?(?:your own|a) domain\b|\b(?:in|on|under) your account settings\b/,
      inTurn(
        /\b(?:sending|submission|smtp|outgoing mail) (?:for|from|by) (?:this|your|the) (?:account|mail ?box|user)/,
        / (?:is |was |has been )?(?:temporarily )?(?:disabled|suspended|switched off)/,
      ),
      /disabled by user from hpanel/,
      /\b(?:e-?mail|mail|smtp)(?: sending| service| delivery)? (?:is )?not (?:yet )?configured\b(?! (?:for|to receive) )/,
      /\bno (?:valid )?<name> (?:dns|txt) record\b/,
      /(?:\byour|\bthe|\bthis|<host>) (?:sending |from )?domain (?:<host> )?is (?:not |un)verified/,
      /verify your (?:sending |from )?(?:domain|address)/,
      /\bunconfigured sending domain\b/,
      /\boutgoing (?:e-?mail|mail) (?:is |has been |was )?(?:disabled|suspended|switched off)/,
      /\baccount (?:is )?no longer authori[sz]ed\b/,
    ),
    category: 'configuration',
    meaning: 'The sender’s own relay has not yet opened its account or domain for sending, or has closed it.',
    source: 'replies of Mailgun and of a hoster’s relay, public copies read 2026-11',
    advice: OWN_RELAY,
    examples: [
      {
        text: '421 Domain mg.example.com is not allowed to send: Sandbox subdomains are for test purposes only.',
        source: 'Mailgun, bounce in a public issue thread, read 2026-11, shortened',
      },
      {
        text: "421 4.7.0 No valid 'x-transip-mail-auth' DNS record found for 'example.com'.",
        source: 'TransIP, mail queue in the documentation of Hypernode, read 2026-11, shortened',
      },
      {
        text: '450 Your SMTP account is not yet activated.',
        source: 'a relay’s reply in a public copy, read 2026-11, shortened',
      },
      {
        text: '554 5.7.1 Disabled by user from hPanel',
        source: 'Hostinger as the sender’s own relay, several public repositories, read 2026-11',
      },
      {
        text: '550 message sending for this account is disabled',
        source: 'mailout.ru, errors of Mail.ru, September 2015, stored copy read 2026-11',
      },
    ],
  },
]);

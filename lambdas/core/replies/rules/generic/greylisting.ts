// Here: greylisting that says its name.
// Not here: greylisting that does not (→ come-back-later.ts).

import { anyOf, defineRules, inTurn } from '../../define-rules.ts';

/**
 * Before the blocklists, because some greylisters are set up as one (“blocked using grey.rbl … Greylisting in
 * action”).
 */
export const genericGreylistingRules = defineRules('*', [
  {
    id: 'generic.greylisting',
    pattern: anyOf(
      inTurn(
        /^(?!.*sender verify callout).*gr[ea]y-?_? ?li?st/,
        /(?!(?:ing|ed|er|s)? (?:\S+ )?(?:failure|error|database|unavailable))/,
        /(?!(?:ing|er)? (?:daemon|server|service) (?:\S+ ){0,2}(?:unavailable|down|not|error|fail|time))/,
      ),
      /\btriplet\b|postgrey|(?:^|\W)sqlgrey|liste grise|lista gris\b/,
      /lista grigia|szar\S{1,3} list|серы[йе]\S? спис|灰名单/,
      /lista cinza|faded to gr[ea]y|cinza list|griza listo/,
      /graulist|\bgr[ea]y(?:d|fix|milter|filter|pol|sql|delay)\b/,
      /intentional policy rejection\W{1,3}(?:please )?try again/,
      /spammers (?:do not|don't|never|rarely|usually do not) (?:\S+ )?(?:retry|come|try)|retry\W{1,3}spammers do not/,
      inTurn(
        /spam (?<!(?:blocked|banned|rejected|refused) by (?:\S+ )?(?:anti-?)?spam )/,
        /(?:protection|measure|defen[cs]e|prevention|precaution)s?\b.{0,40}/,
        /try again|retry|come back|resend|delay|first (?:contact|time|delivery|attempt)/,
      ),
      inTurn(
        /\b(?:temp-?fail\w*|delayed|deferred|postponed|temporarily \w+) /,
        /as (?:an? )?(?:anti-?)?spam (?:measure|protection|precaution)/,
      ),
      inTurn(
        /(?:reject|refus|deni|den|block|declin)\w* (?:just )?for (?:now|the moment|the time being)\b/,
        /.{0,40}(?:resend|retry|try (?:it )?again|send (?:it )?again|come back)/,
      ),
      inTurn(
        /\b(?:(?:re)?send|repeat|retry|try|come|deliver)\b.{0,60}/,
        /\bto (?:prove|show|demonstrate) (?:that |us )?(?:you|your)\b/,
      ),
      /\bprove (?:to us )?(?:that )?(?:you are|you're|your \S+ is|it is) (?:not|no|a|an|human|real|worthy)\b/,
      inTurn(
        /(?:first|initial) (?:\S+ )?(?:delivery|attempt|contact|try|connection|message|mail)s? (?:\S+ ){0,3}/,
        /deferred|delayed|postponed|put off|turned away|rejected|refused/,
      ),
      inTurn(
        /(?:delay|defer|postpon|put off|hold)\w* (?:\S+ ){0,4}/,
        /(?:unknown|new|first[- ]time|unseen|unfamiliar) (?:senders?|hosts?|servers?|clients?|peers?)\b/,
        /(?! (?:address|domain|name))/,
      ),
      /\btry again later\W{1,3}gl(?:\/gl)?\W*$/,
    ),
    category: 'greylisting',
    scope: 'ip',
    meaning:
      'The server delays mail from a pair of sender and host that it has not seen before, and accepts it when it comes again.',
    source: 'Postgrey, milter-greylist, SQLgrey, policyd, rspamd: their own documentation, read 2026-11',
    examples: [
      {
        text: '450 4.2.0 Sender address rejected: Greylisted for 60 sec.',
        source: 'spam-mail-blocker.de, read 2026-11',
      },
      {
        text: '451 4.7.1 IP_Reputation_GreylistedGreylisted - Riprova tra 5 minuti',
        source: 'mail log in a public repository, read 2026-11',
      },
      {
        text: '450 4.2.0 <paparazzia@example.org>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.org.html',
        source:
          'github.com/schweikert/postgrey/issues/84 and github.com/v-l-m/vlm/issues/3; address replaced',
      },
      {
        text: '421 4.7.1 Service unavailable; Client host [1.2.3.4] blocked using grey.rbl - Rechazo temporal, intentelo mas tarde por favor...Greylisting in action, please try again later',
        source: 'zone-eu/zone-mta config/bounces.txt @cf94b99',
      },
      {
        text: 'smtp;450 4.2.0 <email@example.com>: Recipient address rejected: example.com greylisted for 60 seconds by ZEROSPAM',
        source: 'ActiveCampaign/smtp-field-manual data/codes/450.json @18308e08',
      },
      {
        text: '451 4.7.1 Greylisted, try again after some time (in reply to RCPT TO command)',
        source: 'mx.zoho.com, sisimai/p5-sisimai lib/Sisimai/Rhost/Zoho.pm @77ac1da9',
      },
      {
        text: '451 4.7.1 <recipient@my-domain.com>: Recipient address rejected: Intentional policy rejection, please try again later',
        source: 'docs.iredmail.org/errors.html: the greylisting of iRedAPD',
      },
    ],
  },
]);

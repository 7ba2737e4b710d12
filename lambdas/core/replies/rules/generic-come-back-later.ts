import { anyOf, defineRules, inTurn } from '../define-rules.ts';

/**
 * Greylisting that does not say its name: a time to come back after, or “temporarily rejected” and nothing else.
 * After all that gives a reason.
 */
export const genericComeBackLaterRules = defineRules('*', [
  {
    id: 'generic.come-back-later.time',
    pattern: anyOf(
      inTurn(
        /try|retry|come back|resend|again|wait|return|delayed?|deferred|available|redeliver/,
        / (?:\S+ ){0,4}(?:in|after|for|within|at least) (?:\S+ ){0,3}/,
        /<n>|\d{1,4}|a few|some|one|five|ten/,
        / ?(?:more )?/,
        /seconds?|secs?|s\b|minutes?|mins?|hours?/,
      ),
      /(?:<n>|\d{1,4}) (?:seconds?|minutes?) (?:\S+ ){0,3}(?:try|retry|later|left|remain)/,
      /(?:in|tra|em|dans|en|za|over) (?:<n>|\d{1,4}) (?:minuten?|minuti|minutos?|minut|minutes)\b/,
      /wait (?:\S+ )?(?:<n>|\d{1,4}|a few) (?:\S+ )?(?:minutes?|seconds?|mins?|secs?|hours?)/,
      /in (?:<n>|\d{1,4}) (?:minuten|sekunden|stunden) (?:erneut|wieder|noch)/,
      /(?:later|again) ?\(?(?:in |after )?(?:<n>|\d{1,4}) ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hours?)\b/,
      /(?:later|again)\W{0,2}\d{1,3} ?(?:s|secs?|m|mins?|h)\b/,
      inTurn(
        /riprov\w*|tente (?:novamente|de novo)|(?:re)?intente\w*|sprobuj|reessaye\w*/,
        / (?:\S+ ){0,3}/,
        /tra|fra|em|en|dans|za|dentro de/,
        / (?:\S+ )?(?:<n>|\d{1,4}) /,
      ),
      inTurn(
        /queued?|held|kept|parked|deferr\w*|delay\w*|postpon\w*|paus\w*|grey\w*|wait\w*/,
        / (?:\S+ )?(?:for |by )?(?:about |at least |another )?(?:<n>|\d{1,4}) ?/,
        /(?:s|secs?|seconds?|m|mins?|minutes?)\b/,
      ),
      /(?:повторите|попробуйте) (?:\S+ ){0,3}через (?:\S+ )?(?:<n>|\d{1,4}) /,
      /(?:again|back|retry|wait) (?:in |after |for )?\d{1,2}:\d\d(?::\d\d)?\b/,
    ),
    category: 'greylisting',
    scope: 'ip',
    meaning: 'The server wants the same message again after a time that it names.',
    source: 'milter-greylist and its kin: their reply texts',
    examples: [
      {
        text: '451 4.7.1 Please try again in 300 seconds',
        source: 'form of the delay texts of milter-greylist(8) and Postgrey(8)',
      },
    ],
  },
  {
    id: 'generic.come-back-later.first-time',
    pattern: anyOf(
      /first[- ]time (?:sender|contact|mail)/,
      /\b(?:new|unknown) (?:sender|host|client|server)s?\b|first contact/,
      /not (?:yet )?(?:seen|known) (?:\S+ )?(?:sender|before)/,
      inTurn(
        /message|mail|delivery|sender|recipient|host|connection|you/,
        / (?:\S+ ){0,3}temporar\w+ /,
        /rejected|deferred|delayed|refused/,
      ),
      /^temporar\w+ (?:rejected|deferred|delayed|refused)|intentionally (?:delayed|deferred)/,
      /(?:sender|host|you|client) (?:\S+ ){0,2}not yet known/,
      /not yet (?:known|seen|authori[sz]ed|allowed|accepted|permitted)/,
      /validating (?:the )?sender|\b(?:too|very) early\b/,
      /(?:retry|retried|back|again|attempt\w*) (?:\S+ )?too (?:early|soon)/,
      /rechazo temporal|temporairement (?:refus|rejet|differ)|vorubergehend abgelehnt/,
      /recipient address rejected: (?:please )?(?:try|retry|temporar|policy)/,
      /(?:delayed|deferred|postponed) (?:by|due to|per) (?:\S+ )?polic/,
      /proof of retry|(?:unknown|unseen|new) so far|(?:please )?retry (?:shortly|soon)/,
      /first[- ]time seen|first (?:delivery )?attempt|(?:first|initial) (?:try|message|mail)\b/,
      /not (?:yet )?known to us|pair is new|asked to wait/,
      /(?:message|mail|delivery|sender|host|connection|you) (?:\S+ ){0,3}temporar\w+ denied/,
      /^\W*temporar\w+ (?:denied|rejection)|soft[- ]?reject/,
      /(?:sender|host|client|you) (?:is |are )?(?:unknown|new) (?:so far|to us|here)|delayed by (?:policy|design)/,
      /after (?:a )?(?:short|brief|small) (?:delay|while|time)/,
      /(?:retry|try again|resend) (?:shortly|soon|in a moment|in a while)|(?:lower|higher)[- ]numbered mx/,
      /(?:another|next|other|primary) mx\b/,
      /(?:delay\w*|defer\w*|postpon\w*) (?:\S+ ){0,4}anti-?spam (?:measure|technique|precaution|policy)/,
      /sender\/recipient (?:\S+ ){0,2}(?:is )?(?:new|unknown|not (?:yet )?(?:known|seen))/,
      /first[- ]time (?:delivery|message|ip|client|host|connection)|temporary refusal/,
      /unknown (?:pair|sender\W+retry)|delayed as (?:a )?(?:precaution|measure)/,
      /waiting period|^\W*(?:please )?(?:resend|retry)\W*$|pair (?:is )?(?:new|unknown)|(?:unknown|new) pair/,
      /on first (?:sight|attempt|contact|try)|(?:early|premature) retry/,
      /временно отклонен|temporaneamente (?:rifiutat|respint)|temporalmente rechazad/,
      /temporariamente (?:rejeitad|recusad)/,
      /delay\w* (?:for )?(?:a while|some time|a moment)/,
      /by retrying|(?:accepted|delivered|taken) (?:on|after|upon|at) (?:the )?(?:next )?(?:retry|attempt|try)/,
      /temporary delay|temporarily delayed\b/,
      /(?:do not|don't|never) (?:know|seen|heard of) you\b|(?:not|never) seen (?:you|this \S+) before/,
    ),
    category: 'greylisting',
    scope: 'ip',
    meaning:
      'The server puts the first attempt off; most of them do so to see whether the sender comes again.',
    source: 'greylisting as defined in RFC 6647',
    examples: [
      {
        text: '451 4.7.1 Temporarily rejected. Try again later. (in reply to RCPT TO command)',
        source:
          'mail.memos.cz, Postfix log line in a public repository, March (year not given), read 2026-11',
      },
    ],
    note: 'It can hide a limit; both call for patience. Once it lasts for a day, it is not greylisting.',
  },
  {
    id: 'generic.come-back-later.rspamd',
    pattern: inTurn(
      /^\W*(?:please )?try again later\W*(?:please try again later\W*)?(?:<(?:id|host)>\W*){0,2}/,
      /[[(]?[a-z.-]{1,40}[\])]?|\(in reply to [a-z ]{1,30}\)|/,
      /$/,
    ),
    category: 'greylisting',
    scope: 'ip',
    meaning: 'rspamd’s greylisting says nothing but “Try again later”.',
    source:
      'rspamd greylist module, default message; github.com/Mailu/Mailu/issues/1742, github.com/rspamd/rspamd/issues/2013',
    examples: [
      {
        text: '451 4.7.1 Try again later',
        source:
          'github.com/postalserver/postal/issues/576, 2018-04; ActiveCampaign/smtp-field-manual data/codes/451.json @2005cfe1',
      },
    ],
    note: 'Only where nothing else stands in the reply. The same words behind a reason decide nothing.',
  },
  {
    id: 'generic.come-back-later.alone',
    pattern: inTurn(
      /^\W*/,
      /(?:(?:please|bitte|veuillez|merci de|por favor|per favore|si prega di|prosze|prosim|lutfen|va rugam)\W{1,3})?/,
      anyOf(
        /(?:come|call|check|be) (?:back|again) (?:\S+ )?(?:later|soon|in a while)|(?:return|retry|resend) later/,
        /(?:send|deliver|submit) (?:\S+ ){0,3}(?:again|once more|later)(?: later)?|try (?:me |us )?once more/,
        /(?:revenez|repassez|reessaye[zr]|essaye[zr]|retente[zr]|revenir|repasser)(?: \S+){0,3} plus tard/,
        /(?:(?:versuchen|kommen|probieren) sie (?:es )?)?(?:bitte )?spater (?:noch ?mal|noch einmal|erneut|wieder)\w*/,
        /(?:vuelva|regrese|intente(?:lo)?|reintente|pruebe)(?: \S+){0,3} mas tarde/,
        /(?:volte|retorne|tente|reenvie)(?: \S+){0,2} mais tarde/,
        /(?:torn(?:a|i|ate|are)|riprov\w+|ripassa\w*|ritent\w+)(?: \S+){0,2} piu tardi/,
        /(?:probeer (?:het )?|kom )?later (?:opnieuw|terug|nog eens)|kom (?:\S+ )?later terug/,
        /(?:sprobuj|wroc|przyjdz|ponow)(?: \S+){0,2} pozniej/,
        /(?:zkuste|vratte|prijdte|skuste)(?: \S+){0,2} (?:pozdeji|neskor)/,
        /(?:kom|forsok|prova|prov|forsog)(?: \S+){0,2} (?:senare|senere)/,
        /(?:yrita|palaa|kokeile)(?: \S+){0,2} (?:myohemmin|uudelleen)|daha sonra(?: \S+){0,2} (?:deneyin|gelin)\w*/,
        /(?:probalja|jojjon|terjen)(?: \S+){0,2} kesobb|(?:incercati|reveniti)(?: \S+){0,2} mai tarziu/,
        /(?:приходите|зайдите|вернитесь|возвращайтесь)(?: \S+){0,2} поз(?:же|днее)/,
      ),
      /(?: versuchen| vissza)?\W*(?:(?:please )?try again later\W*)?(?:<(?:id|host)>\W*){0,2}/,
      /[[(]?(?:gsmtp|outlook\.com|\(in reply to [a-z ]{1,30}\))?[\])]?$/,
    ),
    category: 'greylisting',
    scope: 'ip',
    meaning: 'The server asks to come back later, in any language, and says nothing else.',
    source: 'phrases of greylisting servers in test/fixtures/phrases.tsv, 2026-11',
    examples: [
      { text: '451 Revenez plus tard', source: 'test/fixtures/phrases.tsv, 2026-11' },
      { text: '450 Please send it again later', source: 'test/fixtures/phrases.tsv, 2026-11' },
    ],
    note: 'As “try again later” alone: the mail is taken when it comes again.',
  },
]);

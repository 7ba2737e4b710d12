// Here: greylisting that does not say its name: a time to come back after, or “temporarily rejected” alone.
// Not here: greylisting by name (→ greylisting.ts).

import { anyOf, defineRules, inTurn } from '../../define-rules.ts';

/** “Try again later” and nothing else. */
const TRY_AGAIN_LATER = inTurn(
  /^\W*(?:please )?try again later\W*(?:please try again later\W*)?(?:<(?:id|host)>\W*){0,2}/,
  /[[(]?[a-z.-]{1,40}[\])]?|\(in reply to [a-z ]{1,30}\)|/,
  /$/,
);

/** The same in other words and languages. */
const COME_BACK_LATER = inTurn(
  /^\W*/,
  /(?:(?:please|bitte|veuillez|merci de|por favor|per favore|si prega di|prosze|prosim|lutfen|va rugam)\W{1,3})?/,
  anyOf(
    /(?:come|call|check|be) (?:back|again) (?:\S+ )?(?:later|soon|in a while)|(?:return|retry|resend) later/,
    /(?:send|deliver|submit) (?:\S+ ){0,3}(?:again|once more|later)(?: later)?|try (?:me |us )?once more/,
    /(?:re)?try (?:it |your \S+ )?(?:again )?later/,
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
  /(?: versuchen| vissza)?\W*(?:(?:please )?try again later\W*)?(?:(?:<(?:id|host|n)>|#\d{1,4})\W*){0,2}/,
  /[[(]?(?:gsmtp|outlook\.com|\(in reply to [a-z ]{1,30}\))?[\])]?$/,
);

/** After everything that gives a reason. */
export const genericComeBackLaterRules = defineRules('*', [
  {
    id: 'generic.come-back-later.time',
    pattern: anyOf(
      inTurn(
        /try|retry|come back|resend|again|wait|return|delayed?|deferred|available|redeliver/,
        / (?:\S+ ){0,4}(?:in|after|for|within|at least) (?:\S+ ){0,3}/,
        /<n>|a few|some|one|five|ten/,
        / ?(?:more )?/,
        /seconds?|secs?|[smh]\b|minutes?|mins?|hours?/,
      ),
      /<n> (?:seconds?|minutes?) (?:\S+ ){0,3}(?:try|retry|later|left|remain)/,
      /(?:in|tra|em|dans|en|za|over) <n> (?:minuten?|minuti|minutos?|minut|minutes)\b/,
      /wait (?:\S+ )?(?:<n>|a few) (?:\S+ )?(?:minutes?|seconds?|mins?|secs?|hours?)/,
      /in <n> (?:minuten|sekunden|stunden) (?:erneut|wieder|noch)/,
      /(?:later|again) ?\(?(?:in |after )?<n> ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hours?)\b/,
      /in (?:a |about a )?(?:quarter|half) (?:of )?an? hour|in a (?:couple|matter) of (?:minutes|seconds)/,
      /(?:in|nach) (?:zwei|drei|funf|zehn|zwanzig|dreissig) minuten\b/,
      /dans (?:deux|trois|cinq|dix|quinze|vingt|trente) minutes/,
      /(?:in|nach) (?:wenigen|einigen|ein paar) minuten|dans (?:quelques|plusieurs) minutes/,
      /\b(?:en|em) (?:unos|alguns) minutos|over enkele minuten|через (?:несколько|пару) минут/,
      /(?:tra|fra) (?:qualche|alcuni) minut[oi]|\bza (?:kilka|pare|nekolik|par) minut/,
      /om (?:nagra|ett par|noen|nogle) min\w+|birkac dakika|nehany perc|cateva minute|muutaman minuutin/,
      /(?:not before|hold (?:off|on)|pause|no sooner than|d'ici) (?:\S+ )?<n> (?:more )?(?:sec|min)\w*/,
      /<n> (?:seconds|minutes) have (?:gone by|passed|elapsed)|\b(?:en|in|em|za) <n> ?min\b/,
      /\b(?:retry|again|back|resend) (?:after|in) <n>\W*$|<n> \S+ (?:remaining|left|to go)\b/,
      /<n> ?(?:minutes?|mins?|seconds?|secs?) (?:from now|hence)/,
      /(?:later|again)\W{0,2}<n> ?(?:s|secs?|m|mins?|h)\b/,
      inTurn(
        /riprov\w*|tente (?:novamente|de novo)|(?:re)?intente\w*|sprobuj|reessaye\w*/,
        / (?:\S+ ){0,3}/,
        /tra|fra|em|en|dans|za|dentro de/,
        / (?:\S+ )?<n> /,
      ),
      inTurn(
        /queued?|held|kept|parked|deferr\w*|delay\w*|postpon\w*|paus\w*|grey\w*|wait\w*/,
        / (?:\S+ )?(?:for |by )?(?:about |at least |another )?<n> ?/,
        /(?:s|secs?|seconds?|m|mins?|minutes?)\b/,
      ),
      /(?:повторите|попробуйте) (?:\S+ ){0,3}через (?:\S+ )?<n> /,
      /(?:again|back|retry|wait) (?:in |after |for )?<n>:<n>/,
    ),
    category: 'greylisting',
    scope: 'ip',
    meaning: 'The server wants the same message again after a time that it names.',
    source: 'milter-greylist and its kin: their reply texts, read 2026-11',
    examples: [
      {
        text: '451 4.7.1 Please try again in 300 seconds',
        source: 'form of the delay texts of milter-greylist(8) and Postgrey(8)',
      },
    ],
  },
  {
    id: 'generic.come-back-later.other-mx',
    pattern:
      /(?:lower|higher)[- ]numbered mx|(?:try|use|send to) (?:\S+ ){0,2}(?:another|next|other|primary) mx\b/,
    category: 'greylisting',
    meaning:
      'This MX takes no mail itself, as a decoy for spammers or a spare: another MX of the domain does.',
    source: 'junkemailfilter.com, its tarbaby MX, in a public log, read 2026-11',
    examples: [
      {
        text: '451-DEFER - TB3 - Try a lower numbered MX record - X=tarbaby H=mail.example.com [192.0.2.1]',
        source: 'junkemailfilter.com, public log, read 2026-11, shortened; names replaced',
      },
    ],
    note: 'PowerMTA goes on to the next MX by itself. If the first MX of the domain never answers, look at that one.',
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
      inTurn(
        /^\W*(?:your |this |the )?(?:sender|client|host|server|peer)(?: address)? (?:is |was |has been )?(?:being )?/,
        /(?:deferred|postponed|delayed|put (?:off|on hold)|on hold|held back|parked)\b/,
      ),
      /^\W*(?:deferred|postponed|delayed) (?:sender|client|host)\b/,
      inTurn(
        /^\W*(?:your |the |all |some )?(?:messages?|mails?|e-?mails?|traffic|deliver\w+) /,
        /(?:from|of|by) (?:<ip>|you|your \w+|this \w+) /,
        /(?:is |are |was |were |will be |has been |have been )?(?:being )?(?:deferred|delayed|postponed|put off)\b/,
      ),
      /\bfrom this (?:sender|host|client) (?:is |was )?(?:put off|postponed)/,
      /^\W*(?:client|host|server|peer) (?:<\w+> ){0,2}(?:is )?(?:unknown|not known|unrecogni[sz]ed)\b/,
      /\bunrecogni[sz]ed (?:client|host|server|peer)\b|^\W*<ip> (?:is )?(?:unknown|not known)\b/,
      /\bdeferring (?:the |this |your )?(?:sender|client|host|server)\b|\b(?:sender|client) (?:is )?on hold\b/,
      /\b(?:do not|don't|does not) know (?:the |this |your )?(?:client|host|server|peer|sender)\b/,
      /^temporar\w+ (?:rejected|deferred|delayed|refused)|intentionally (?:delayed|deferred)/,
      /(?:sender|host|you|client) (?:\S+ ){0,2}not yet known/,
      /\bnewcomers?\b.{0,20}\bwait|\bretry as the standard\b|\bnot now\W{1,3}(?:retry|try|come)\b/,
      /not yet (?:known|seen|authori[sz]ed|allowed|accepted|permitted)/,
      inTurn(
        /(?:pair|triple|tuple|combination|relation(?:ship)?|sender\/\S+) (?:\S+ ){0,2}/,
        /new|unknown|not (?:yet )?(?:known|seen|on file|in|registered)|unseen/,
      ),
      /(?:unknown|new|unverified|unfamiliar|unseen) (?:correspondents?|peers?|clients?|contacts?|partners?)\b/,
      /(?:message|mail|delivery) (?:is |was )?temporarily not (?:accepted|taken|allowed)|\bonly (?:take|accept)s? retries/,
      /\bfirst (?:delivery|attempt|mail|message|contact|connection|visit) (?:from|by|of|to)\b/,
      /again after a (?:pause|break|rest)/,
      /renvoye[zr] (?:ce|le|votre) (?:message|courriel|mail)/,
      /(?:nachricht|mail|zustellung) (?:bitte )?(?:erneut|nochmals|wiederholen)/,
      /(?:reenvi|vuelva a envi|reinvi|inviare di nuovo|wyslij ponownie|stuur (?:\S+ ){0,3}opnieuw)/,
      /\bon trial\b|\b(?:server|host|sender|ip) (?:is )?(?:being )?(?:learned|learnt|observed|evaluated)\b/,
      /\bstrangers?\b|(?:not|never) (?:yet )?(?:met|heard from|spoken to|dealt with) (?:you|your|this)/,
      /\b(?:unknown|new|unfamiliar) to us\b/,
      inTurn(
        /(?:second|next|another|repeated|2nd) (?:\S+ )?(?:attempt|try|delivery|contact|time)/,
        / (?:\S+ )?(?:will|would|shall|can|may|is going to) be (?:accepted|taken|let|allowed|welcome|delivered)/,
      ),
      inTurn(
        /(?:will|would|shall|can|may) be (?:accepted|taken|let in|allowed|delivered)/,
        / (?:on|at|with|after|upon) (?:the |a |your )?(?:second|next|another|2nd|repeated) (?:attempt|try|delivery)/,
      ),
      /\b(?:real|proper|legitimate|genuine) (?:mail ?)?(?:servers?|hosts?|mta|senders?) (?:will |would |do )?retr(?:y|ies)\b/,
      /erstkontakt|premier contact|primer contacto|primo contatto|primeiro contato|pierwszy kontakt|eerste contact/,
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
      /(?:retry|try again|resend) (?:shortly|soon|in a moment|in a while)/,
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
    id: 'generic.come-back-later.system',
    codes: / 4\.3\.\d{1,3}$/,
    pattern: anyOf(TRY_AGAIN_LATER, COME_BACK_LATER),
    category: 'unavailable',
    meaning:
      'The server says nothing but to come back later; its code (x.3.x, mail system) means trouble of its own.',
    source: 'RFC 3463 section 3.4; logs and bounces in public repositories, read 2026-11',
    examples: [
      {
        text: '451 4.3.2 Please try again later',
        source: 'Postfix logs and bounces in public repositories, read 2026-11',
      },
    ],
    note: 'These words decide nothing, so the code does. Greylisting answers 4.7.1, or no enhanced code.',
  },
  {
    id: 'generic.come-back-later.rspamd',
    pattern: TRY_AGAIN_LATER,
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
    note: 'Only if the reply says nothing else. After a reason the same words decide nothing.',
  },
  {
    id: 'generic.come-back-later.alone',
    pattern: COME_BACK_LATER,
    category: 'greylisting',
    scope: 'ip',
    meaning: 'The server asks to come back later, in any language, and says nothing else.',
    source: 'phrases of greylisting servers in test/fixtures/replies/phrases.tsv, 2026-11',
    examples: [
      { text: '451 Revenez plus tard', source: 'test/fixtures/replies/phrases.tsv, 2026-11' },
      { text: '450 Please send it again later', source: 'test/fixtures/replies/phrases.tsv, 2026-11' },
    ],
    note: 'As “try again later” alone: the mail is taken when it comes again.',
  },
]);

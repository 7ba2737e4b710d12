import { anyOf } from '../../define-rules.ts';

/** Words that name a better reason than trouble of the receiver: a machine that fails beside them is not the cause. */
export const BETTER_REASON = anyOf(
  /over ?quota|quota (?:is )?exceeded|mail ?box (?:is )?full|(?:user|recipient|address) (?:\S+ )?unknown/,
  /unknown user|in the queue too long/,
  /no such|does not exist|too many (?!open (?:files|sockets|handles))|rate limit\b|relay access/,
  /\b(?:spf|dkim|dmarc)\b(?! (?:milter|daemon|service|server|module|signing))/,
  /blocked (?:using|by)|\blisted\b|black-?list|gr[ea]y-?list/,
  /\breputation (?!(?:service|server|look-?up|database|daemon|query|check)\b)/,
);

import type { Rule } from '../rule.ts';
import { appleRules } from './providers/apple.ts';
import { barracudaRules } from './providers/barracuda.ts';
import { btRules } from './providers/bt.ts';
import { ciscoRules } from './providers/cisco.ts';
import { cloudflareRules } from './providers/cloudflare.ts';
import { codeRules } from './generic/codes.ts';
import { comcastRules } from './providers/comcast.ts';
import { coxRules } from './providers/cox.ts';
import { earthlinkRules } from './providers/earthlink.ts';
import { freeRules } from './providers/free.ts';
import { genericAuthenticationRules } from './generic/authentication.ts';
import { genericBlockedSenderRules } from './generic/blocked-sender.ts';
import { genericBlocklistRules } from './generic/blocklists.ts';
import { genericComeBackLaterRules } from './generic/come-back-later.ts';
import { genericConnectionLimitRules } from './generic/connection-limits.ts';
import { genericContentRules } from './generic/content.ts';
import { genericGreylistingRules } from './generic/greylisting.ts';
import { genericAsianLanguageRules } from './generic/languages-asian.ts';
import { genericLanguageReceiverRules } from './generic/languages-receiver.ts';
import { genericLanguageSenderRules } from './generic/languages-sender.ts';
import { genericLogInRules } from './generic/log-in.ts';
import { genericFullMailboxRules } from './generic/mailbox-full.ts';
import { genericMailboxRules } from './generic/mailbox.ts';
import { genericPolicyRules } from './generic/policy.ts';
import { genericRateLimitRules } from './generic/rate-limits.ts';
import { genericRecipientRules } from './generic/recipient.ts';
import { genericReplaced421Rules } from './generic/replaced-421.ts';
import { genericReputationRules } from './generic/reputation.ts';
import { genericSenderNameRules } from './generic/sender-names.ts';
import { genericSessionRules } from './generic/session.ts';
import { genericSuppressionRules } from './generic/suppression.ts';
import { genericMachineTroubleRules } from './generic/trouble-machines.ts';
import { genericUndoneRules } from './generic/trouble-undone.ts';
import { genericUnavailableRules } from './generic/unavailable.ts';
import { genericWeighedWordRules } from './generic/weighed-words.ts';
import { gmailCodeRules } from './providers/gmail-codes.ts';
import { gmailRules } from './providers/gmail.ts';
import { gmxRules } from './providers/gmx.ts';
import { godaddyRules } from './providers/godaddy.ts';
import { laposteRules } from './providers/laposte.ts';
import { mailRuRules } from './providers/mail-ru.ts';
import { microsoftCodeRules } from './providers/microsoft-codes.ts';
import { microsoftRules } from './providers/microsoft.ts';
import { mimecastRules } from './providers/mimecast.ts';
import { naverCodeRules, naverRules } from './providers/naver.ts';
import { neteaseRules } from './providers/netease.ts';
import { orangeRules } from './providers/orange.ts';
import { powermtaRules } from './powermta.ts';
import { proofpointRules } from './providers/proofpoint.ts';
import { qqRules } from './providers/qq.ts';
import { sfrRules } from './providers/sfr.ts';
import { sophosRules } from './providers/sophos.ts';
import { spectrumRules } from './providers/spectrum.ts';
import { symantecRules } from './providers/symantec.ts';
import { tOnlineRules } from './providers/t-online.ts';
import { trendMicroRules } from './providers/trend-micro.ts';
import { vadeRules } from './providers/vade.ts';
import { yahooCodeRules } from './providers/yahoo-codes.ts';
import { yahooRules } from './providers/yahoo.ts';
import { yandexRules } from './providers/yandex.ts';

/** Some rules, and the file in this folder that they are from. */
interface RuleFile {
  file: string;
  rules: readonly Rule[];
}

/** Wordings of one provider each: no two of these are tried for the same reply, so their order decides nothing. */
const PROVIDER_WORDINGS: readonly (readonly Rule[])[] = [
  gmailRules,
  microsoftRules,
  yahooRules,
  appleRules,
  comcastRules,
  coxRules,
  spectrumRules,
  earthlinkRules,
  orangeRules,
  laposteRules,
  sfrRules,
  freeRules,
  gmxRules,
  tOnlineRules,
  btRules,
  mailRuRules,
  yandexRules,
  neteaseRules,
  qqRules,
  naverRules,
  mimecastRules,
  proofpointRules,
  barracudaRules,
  ciscoRules,
  sophosRules,
  symantecRules,
  trendMicroRules,
  vadeRules,
  godaddyRules,
  cloudflareRules,
];

/**
 * Wordings of every receiver. This order decides, from what names its cause to what names nothing: a reply belongs to
 * the first file that reads it. Each file says at its top what it holds and where its neighbours are.
 */
const GENERIC_WORDINGS: readonly RuleFile[] = [
  { file: 'generic/replaced-421.ts', rules: genericReplaced421Rules },
  { file: 'generic/greylisting.ts', rules: genericGreylistingRules },
  { file: 'generic/suppression.ts', rules: genericSuppressionRules },
  { file: 'generic/trouble-machines.ts', rules: genericMachineTroubleRules },
  { file: 'generic/trouble-undone.ts', rules: genericUndoneRules },
  { file: 'generic/languages-asian.ts', rules: genericAsianLanguageRules },
  { file: 'generic/languages-sender.ts', rules: genericLanguageSenderRules },
  { file: 'generic/languages-receiver.ts', rules: genericLanguageReceiverRules },
  { file: 'generic/authentication.ts', rules: genericAuthenticationRules },
  { file: 'generic/blocklists.ts', rules: genericBlocklistRules },
  { file: 'generic/blocked-sender.ts', rules: genericBlockedSenderRules },
  { file: 'generic/sender-names.ts', rules: genericSenderNameRules },
  { file: 'generic/session.ts', rules: genericSessionRules },
  { file: 'generic/log-in.ts', rules: genericLogInRules },
  { file: 'generic/reputation.ts', rules: genericReputationRules },
  { file: 'generic/mailbox-full.ts', rules: genericFullMailboxRules },
  { file: 'generic/mailbox.ts', rules: genericMailboxRules },
  { file: 'generic/content.ts', rules: genericContentRules },
  { file: 'generic/connection-limits.ts', rules: genericConnectionLimitRules },
  { file: 'generic/rate-limits.ts', rules: genericRateLimitRules },
  { file: 'generic/policy.ts', rules: genericPolicyRules },
  { file: 'generic/come-back-later.ts', rules: genericComeBackLaterRules },
  { file: 'generic/recipient.ts', rules: genericRecipientRules },
  { file: 'generic/unavailable.ts', rules: genericUnavailableRules },
];

const POWERMTA: RuleFile = { file: 'powermta.ts', rules: powermtaRules };
const WEIGHED_WORDS: RuleFile = { file: 'generic/weighed-words.ts', rules: genericWeighedWordRules };
/** What single providers mean by an enhanced code. */
const PROVIDER_CODES = [gmailCodeRules, microsoftCodeRules, yahooCodeRules, naverCodeRules];
const CODES: RuleFile = { file: 'generic/codes.ts', rules: codeRules };

/** The files with rules that are tried for every receiver, in their order. */
export const RULES_FOR_EVERYONE: readonly RuleFile[] = [POWERMTA, ...GENERIC_WORDINGS, WEIGHED_WORDS, CODES];

/**
 * Every built-in rule in the order in which it is tried. PowerMTA's own words first: that a connection to an ISP failed
 * does not make PowerMTA's words for it the ISP's. Then words before codes, and an ISP's own before everyone's.
 */
export const builtInRules: readonly Rule[] = [
  ...POWERMTA.rules,
  ...PROVIDER_WORDINGS.flat(),
  ...GENERIC_WORDINGS.flatMap(({ rules }) => rules),
  ...WEIGHED_WORDS.rules,
  ...PROVIDER_CODES.flat(),
  ...CODES.rules,
];

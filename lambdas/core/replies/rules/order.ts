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
import { genericContentRules } from './generic/content.ts';
import { genericGreylistingRules } from './generic/greylisting.ts';
import { genericAsianLanguageRules } from './generic/languages-asian.ts';
import { genericLanguageReceiverRules } from './generic/languages-receiver.ts';
import { genericLanguageSenderRules } from './generic/languages-sender.ts';
import { genericLimitRules } from './generic/limits.ts';
import { genericFullMailboxRules } from './generic/mailbox-full.ts';
import { genericMailboxRules } from './generic/mailbox.ts';
import { genericPolicyRules } from './generic/policy.ts';
import { genericRecipientRules } from './generic/recipient.ts';
import { genericReputationRules } from './generic/reputation.ts';
import { genericSenderNameRules } from './generic/sender-names.ts';
import { genericSessionRules } from './generic/session.ts';
import { genericSuppressionRules } from './generic/suppression.ts';
import { genericMachineTroubleRules } from './generic/trouble-machines.ts';
import { genericUndoneRules } from './generic/trouble-undone.ts';
import { genericUnavailableRules } from './generic/unavailable.ts';
import { genericWeighedWordRules } from './generic/weighed-words.ts';
import { gmailRules } from './providers/gmail.ts';
import { gmxRules } from './providers/gmx.ts';
import { godaddyRules } from './providers/godaddy.ts';
import { laposteRules } from './providers/laposte.ts';
import { mailRuRules } from './providers/mail-ru.ts';
import { microsoftRules } from './providers/microsoft.ts';
import { mimecastRules } from './providers/mimecast.ts';
import { naverRules } from './providers/naver.ts';
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
import { yahooRules } from './providers/yahoo.ts';
import { yandexRules } from './providers/yandex.ts';

/**
 * Every built-in rule; within one ISP the order is that in which they are tried.
 *
 * The rules for every receiver go from what names its cause to what names nothing: PowerMTA's own words, greylisting
 * by name, a relay's suppression list, trouble that is told with words of other categories, causes in other languages
 * than English, authentication, blocklists, hosts kept out with words of spam, the sender's names in DNS and its
 * sessions, reputation, the mailbox, content, limits, refusals without a reason, delays without a reason, the recipient
 * in vague words, and trouble, whose “service unavailable” stands in front of all the others too. Then single words are
 * weighed, and last come the codes alone.
 */
export const builtInRules: readonly Rule[] = [
  ...gmailRules,
  ...microsoftRules,
  ...yahooRules,
  ...appleRules,
  ...comcastRules,
  ...coxRules,
  ...spectrumRules,
  ...earthlinkRules,
  ...orangeRules,
  ...laposteRules,
  ...sfrRules,
  ...freeRules,
  ...gmxRules,
  ...tOnlineRules,
  ...btRules,
  ...mailRuRules,
  ...yandexRules,
  ...neteaseRules,
  ...qqRules,
  ...naverRules,
  ...mimecastRules,
  ...proofpointRules,
  ...barracudaRules,
  ...ciscoRules,
  ...sophosRules,
  ...symantecRules,
  ...trendMicroRules,
  ...vadeRules,
  ...godaddyRules,
  ...cloudflareRules,
  ...powermtaRules,
  ...genericGreylistingRules,
  ...genericSuppressionRules,
  ...genericMachineTroubleRules,
  ...genericUndoneRules,
  ...genericAsianLanguageRules,
  ...genericLanguageSenderRules,
  ...genericLanguageReceiverRules,
  ...genericAuthenticationRules,
  ...genericBlocklistRules,
  ...genericBlockedSenderRules,
  ...genericSenderNameRules,
  ...genericSessionRules,
  ...genericReputationRules,
  ...genericFullMailboxRules,
  ...genericMailboxRules,
  ...genericContentRules,
  ...genericLimitRules,
  ...genericPolicyRules,
  ...genericComeBackLaterRules,
  ...genericRecipientRules,
  ...genericUnavailableRules,
  ...genericWeighedWordRules,
  ...codeRules,
];

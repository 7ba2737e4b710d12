import { defineRules } from '../../define-rules.ts';
import { gmailAuthenticationDefinitions } from './gmail-authentication.ts';
import { gmailMailboxDefinitions } from './gmail-mailbox.ts';
import { gmailRefusalDefinitions } from './gmail-refusals.ts';
import { gmailReputationDefinitions } from './gmail-reputation.ts';
import { gmailTroubleDefinitions } from './gmail-trouble.ts';
import { gmailUnusualRateDefinitions } from './gmail-unusual-rate.ts';

/** Gmail and Workspace. What names its cause comes first; the texts themselves are in the files that are named here. */
export const gmailRules = defineRules('gmail', [
  ...gmailUnusualRateDefinitions,
  ...gmailAuthenticationDefinitions,
  ...gmailReputationDefinitions,
  ...gmailMailboxDefinitions,
  ...gmailRefusalDefinitions,
  ...gmailTroubleDefinitions,
]);

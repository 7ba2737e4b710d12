import { defineRules } from '../../define-rules.ts';
import { microsoftLimitDefinitions } from './microsoft-limits.ts';
import { microsoftReceiverDefinitions } from './microsoft-receiver.ts';
import { microsoftRefusalDefinitions } from './microsoft-refusals.ts';

/**
 * Outlook.com (consumer) and Microsoft 365 run the same filter and say the same words, so both read these
 * rules: `microsoft` is the family of the two.
 */
export const microsoftRules = defineRules('microsoft', [
  ...microsoftLimitDefinitions,
  ...microsoftRefusalDefinitions,
  ...microsoftReceiverDefinitions,
]);

/** Where the meaning of Gmail's replies is from. */
export const PAGE = 'support.google.com/a/answer/3726730 (Gmail SMTP errors and codes), as of 2026-02-15';
export const PAGE_2023 =
  'support.google.com/a/answer/3726730 (Gmail SMTP errors and codes), as of 2023-03-06';
export const SISIMAI = 'sisimai/p5-sisimai lib/Sisimai/Rhost/Google.pm @21cfb932 (BSD-2-Clause)';
export const FIELD_MANUAL_421 = 'ActiveCampaign/smtp-field-manual data/codes/421.json @67831a2e (MIT)';
export const GUIDELINES = 'support.google.com/mail/answer/81126 (Email sender guidelines), as of 2026-03-21';
export const FIELD_MANUAL_451 = 'ActiveCampaign/smtp-field-manual data/codes/451.json @67831a2e (MIT)';
export const FIELD_MANUAL_550 = 'ActiveCampaign/smtp-field-manual data/codes/550.json @67831a2e (MIT)';

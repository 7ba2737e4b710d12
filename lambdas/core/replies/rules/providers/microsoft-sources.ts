/** Where the meaning of Microsoft's replies is from. */
export const POSTMASTER = 'Outlook.com postmaster, troubleshooting page, as of 2026-06-15';
export const NDR =
  'learn.microsoft.com, non-delivery reports in Exchange Online, as read by sisimai Rhost/Microsoft.pm @21cfb932 (BSD-2-Clause)';
export const FIELD_MANUAL = 'ActiveCampaign/smtp-field-manual data/codes @67831a2e (MIT)';
export const SISIMAI = 'sisimai/p5-sisimai lib/Sisimai/Rhost/Microsoft.pm @21cfb932 (BSD-2-Clause)';
export const RELAY_ACCESS_DENIED =
  'learn.microsoft.com/exchange/troubleshoot/email-delivery/ndr/relay-access-denied-smtp, public copy read 2026-11';
export const OUTDATED_SERVERS =
  'Exchange Team Blog, How to pause throttling and blocking of out-of-date on-premises Exchange servers, 2023-12-12';

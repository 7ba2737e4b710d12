/** Where the meaning of Yahoo's replies is from. */
export const PAGE = 'senders.yahooinc.com/smtp-error-codes, as of 2026-02-15';
export const PAGE_OLD = 'Yahoo help SLN3434 and SLN3436 (before 2020)';
export const KUMOMTA = 'KumoCorp/kumomta assets/community/shaping.toml @3ebc1e85 (Apache-2.0)';
export const KUMOMTA_SINK =
  'KumoCorp/kumomta examples/smart-sink-docker/policy/responses.toml @3ebc1e85 (Apache-2.0)';
export const SET_OF_EMAILS = 'sisimai/set-of-emails @18e585c2 (BSD-2-Clause), addresses masked';
export const SISIMAI = 'sisimai/p5-sisimai lib/Sisimai/Rhost/YahooInc.pm @21cfb932 (BSD-2-Clause)';
export const FIELD_MANUAL = 'ActiveCampaign/smtp-field-manual data/codes @67831a2e (MIT)';

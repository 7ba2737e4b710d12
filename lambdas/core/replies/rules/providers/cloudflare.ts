import { defineRules } from '../../define-rules.ts';

const POSTMASTER =
  'developers.cloudflare.com/email-routing/postmaster, via sisimai Rhost/Cloudflare.pm @00c9890f';

/** Cloudflare Email Routing: it only forwards, so trouble is often that of the server it forwards to. */
export const cloudflareRules = defineRules('cloudflare', [
  {
    id: 'cloudflare.blocklist',
    pattern: /found on one or more (?:rbls|dnsbls)/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'A blocklist that Cloudflare asks (the text names it) holds the sending IP.',
    source: POSTMASTER,
    examples: [
      {
        text: '554 192.0.2.1 found on one or more RBLs (abusixip). Refer to https://developers.cloudflare.com/email-routing/postmaster/#spam-and-abusive-traffic/',
        source: POSTMASTER,
      },
    ],
  },
  {
    id: 'cloudflare.upstream',
    pattern: /upstream error/,
    category: 'unavailable',
    meaning: 'The server that Cloudflare forwards to did not take the message.',
    source: POSTMASTER,
    examples: [
      {
        text: '421 4.3.0 Upstream error, please check https://developers.cloudflare.com/email-routing/postmaster for possible reasons why. RsrUEMk60942',
        source: 'sisimai/set-of-emails @18e585c2 maildir/bsd/rhost-cloudflare-01.eml',
      },
    ],
    note: 'The server it forwards to may have refused for reasons of its own; Cloudflare does not pass them on.',
  },
  {
    id: 'cloudflare.recipient',
    pattern: /address does not exist/,
    category: 'recipient',
    scope: 'recipient',
    meaning: 'No route exists for the address.',
    source: 'postfix log classifier tests, public repository (“live mail log”), read 2026-11',
    examples: [
      {
        text: '550 5.1.1 Address does not exist. H471xiwLArEQ',
        source: 'postfix log classifier tests, public repository (“live mail log”), read 2026-11',
      },
    ],
  },
]);

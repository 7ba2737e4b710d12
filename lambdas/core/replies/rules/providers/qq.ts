import { defineRules } from '../../define-rules.ts';

const HELP =
  'service.mail.qq.com/detail/122, as listed in sisimai/p5-sisimai lib/Sisimai/Rhost/Tencent.pm @06915129';
const TEXT = `${HELP} (words as listed, reply code added)`;

export const qqRules = defineRules('qq', [
  {
    id: 'qq.connections',
    pattern: /connection frequency limited/,
    category: 'connection-limit',
    scope: 'ip',
    meaning: 'The IP connects too often.',
    source: HELP,
    examples: [
      {
        text: '550 Connection frequency limited',
        source: 'KumoCorp/kumomta assets/community/shaping.toml @00df937b',
      },
    ],
  },
  {
    id: 'qq.rate',
    pattern: /(?:ip|domain|sender) frequency limited|mailbox unavailable or access den/,
    category: 'rate-limit',
    meaning: 'IP, domain or sender exceeds a rate per minute, hour or day; QQ says so with a 550.',
    source: HELP,
    examples: [
      {
        text: '550 Ip frequency limited',
        source: 'KumoCorp/kumomta assets/community/shaping.toml @00df937b',
      },
      {
        text: '550 Domain frequency limited',
        source: 'KumoCorp/kumomta assets/community/shaping.toml @00df937b',
      },
      { text: '550 Mailbox unavailable or access denined', source: TEXT },
    ],
    note: 'A 550 that is a matter of rate: slow down and send again, do not drop the recipient.',
  },
  {
    id: 'qq.suspected-ip',
    pattern: /suspected (?:bounce attacks|spam ip)|connection denied/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'QQ takes the sending IP for a source of spam or of bounces and refuses it.',
    source: HELP,
    examples: [
      { text: '550 Suspected spam ip', source: TEXT },
      { text: '550 Connection denied', source: TEXT },
    ],
  },
  {
    id: 'qq.authentication',
    pattern: /(?:spf|dmarc) check failed/,
    category: 'authentication',
    scope: 'domain',
    meaning: 'SPF or DMARC of the sending domain failed.',
    source: HELP,
    examples: [{ text: '550 SPF check failed', source: TEXT }],
  },
  {
    id: 'qq.content',
    pattern:
      /spam is embedded in the email|mail content denied|content rejected|suspected spam(?! (?:sender|source|host))/,
    category: 'content',
    meaning: 'QQ takes the message for spam.',
    source: HELP,
    examples: [
      { text: '550 Mail content denied', source: 'KumoCorp/kumomta assets/community/shaping.toml @00df937b' },
      { text: '550 Suspected spam', source: TEXT },
    ],
  },
  {
    id: 'qq.recipient',
    pattern: /mailbox not found|deactivated mailbox|mail is rejected by recipients/,
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The mailbox does not exist, is out of use or refuses this sender.',
    source: HELP,
    examples: [{ text: '550 Mailbox not found', source: TEXT }],
  },
]);

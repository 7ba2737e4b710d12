import { anyOf, defineCodeRules, defineRules } from '../../define-rules.ts';

const BLOG = 'puffinknight.tistory.com/102, Naver reply codes, read 2026-11';

export const naverRules = defineRules('naver', [
  {
    id: 'naver.filtered',
    pattern: /your ip ?\(.{0,60}\) is filtered|must register your ip/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'The sending IP is filtered; it has to be registered with Naver.',
    source: BLOG,
    examples: [
      {
        text: '421 4.3.2 Your IP(192.0.2.1) is filtered and this connection will be closed. You must register your IP to spammaster at domain.com By SpaceLee, the Lord of mail server.',
        source: 'kbit.tistory.com, list of reply error messages; address replaced',
      },
    ],
  },
  {
    id: 'naver.rate',
    pattern: /too many (?:messages|mails)/,
    category: 'rate-limit',
    scope: 'ip',
    meaning: 'Too many messages from the IP.',
    source: BLOG,
    examples: [
      { text: '421 4.3.1 too many messages', source: `${BLOG} (cited in words, not as a log line)` },
    ],
  },
  {
    id: 'naver.recipient',
    pattern: anyOf(
      /no such user\. for more information|\bract\b.{0,60}mailbox is inactive/,
      /\brdeny\b.{0,60}the receiver denied your mail/,
    ),
    category: 'recipient',
    scope: 'recipient',
    meaning: 'The mailbox does not exist, is inactive, or its owner refuses this sender.',
    source: 'log patterns of a public repository (postfix reasons), read 2026-11',
    examples: [
      {
        text: '550 5.1.1 No such user. For more information, go to https://help.naver.com/alias/mail/newmail10.naver Xk2qW-abc123 - nsmtp',
        source: 'log patterns of a public repository (postfix reasons), read 2026-11; id filled in',
      },
    ],
  },
]);

/** Naver's own meaning of an enhanced code. */
export const naverCodeRules = defineCodeRules('naver', [
  {
    id: 'naver.code.rate',
    codes: / 4\.3\.1$/,
    category: 'rate-limit',
    scope: 'ip',
    meaning: 'By its code, too many messages from the IP.',
    source: BLOG,
    examples: [{ text: '421 4.3.1 zqx', source: BLOG }],
  },
  {
    id: 'naver.code.filtered',
    codes: / 4\.3\.2$/,
    category: 'policy-block',
    scope: 'ip',
    meaning: 'By its code, the sending IP is filtered; it has to be registered with Naver.',
    source: BLOG,
    examples: [{ text: '421 4.3.2 zqx', source: BLOG }],
  },
]);

import { defineRules } from '../../define-rules.ts';

export const btRules = defineRules('bt', [
  {
    id: 'bt.too-many-messages',
    pattern: /too many messages/,
    category: 'rate-limit',
    scope: 'ip',
    meaning: 'Too many messages from the IP; the number after it is BT’s own.',
    source: 'blog.frankleonhardt.com/tag/smtp, on BT’s own MX since 2013',
    examples: [{ text: '421 Too many messages (1.5.6.1)', source: 'blog.frankleonhardt.com/tag/smtp' }],
  },
]);

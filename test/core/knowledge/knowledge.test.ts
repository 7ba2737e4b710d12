import { expect, test } from 'vitest';
import { explain } from '../../../lambdas/core/explain.ts';
import { countingContextFor, knowledgeFor } from '../../../lambdas/core/knowledge/knowledge.ts';
import { parseReply } from '../../../lambdas/core/replies/reply.ts';
import { parseSettings } from '../../../lambdas/core/settings.ts';

const settings = parseSettings({}, 'test');

test.each([
  ['421 RP-001 The mail server IP connecting to Outlook.com server has exceeded the rate limit allowed.'],
  ['421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to user complaints'],
  ['450 4.2.0 Greylisted, please try again in 300 seconds'],
])('the reply of an unknown receiver means in a file what it means in an explanation: %s', (text) => {
  const { catalogue, directory } = knowledgeFor(settings);
  const explained = explain('vanity.example', text, catalogue, directory).rule;
  const counted = countingContextFor(settings).catalogue.classify('other', parseReply(text, ''));
  expect(counted.id).toBe(explained);
});

test('a known receiver is not overruled by what its reply says', () => {
  const reply = parseReply('421 RP-001 The mail server IP has exceeded the rate limit allowed.', '');
  expect(countingContextFor(settings).catalogue.classify('gmail', reply).id).not.toBe('microsoft.rp-001');
});

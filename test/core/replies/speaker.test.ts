import { describe, expect, test } from 'vitest';
import { createDirectory } from '../../../lambdas/core/receivers/directory.ts';
import { createCatalogue } from '../../../lambdas/core/replies/catalogue.ts';
import { parseReply } from '../../../lambdas/core/replies/reply.ts';
import { ispsOf } from '../../../lambdas/core/replies/speaker.ts';

const catalogue = createCatalogue();
const directory = createDirectory();
const classify = (receiver: string, text: string): string => {
  const reply = parseReply(text, '');
  return catalogue.classify(ispsOf(receiver, reply, directory), reply).id;
};

describe('a reply without a receiver', () => {
  test.each([
    ['421 4.7.28 Gmail has detected an unusual rate of email.', 'gmail.unusual-rate'],
    ['421 RP-001 The mail server IP has exceeded the rate limit allowed.', 'microsoft.rp-001'],
    ['421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred', 'yahoo.tss04'],
    ['554 5.7.1 [HM08] Message rejected due to local policy.', 'apple.local-policy'],
  ])('that names its provider is read with that one’s rules: %s', (text, rule) => {
    expect(classify('', text)).toBe(rule);
  });

  test('that names nobody is read with the rules for every receiver', () => {
    expect(classify('', '550 5.1.1 User unknown')).toMatch(/^(?:generic|code)\./);
  });

  test('never overrules a receiver that is known', () => {
    const quoting = '451 4.7.1 Greylisted; Gmail would have taken it';
    expect(classify('comcast', quoting)).not.toMatch(/^gmail\./);
    expect(catalogue.classify('other', parseReply(quoting, '')).id).not.toMatch(/^gmail\./);
  });
});

describe('replies met in public logs after the rules were written', () => {
  test.each([
    [
      'gmail',
      '450-4.2.1 The Gmail user you are trying to contact is receiving 450-4.2.1 mail at a rate that prevents additional messages from 450-4.2.1 being delivered. Please resend your message at a later 450-4.2.1 time; if the user is able to receive mail at that time, 450 4.2.1 your message will be delivered. s1si6984646uge',
      'gmail.recipient-rate',
    ],
    [
      'gmail',
      '421-4.7.28 Our system has detected an unusual rate of unsolicited mail originating from your IP address (in reply to end of DATA command)',
      'gmail.unusual-rate.ip',
    ],
    [
      'yahoo',
      '554 delivery error: dd Sorry your message to foo@example.com cannot be delivered. This account has been disabled or discontinued [#102]. - mta1272.mail.sk1.yahoo.com',
      'yahoo.recipient',
    ],
    [
      'hotmail',
      '550 5.7.1 Service unavailable, Client host [192.0.2.1] blocked using Spamhaus. (AS3130). [Name=Protocol Filter Agent][AGT=PFA][MxId=11BBA0D9B700029C] [SJ5PEPF000001E9.namprd05.prod.outlook.com 2025-08-07T01:59:44.262Z 08DDD06CE15C1A45]',
      'microsoft.blocklist',
    ],
    [
      'office365',
      '550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [DB5EUR01FT088.eop-EUR01.prod.protection.outlook.com 2023-06-22T08:26:31.592Z 08DB72B25E50380B]',
      'microsoft.no-such-recipient',
    ],
    [
      'outlook',
      '421 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade/update your client to support TLS 1.2.',
      'microsoft.sender-set-up',
    ],
    [
      'apple',
      '550 5.7.0 Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi?ip=192.0.2.220',
      'apple.blocklist',
    ],
  ])('%s: %s', (receiver, text, rule) => {
    expect(classify(receiver, text)).toBe(rule);
  });
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../../lambdas/core/replies/catalogue.ts';
import { normalise } from '../../../lambdas/core/replies/normalise.ts';
import { parseReply } from '../../../lambdas/core/replies/reply.ts';

describe('what varies or names somebody is replaced', () => {
  test.each([
    ['Messages from 192.0.2.1 deferred', 'messages from <ip> deferred'],
    ['Messages from [192.0.2.1] deferred', 'messages from <ip> deferred'],
    ['Messages from (2001:db8::1) deferred', 'messages from <ip> deferred'],
    ['Messages from [IPv6:2001:db8::1] deferred', 'messages from <ip> deferred'],
    ['Messages from x.xx.xx.xx deferred', 'messages from <ip> deferred'],
    ['Messages from a.b.c.d deferred', 'messages from <ip> deferred'],
    ['<john.doe@example.com>: unknown', '<address>: unknown'],
    ['John.Doe+tag@Example.COM unknown', '<address> unknown'],
    ['"john doe"@example.com unknown', '<address> unknown'],
    ['john.doe%40example.com unknown', '<address> unknown'],
    ['bounce-john=example.com@list.example.net unknown', '<address> unknown'],
    ['Message-ID <20261124.abc@mail.example.com> seen', 'message-id <address> seen'],
    ['<jdoe>... User unknown', '<name>... user unknown'],
    ['jdoe... User unknown', '<name>... user unknown'],
    ['User unknown: jdoe', 'user unknown: jdoe'],
    ["mailbox 'jdoe' is full", 'mailbox <name> is full'],
    ['mailbox jdoe is full', 'mailbox <name> is full'],
    ['unknown user jdoe', 'unknown user <name>'],
    ['no such user (jdoe)', 'no such user <name>'],
    ['user=jdoe over quota', 'user=<name> over quota'],
    [
      'no such user https://support.google.com/mail/?p=nosuchuser',
      'no such user <url:google.com/mail?p=nosuchuser>',
    ],
    ['user john.doe unknown', 'user <name> unknown'],
    ['mailbox for jdoe42 is full', 'mailbox for <name> is full'],
    ['host mx1.example.com[192.0.2.1] said', 'host <host>[<ip>] said'],
    ['blocked using zen.spamhaus.org', 'blocked using spamhaus.org'],
    ['see https://www.spamhaus.org/query/ip/192.0.2.1', 'see <url:spamhaus.org/query/ip>'],
    ['see http://example.com/u/john?e=1', 'see <url>'],
    [
      'see https://support.google.com/mail/?p=UnsolicitedRateLimitError - gsmtp',
      'see <url:google.com/mail?p=unsolicitedratelimiterror> - gsmtp',
    ],
    ['39si2626666ywh.98 - gsmtp', '<id> - gsmtp'],
    ['queued as 4F0F3342A9', 'queued as <id>'],
    [
      '[TSS04] RP-001 S3150 IB007 OFR005_104 AUP#In-1340',
      '[tss04] rp-001 s3150 ib007 ofr005_104 aup#in-1340',
    ],
    ['try again in 300 seconds', 'try again in <n> seconds'],
    ['try again in 450 seconds', 'try again in <n> seconds'],
    ['limit is 123456', 'limit is <n>'],
    ['12 of 1,000 at 18:30:05, load 1.25', '<n> of <n>,<n> at <n>:<n>:<n>, load <n>'],
    ['wait 5m, 10MB at most, the 2nd time', 'wait <n>m, <n>mb at most, the 2nd time'],
    ['HTTP 502 behind 421', 'http 502 behind 421'],
    ['[MA6fyPL4vTkaJH/2sA5k7g==]', '[<id>==]'],
    ['tls/ssl-v3/and/other/words', 'tls/ssl-v3/and/other/words'],
    ['421 4.7.0 stays', '421 4.7.0 stays'],
    ['Wide   spaces\r\nand\tlines', 'wide spaces and lines'],
    ['isn’t “quite right” – Überlast, vérifiez', 'isn\'t "quite right" - uberlast, verifiez'],
    ['Сообщение отклонено', 'сообщение отклонено'],
    ['您的IP发送频率过高，每小时100封', '您的ip发送频率过高，每小时<n>封'],
    ['later...Please come back', 'later...please come back'],
    ['user complaints', 'user complaints'],
    ['the account is over quota', 'the account is over quota'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });
});

describe('a normalised reply', () => {
  const examples = createCatalogue().rules.flatMap(({ examples }) => examples.map(({ text }) => text));
  const part = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '<',
      '>',
      '@',
      '"',
      "'",
      '...',
      ' ',
      '.',
      ':',
      '/',
      '[',
      ']',
      '<ip>',
      '<url',
      '<url:',
      'http://google.com/',
      'a@b',
      'user ',
      'mailbox ',
      'jdoe',
      ' is full',
      '192.0.2.1',
      '2001:db8::1',
      'x.x.x.x',
      'mx.example.com',
      '42',
      '%40',
      '(at)',
    ),
  );
  const texts = fc.oneof(
    fc.array(part, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.tuple(fc.constantFrom(...examples), part).map(([text, more]) => text + more),
  );

  test('names nobody if spaces are doubled', () => {
    expect(normalise('user jdoe  is full')).toBe('user <name> is full');
    expect(normalise('user 42  is full')).toBe('user <name> is full');
  });

  test('sees a URL that a letter without its accent completes', () => {
    const once = normalise('\u3038h\u0301ttp://google.com/');
    expect(once).toContain('<url:google.com>');
    expect(normalise(once)).toBe(once);
  });

  test('keeps words apart that a ruled line kept apart', () => {
    for (const text of ['450 =========== seconds', 'user jdoe =========== is full']) {
      const once = normalise(text);
      expect(normalise(once)).toBe(once);
    }
  });

  test('keeps words apart that angle brackets kept apart', () => {
    expect(normalise('see<http://google.com/>now')).toBe('see <url:google.com> now');
    expect(normalise('host<mx.example.com>:')).toBe('host <host>:');
  });

  test('stays the same if it is normalised again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(examples)('is stable for %s', (text) => {
    const once = normalise(parseReply(text, '').text);
    expect(normalise(once)).toBe(once);
  });

  test('holds no @, no IP and no control character', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = normalise(text);
        expect(once).not.toMatch(/[a-z0-9]@[a-z0-9]/);
        expect(once).not.toMatch(/\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/);
        // eslint-disable-next-line no-control-regex -- none may be left
        expect(once).not.toMatch(/[\u0000-\u001f\u007f]/);
      }),
      { numRuns: 2000 },
    );
  });

  test('is made of the first 4 KB, and never holds half an address', () => {
    const text = `${'word '.repeat(818)}john.doe@example.com more`;
    expect(text.slice(0, 4096).endsWith('john.d')).toBe(true);
    expect(normalise(text)).toBe('word '.repeat(818).trim());
  });
});

describe('a local part never survives, wherever servers put it', () => {
  const frames = [
    (name: string) => `<${name}@example.com>: Recipient address rejected`,
    (name: string) => `550 ${name}@example.com... User unknown`,
    (name: string) => `<${name}>: unknown`,
    (name: string) => `"${name}" is not a known user here`,
    (name: string) => `no such user: ${name}`,
    (name: string) => `mailbox ${name} is over quota`,
    (name: string) => `rcpt=${name}@example.com;reason=full`,
    (name: string) => `https://example.com/unsubscribe?email=${name}%40example.com`,
    (name: string) => `bounce+${name}=example.com@list.example.net`,
  ];
  test.each(frames.map((frame) => [frame('NAME'), frame] as const))('%s', (_title, frame) => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{4,8}\.?[a-z]{4,8}\d{0,2}$/), (name) => {
        expect(normalise(frame(name))).not.toContain(name);
      }),
    );
  });
});

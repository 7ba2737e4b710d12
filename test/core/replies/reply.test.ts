import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codesToMatch, codesToShow, parseReply } from '../../../lambdas/core/replies/reply.ts';

describe('a reply is taken apart', () => {
  test.each([
    ['smtp;421 4.7.0 Try again', 421, '4.7.0', 'Try again'],
    ['smtp; 421 4.7.0 Try again', 421, '4.7.0', 'Try again'],
    ['SMTP;421 4.7.0 Try again', 421, '4.7.0', 'Try again'],
    ['x-postfix; 450 4.7.1 Try again', 450, '4.7.1', 'Try again'],
    ['421 Max message per connection reached', 421, null, 'Max message per connection reached'],
    ['421 421 Max message per connection reached', 421, null, 'Max message per connection reached'],
    ['220-laposte 421 4.2.1 Service refuse. LPN006_107', 421, '4.2.1', 'Service refuse. LPN006_107'],
    ['421,4.7.0 to review our guidelines', 421, '4.7.0', 'to review our guidelines'],
    ['421-failure', 421, null, 'failure'],
    ['421 #4.4.5 Too many connections', 421, '4.4.5', 'Too many connections'],
    ['421 RP-001 (COL0-MC1-F12) Unfortunately', 421, null, 'RP-001 (COL0-MC1-F12) Unfortunately'],
    ['421 4.16.55 [TS01] Messages', 421, '4.16.55', '[TS01] Messages'],
    ['4.7.32 This mail has been rate limited', null, '4.7.32', 'This mail has been rate limited'],
    ['451 temp', 451, null, 'temp'],
    ['421', 421, null, ''],
    ['smtp;421 4.7.0', 421, '4.7.0', ''],
    ['550-5.7.1 One\r\n550-5.7.1 two\r\n550 5.7.1 three', 550, '5.7.1', 'One two three'],
    ['550-5.7.1 One\n550 5.7.1 two', 550, '5.7.1', 'One two'],
    ['550-5.7.1 One\\r\\n550 5.7.1 two', 550, '5.7.1', 'One two'],
    ['550-5.7.1 One 550-5.7.1 two 550 5.7.1 three', 550, '5.7.1', 'One two three'],
    [
      '554-gmx.net (mxgmx008)\r\n554-No SMTP service\r\n554 Bye',
      554,
      null,
      'gmx.net (mxgmx008) No SMTP service Bye',
    ],
    ['421-4.7.0 at most 300\r\n421-4.7.0 two\r\n421 4.7.0 three', 421, '4.7.0', 'at most 300 two three'],
    [
      '421-4.7.0 [192.0.2.1] One\r\n421-4.7.0 two\r\n421,4.7.0 three',
      421,
      '4.7.0',
      '[192.0.2.1] One two three',
    ],
    [
      '192.0.2.1_does_not_like_recipient./Remote_host_said:_451_4.7.1_Greylisted/Giving_up_on_192.0.2.1./',
      451,
      '4.7.1',
      'Greylisted',
    ],
    ['421 5.7.32 Your email was blocked', 421, '5.7.32', 'Your email was blocked'],
    ['450 4.2.0 more than 450 mails an hour', 450, '4.2.0', 'more than 450 mails an hour'],
    [
      "Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)",
      null,
      '4.4.1',
      "Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)",
    ],
    [
      'host mx.example.com[192.0.2.1] said: 450 4.1.1 unverified',
      450,
      '4.1.1',
      'host mx.example.com[192.0.2.1] said: unverified',
    ],
    ['192.0.2.1 does not like recipient.', null, null, '192.0.2.1 does not like recipient.'],
  ])('%s', (text, code, enhancedCode, words) => {
    expect(parseReply(text, '')).toEqual({ code, enhancedCode, text: words });
  });
});

describe('dsnStatus fills in what dsnDiag lacks', () => {
  test.each([
    ['', '4.4.1 (no answer from host)', null, '4.4.1', 'no answer from host'],
    ['', '421', 421, null, ''],
    ['', '421 4.4.1 (no answer from host)', 421, '4.4.1', 'no answer from host'],
    ['', '', null, null, ''],
    ['   ', '4.0.0 (undefined status)', null, '4.0.0', 'undefined status'],
    ['Connection dropped', '4.4.2 (bad connection)', null, '4.4.2', 'Connection dropped'],
    ['4.7.32 This mail has been rate limited', '421', 421, '4.7.32', 'This mail has been rate limited'],
    [
      'smtp;421 [IPTS04] Messages deferred',
      '4.0.0 (undefined status)',
      421,
      null,
      '[IPTS04] Messages deferred',
    ],
    [
      'smtp;421 4.4.1 Connection timed out',
      '4.5.0 (undefined protocol status)',
      421,
      '4.4.1',
      'Connection timed out',
    ],
  ])('%j beside %j', (diag, status, code, enhancedCode, text) => {
    expect(parseReply(diag, status)).toEqual({ code, enhancedCode, text });
  });
});

describe('the codes are written', () => {
  test.each([
    ['421 4.7.28 x', '421 4.7.28', '421 4.7.28'],
    ['421 x', '421', '421'],
    ['4.7.28 x', 'none 4.7.28', 'none'],
    ['x', 'none', 'none'],
  ])('%s: matched as %s, shown as %s', (text, matched, shown) => {
    const reply = parseReply(text, '');
    expect(codesToMatch(reply)).toBe(matched);
    expect(codesToShow(reply)).toBe(shown);
  });
});

test('never fails, and keeps within the limits of a code', () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom('421', '4.7.0', 'smtp;', '421-4.7.0', '\r\n', '\\r\\n', ' ', '#', '(', 'said: 450'),
  );
  fc.assert(
    fc.property(
      fc.array(part).map((parts) => parts.join('')),
      fc.string(),
      (diag, status) => {
        const { code, enhancedCode } = parseReply(diag, status);
        expect(code === null || (code >= 200 && code <= 599)).toBe(true);
        expect(enhancedCode === null || /^[245]\.\d{1,3}\.\d{1,3}$/.test(enhancedCode)).toBe(true);
      },
    ),
  );
});

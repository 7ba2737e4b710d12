import { describe, expect, test } from 'vitest';
import {
  boundedName,
  domainOfQueue,
  domainOfRecipient,
  hostOfMta,
  localPartOf,
  sourceName,
} from '../../../../lambdas/core/accounting/row/row-names.ts';

describe('the domain of a recipient', () => {
  test.each([
    ['jane@gmail.com', 'gmail.com'],
    ['Jane@GMAIL.com', 'gmail.com'],
    ['<jane@gmail.com>', 'gmail.com'],
    ['jane@gmail.com.', 'gmail.com'],
    ['"jane@home"@gmail.com', 'gmail.com'],
    ['jane@bücher.de', 'bücher.de'],
    ['jane', ''],
    ['jane@', ''],
    ['', ''],
    ['jane@(rest)', ''],
    ['jane@two words', ''],
    [`jane@${'d'.repeat(255)}`, 'd'.repeat(255)],
    [`jane@${'d'.repeat(256)}`, ''],
  ])('of %j is %j', (rcpt, domain) => {
    expect(domainOfRecipient(rcpt)).toBe(domain);
  });
});

describe('the local part of a recipient', () => {
  test.each([
    ['jane@gmail.com', 'jane'],
    ['<jane@gmail.com>', 'jane'],
    ['"jane doe"@gmail.com', 'jane doe'],
    ['"jane@home"@gmail.com', 'jane@home'],
    ['jane', 'jane'],
  ])('of %j is %j', (rcpt, localPart) => {
    expect(localPartOf(rcpt)).toBe(localPart);
  });
});

describe('the domain of a queue', () => {
  test.each([
    ['gmail.com/vmta1', 'gmail.com'],
    ['GMAIL.com/{default}', 'gmail.com'],
    ['gmail.com', 'gmail.com'],
    ['yahoo.rollup/vmta2', ''],
    ['hotmail.queue/vmta2', ''],
    ['YAHOO.ROLLUP', ''],
    ['', ''],
  ])('of %j is %j', (queue, domain) => {
    expect(domainOfQueue(queue)).toBe(domain);
  });
});

describe('the host of dsnMta', () => {
  test.each([
    ['mx.example.net (192.0.2.1)', 'mx.example.net'],
    ['mx.example.net (192.0.2.1/name.example)', 'mx.example.net'],
    ['mx.example.net(192.0.2.1)', 'mx.example.net'],
    ['mx.example.net (2001:db8::1)', 'mx.example.net'],
    ['MX.example.NET.', 'mx.example.net'],
    ['dns;mx.example.net', 'mx.example.net'],
    ['dns; mx.example.net (192.0.2.1)', 'mx.example.net'],
    ['192.0.2.1 (192.0.2.1)', ''],
    ['[192.0.2.1]', ''],
    ['2001:db8::1 (2001:db8::1)', ''],
    ['[IPv6:2001:db8::1]', ''],
    ['(192.0.2.1)', ''],
    ['', ''],
    ['m'.repeat(256), ''],
  ])('of %j is %j', (dsnMta, host) => {
    expect(hostOfMta(dsnMta)).toBe(host);
  });
});

describe('a name that is counted by', () => {
  test('is kept as it came up to 400 bytes', () => {
    expect(boundedName('ü'.repeat(200))).toBe('ü'.repeat(200));
  });

  test('keeps its beginning and a hash where it is longer, so that two remain two', () => {
    const [one, other] = ['1', '2'].map((end) => boundedName('q'.repeat(400) + end));
    expect(one).toMatch(/^q{400}…[0-9a-f]{16}$/);
    expect(other).toMatch(/^q{400}…[0-9a-f]{16}$/);
    expect(one).not.toBe(other);
  });

  test('names no person, whatever a queue or a vmta is called', () => {
    expect(boundedName('ada.lovelace@example.com/vmta1')).not.toContain('lovelace');
    expect(sourceName('ada.lovelace@example.com', '203.0.113.7')).not.toContain('lovelace');
    expect(boundedName('ada.lovelace%40example.com/vmta1')).not.toContain('lovelace');
  });

  test('is a hyphen if there is none', () => {
    expect([boundedName(''), sourceName('vmta1', ''), sourceName('', '203.0.113.7')]).toEqual([
      '-',
      'vmta1 -',
      '- 203.0.113.7',
    ]);
  });
});

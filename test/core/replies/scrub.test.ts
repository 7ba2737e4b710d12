import { Buffer } from 'node:buffer';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scrub, withoutOwnName } from '../../../lambdas/core/replies/scrub.ts';

describe('a sample keeps its words and names nobody', () => {
  test.each([
    ['Mailbox of <John.Doe@example.com> is full', '', 'Mailbox of <address> is full'],
    ['Your IP 192.0.2.1 was deferred [TSS04]', '', 'Your IP 192.0.2.1 was deferred [TSS04]'],
    ['"john doe"@example.com is unknown', '', '<address> is unknown'],
    ["o'brien@example.com is unknown", '', '<address> is unknown'],
    ["'o'brien@example.com' is unknown", "o'brien", "'<address>' is unknown"],
    ['No mailbox John.Doe in this domain', 'john.doe', 'No mailbox <name> in this domain'],
    ['bounce john.doe=example.com refused', 'john.doe', 'bounce <name>=example.com refused'],
    ['john.doe@example.com: john.doe is unknown', 'john.doe', '<address>: <name> is unknown'],
    ['The information stays', 'info', 'The information stays'],
    ['Mail for info refused', 'info', 'Mail for <name> refused'],
    ['Message-ID <x.y@z.example> seen too often', '', 'Message-ID <address> seen too often'],
    ['control\u0000 \u001b[31mred\u0007 bytes\r\nline', '', 'control [31mred bytes line'],
    ['right to left \u202ekcab', '', 'right to left kcab'],
    ['', '', ''],
  ])('%j without %j', (text, localPart, expected) => {
    expect(scrub(text, localPart)).toBe(expected);
  });

  test('is at most 300 bytes long and ends between two characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 50, maxLength: 600 }), (text) => {
        const sample = scrub(text);
        expect(Buffer.byteLength(sample)).toBeLessThanOrEqual(300);
        expect(sample.isWellFormed()).toBe(true);
        expect(text.toWellFormed().includes('\ufffd') || !sample.includes('\ufffd')).toBe(true);
      }),
    );
    expect(Buffer.byteLength(scrub('ä'.repeat(1000)))).toBe(300);
    expect(Buffer.byteLength(scrub('€'.repeat(1000)))).toBe(300);
    expect(Buffer.byteLength(scrub(`x${'€'.repeat(1000)}`))).toBe(298);
  });

  test('never holds the local part as a word by itself', () => {
    const localPart = fc.stringMatching(/^[a-z]{3,8}(\.[a-z]{2,5})?$/);
    const frame = fc.constantFrom(
      'user $ is full',
      '<$>',
      '$@example.com',
      "'$'",
      '$... unknown',
      'id=$;',
      '[$]',
      '$',
    );
    fc.assert(
      fc.property(localPart, frame, fc.boolean(), (name, around, isUpper) => {
        const text = around.replace('$', isUpper ? name.toUpperCase() : name);
        const words = scrub(text, name)
          .toLowerCase()
          .split(/[^a-z.]+/);
        expect(
          words.filter((word) => word === name && !/^(?:user|full|unknown|name|address|is|id)$/.test(word)),
        ).toEqual([]);
      }),
    );
  });
});

describe('normalised words lose the local part of their own recipient', () => {
  test.each([
    ['mail for jdoe waits', 'JDoe', 'mail for <name> waits'],
    ['mail for jdoes waits', 'jdoe', 'mail for jdoes waits'],
    ['support says no', 'support', 'support says no'],
    // … but no placeholder, whoever is called like one.
    ['n waits <n> minutes for <ip>', 'n', '<name> waits <n> minutes for <ip>'],
    ['wait for <ip>', 'ip', 'wait for <ip>'],
  ])('%s (%s)', (words, localPart, expected) => {
    expect(withoutOwnName(words, localPart)).toBe(expected);
  });
});

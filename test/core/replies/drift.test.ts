import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../../lambdas/core/replies/catalogue.ts';
import { codesToMatch, parseReply } from '../../../lambdas/core/replies/reply.ts';
import { receiverOf } from './receiver-of.ts';

const catalogue = createCatalogue();

const CODES = /^((?:smtp;)? ?)([245]\d\d)([- ])([245]\.\d{1,3}\.\d{1,3} )?/;

/** What happens to a text between the wire, years and tools, without its meaning changing. */
const DRIFTS: Readonly<Record<string, (text: string) => string>> = {
  'the enhanced code dropped': (text) => text.replace(CODES, '$1$2$3'),
  'another enhanced code': (text) => text.replace(CODES, '$1$2$34.5.9 '),
  'an enhanced code alone': (text) =>
    text.includes('\n') || /^\d{3}-/.test(text) ? text : text.replace(CODES, '4.7.99 '),
  '"please try again later" added': (text) => `${text} Please try again later.`,
  'another IP': (text) => text.replace(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, '2001:db8::7:1'),
  'an id of another form': (text) => `${text} d2e1a72fcca58-7abc12d9f0esi123456b3a.44 - gsmtp`,
  'the host of the receiver behind it': (text) => `${text} [MWH0EPF000989EA.namprd02.prod.outlook.com]`,
  'another address': (text) => text.replace(/[\w.*+-]+@[\w.-]+\w/g, '"J. Doe"@mail.example.co.uk'),
  capitals: (text) => text.toUpperCase(),
  'small letters': (text) => text.toLowerCase(),
  'wide spaces': (text) => text.replaceAll(' ', '   '),
  '"mail" for "email"': (text) => text.replace(/\be-?mail/g, 'mail'),
  '"email" for "mail"': (text) => text.replace(/(?<![\w./@-])mail\b(?![./@])/gi, 'email'),
  'typographic quotes': (text) => text.replaceAll("'", '’'),
  'many lines': (text) => manyLines(text, '\r\n'),
  'many lines, joined': (text) => manyLines(text, ' '),
};

/** Breaks the words into lines of four, each with the codes in front, as SMTP does. */
function manyLines(text: string, lineEnd: string): string {
  const found = CODES.exec(text);
  if (found === null || text.includes('\n')) return text;
  const [whole, prefix = '', code = '', , enhanced = ''] = found;
  const words = text.slice(whole.length).split(' ');
  const lines: string[] = [];
  for (let at = 0; at < words.length; at += 4) {
    const last = at + 4 >= words.length;
    lines.push(`${code}${last ? ' ' : '-'}${enhanced}${words.slice(at, at + 4).join(' ')}`);
  }
  return prefix + lines.join(lineEnd);
}

describe('a text that has drifted keeps its category', () => {
  const rules = catalogue.rules.filter((rule) => rule.basis === 'wording');

  test.each(rules)('$id', (rule) => {
    for (const { text } of rule.examples) {
      for (const [what, drift] of Object.entries(DRIFTS)) {
        const drifted = drift(text);
        const reply = parseReply(drifted, '');
        // Where the words decide nothing, the codes do, and with another code it is another reply.
        if (rule.codes !== null && !rule.codes.test(codesToMatch(reply))) continue;
        const { category } = catalogue.classify(receiverOf(rule), reply);
        expect({ what, drifted, category }).toEqual({ what, drifted, category: rule.category });
      }
    }
  });
});

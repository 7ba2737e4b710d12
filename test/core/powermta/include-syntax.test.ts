import { describe, expect, test } from 'vitest';
import { readInclude } from './include-syntax.ts';

const list = (entry: string) => `<smtp-pattern-list x>\n    ${entry}\n</smtp-pattern-list>\n`;
const domain = (line: string) => `<domain example.com>\n    ${line}\n</domain>\n`;

describe('the reader of includes', () => {
  test.each([
    list(String.raw`reply /\[TSS04\]/ mode=backoff`),
    list('reply /TS03/ mode=backoff,disable-source-ip,reenable-after=1h'),
    domain('max-connect-rate 30/m  # a comment'),
    'domain-macro x a.com,b.rollup\n<domain $x>\n</domain>\n',
  ])('takes %j', (text) => {
    expect(readInclude(text).problems).toEqual([]);
  });

  test.each([
    ['braces', 'smtp-pattern-list x {\n}\n'],
    ['a pattern in quotes', list('"421 4.7.0" retry-after=30m')],
    ['an action that is none', list('reply /421/ retry-after=30m')],
    ['a number of connections as an action', list('reply /421/ mode=backoff,max-smtp-out=3')],
    ['a time of return before what it returns from', list('reply /421/ reenable-after=4h,disable-source-ip')],
    ['an unescaped slash', list('reply /a/b/ mode=backoff')],
    ['a pattern cut by a comment sign', list('reply /BL#1/ mode=backoff')],
    ['a broken pattern', list('reply /(421/ mode=backoff')],
    ['an invented directive', domain('max-conn-rate 30/m')],
    ['a directive set twice', domain('retry-after 5m\n    retry-after 6m')],
    ['a rate without a unit', domain('backoff-max-msg-rate 500')],
    ['a list that is nowhere', list('reply /a/ mode=backoff') + domain('smtp-pattern-list y')],
    ['a block that stays open', '<domain example.com>\n'],
    ['an unknown block', '<virtual-pool x>\n</virtual-pool>\n'],
  ])('refuses %s', (_what, text) => {
    expect(readInclude(text).problems).not.toEqual([]);
  });
});

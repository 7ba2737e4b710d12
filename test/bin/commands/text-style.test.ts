import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { rateText, shortened, table, textStyle, wrap } from '../../../bin/commands/text-style.ts';

const plain = textStyle({ columns: 100, colours: false });

describe('text for a person', () => {
  test.each([
    [null, ''],
    [0, '0.0 %'],
    [0.00002, 'under 0.1 %'],
    [0.08234, '8.2 %'],
    [1, '100.0 %'],
  ])('writes the rate %s as "%s"', (rate, text) => expect(rateText(rate)).toBe(text));

  test('shortens with an ellipsis in the last place', () => {
    expect(shortened('microsoft-365', 13)).toBe('microsoft-365');
    expect(shortened('microsoft-365', 10)).toBe('microsoft…');
  });

  test('wraps at spaces and keeps the indent of each paragraph', () => {
    expect(wrap('  one two three\nfour', 10, 2)).toBe('  one two\n    three\nfour');
    expect(wrap('averylongwordthatfitsnowhere', 10)).toBe('averylongwordthatfitsnowhere');
  });

  test('draws tables without lines and without spaces at line ends', () => {
    expect(
      table(
        ['ISP', { right: 'attempts' }],
        [
          ['gmail', '12'],
          ['yahoo', '1,234'],
        ],
        plain,
      ),
    ).toBe('ISP    attempts\ngmail        12\nyahoo     1,234');
  });

  test('cuts the column that has the rest of the width, and it alone', () => {
    const narrow = textStyle({ columns: 24, colours: true });
    const rows = [[narrow.colours.red('gmail'), 'gmail.unusual-rate.ip', 'news-1']];
    const drawn = table(['ISP', { rest: 'mostly' }, 'from'], rows, narrow);
    expect(stripVTControlCharacters(drawn)).toBe('ISP    mostly     from\ngmail  gmail.un…  news-1');
  });

  test('has no colours unless they are wanted', () => {
    expect(textStyle({ columns: 100, colours: true }).colours.red('x')).toContain('\u001B[31m');
    expect(plain.colours.red('x')).toBe('x');
  });
});

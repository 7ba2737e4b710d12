import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDirectory } from '../../../lambdas/core/receivers/directory.ts';
import { createCatalogue } from '../../../lambdas/core/replies/catalogue.ts';
import { CATEGORIES, stanceOf } from '../../../lambdas/core/replies/category.ts';
import { parseReply } from '../../../lambdas/core/replies/reply.ts';

const catalogue = createCatalogue();
const directory = createDirectory();

interface Labelled {
  receiver: string;
  text: string;
  accepted: string[];
  source: string;
}

function read(name: string): Labelled[] {
  const path = new URL(`../../fixtures/${name}`, import.meta.url);
  const [, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [receiver = '', text = '', categories = '', source = ''] = line.split('\t');
    return { receiver, text: text.replaceAll('\\r\\n', '\n'), accepted: categories.split('|'), source };
  });
}

describe.each(['more-replies.tsv', 'unseen-replies.tsv', 'later-replies.tsv', 'fourth-replies.tsv'])(
  'the replies of %s',
  (name) => {
    const rows = read(name);

    it('each have a text, a known category and a source', () => {
      const categories: readonly string[] = CATEGORIES;
      const broken = rows.filter(
        ({ text, accepted, source }) =>
          text === '' || source === '' || !accepted.every((one) => categories.includes(one)),
      );
      expect(broken).toEqual([]);
    });

    it('are read as a person labelled them, but for one in a hundred', () => {
      const wrong = rows.filter(({ receiver, text, accepted }) => {
        const rule = catalogue.classify(directory.named(receiver), parseReply(text, ''));
        const stances = CATEGORIES.filter((one) => accepted.includes(one)).map(stanceOf);
        return !accepted.includes(rule.category) || !stances.includes(rule.stance);
      });
      expect(wrong.length).toBeLessThanOrEqual(Math.ceil(rows.length / 100));
    });
  },
);

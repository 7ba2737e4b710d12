import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A real reply with the categories that are right for it. */
export interface CorpusRow {
  /** As a person names the receiver: `gmail`, `microsoft`, a product, a log. */
  receiver: string;
  reply: string;
  /** Any of these is a right answer. */
  categories: readonly string[];
  source: string;
}

/**
 * The replies of test/fixtures/replies.tsv: published or logged texts with their source. A text is in the held-out
 * part where the first byte of its SHA-256 is divisible by three, so that no one chooses; rules are written looking
 * at the other part.
 */
export function corpus(): CorpusRow[] {
  const path = new URL('../../fixtures/replies.tsv', import.meta.url);
  const [, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [receiver = '', reply = '', category = '', source = ''] = line.split('\t');
    return {
      receiver,
      reply,
      categories: category.split('|').map((label) => label.replace(/:.*/, '')),
      source,
    };
  });
}

export function isHeldOut(row: CorpusRow): boolean {
  return (createHash('sha256').update(row.reply).digest()[0] ?? 0) % 3 === 0;
}

/** A reply as it came: the corpus writes line ends as two characters each. */
export function received(row: CorpusRow): string {
  return row.reply.replaceAll('\\r\\n', '\r\n').replaceAll('\\n', '\n');
}

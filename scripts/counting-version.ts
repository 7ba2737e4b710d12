/** Raises COUNTING_VERSION if what decides how a file is counted has changed: the last part of `npm run generate`. */
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countFile } from '../lambdas/core/accounting/count-file.ts';
import { COUNTED_BY, COUNTING_VERSION } from '../lambdas/core/accounting/counting-version.ts';
import { KERNEL } from '../lambdas/core/accounting/kernel/binary.ts';
import { countingContextFor } from '../lambdas/core/knowledge/knowledge.ts';
import { normalise } from '../lambdas/core/replies/normalise.ts';
import { parseReply } from '../lambdas/core/replies/reply.ts';
import type { Rule } from '../lambdas/core/replies/rule.ts';
import { parseSettings } from '../lambdas/core/settings.ts';
import { WORD_COUNTS } from '../lambdas/core/replies/weighed-words/word-counts.ts';

const VERSION_FILE = join(import.meta.dirname, '../lambdas/core/accounting/counting-version.ts');
const SAMPLES = join(import.meta.dirname, '../samples');

const context = countingContextFor(parseSettings({}, 'no settings'));
const { catalogue, directory } = context;

/**
 * A digest of what decides the figures of a file: the rules in their order and how their examples are read, the word
 * counts, the directory, the compiled kernel, and what the reader makes of the sample day.
 */
export async function countedBy(): Promise<string> {
  const hash = createHash('sha256');
  for (const rule of catalogue.rules) hash.update(written(decisiveOf(rule)));
  hash.update(WORD_COUNTS);
  for (const { id, mx, domains, rollups } of directory.isps) hash.update(written([id, mx, domains, rollups]));
  hash.update(KERNEL);
  for (const path of sampleFiles()) {
    const file = await countFile(createReadStream(path), context);
    hash.update(written(file));
  }
  return hash.digest('hex').slice(0, 32);
}

function decisiveOf(rule: Rule): unknown[] {
  const { id, isp, category, spokenBy, basis } = rule;
  const pattern = rule.basis === 'wording' ? rule.pattern.source : null;
  const codes = rule.basis === 'wording' || rule.basis === 'code' ? (rule.codes?.source ?? null) : null;
  const read = rule.examples.map((example) => {
    const reply = parseReply(example.text, '');
    return [reply.code, reply.enhancedCode, normalise(reply.text)];
  });
  return [id, isp, category, spokenBy, basis, pattern, codes, read];
}

function sampleFiles(): string[] {
  const names = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.gz'))
    .toSorted()
    .map((name) => join(SAMPLES, name));
}

/** JSON that is the same for the same figures, in whatever order they were added up. */
function written(value: unknown): string {
  return `${JSON.stringify(value, (_key, part: unknown) => {
    const object = part instanceof Map ? Object.fromEntries(part as Map<string, unknown>) : part;
    if (typeof object !== 'object' || object === null || Array.isArray(object)) return object;
    return Object.fromEntries(Object.entries(object).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  })}\n`;
}

if (import.meta.filename === process.argv[1]) {
  const digest = await countedBy();
  if (digest !== COUNTED_BY) {
    const source = readFileSync(VERSION_FILE, 'utf8')
      .replace(/(COUNTING_VERSION = )\d+/, `$1${COUNTING_VERSION + 1}`)
      .replace(/(COUNTED_BY = )'[^']*'/, `$1'${digest}'`);
    writeFileSync(VERSION_FILE, source);
    console.log(`Files are counted otherwise than before: COUNTING_VERSION is ${COUNTING_VERSION + 1} now.`);
  }
}

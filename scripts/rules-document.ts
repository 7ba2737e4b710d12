/** Writes docs/rules.md from the catalogue: part of `npm run generate`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adviceFor } from '../lambdas/core/replies/advice.ts';
import { CATEGORIES, stanceOf } from '../lambdas/core/replies/category.ts';
import type { Category } from '../lambdas/core/replies/category.ts';
import { createCatalogue } from '../lambdas/core/replies/catalogue.ts';
import type { Catalogue } from '../lambdas/core/replies/catalogue.ts';
import { RULES_FOR_EVERYONE } from '../lambdas/core/replies/rules/order.ts';
import { ownersFor } from '../lambdas/core/replies/owners.ts';
import type { Rule } from '../lambdas/core/replies/rule.ts';
import { createDirectory } from '../lambdas/core/receivers/directory.ts';
import type { Isp } from '../lambdas/core/receivers/isp.ts';
import { percent } from './accuracy-document.ts';
import { LABELLED_SETS } from './labelled-sets.ts';
import { partsOfAll, scoreOf } from './reading-score.ts';

const RULES_FOLDER = join(import.meta.dirname, '../lambdas/core/replies/rules');
export const RULES_DOCUMENT_FILE = join(import.meta.dirname, '../docs/rules.md');

const INTRODUCTION = `\
# The rules

Generated from the catalogue by \`npm run generate\`; a test fails when it is out of date. How to read a reply, and the questions that are asked most: [replies.md](replies.md).

Rules are tried in this order, and the first that matches counts:

1. the operator's own (settings file);
2. PowerMTA's own words for a connection that failed, whichever ISP it went to;
3. wordings of the ISP that answered;
4. wordings of every receiver;
5. single words, weighed together by how often labelled replies of each category hold them (\`generic.word.…\`, a weak answer; [why](decisions/0006-weighed-words.md));
6. the codes alone: what they mean at the ISP, then what they mean everywhere;
7. \`unclassified\`.

Rules read the words of a reply in lower case and without what varies.
`;

/** How well the rules read one part of all labelled sets as they stand. */
function today(part: 'development' | 'heldOut'): string {
  const { total, category, stance } = scoreOf(partsOfAll()[part]);
  return `right in ${percent(category, total)} and ${percent(stance, total)} (${total} texts)`;
}

/** How well the rules read texts that they were not written for: measured once for each set. */
function firstLooks(): string {
  const looks = LABELLED_SETS.filter(({ blind }) => blind).flatMap(({ firstLook }) => firstLook ?? []);
  const sum = (part: 'texts' | 'category' | 'stance'): number =>
    looks.reduce((all, look) => all + look[part], 0);
  return (
    'How right they are is measured on real replies that no rule had seen. Of those that were labelled by somebody who ' +
    `had read no rule, ${sum('texts')} texts, ${percent(sum('category'), sum('texts'))} got the right category at first ` +
    `look and ${percent(sum('stance'), sum('texts'))} the right stance. Today the parts of all sets on which rules were ` +
    `written are read ${today('development')}, their held-out parts ${today('heldOut')}, most of which were read ` +
    'later. All sets, and what came of them: [accuracy.md](accuracy.md).'
  );
}

/** `docs/rules.md`: every category with its advice, every rule with its examples and sources. */
export function rulesDocument(catalogue: Catalogue, isps: readonly Isp[]): string {
  const { rules } = catalogue;
  const readersOf = (id: string) => isps.filter((isp) => ownersFor(isp.id).includes(id));
  const ids = [...new Set(rules.map(sectionOf))];
  const parts = [
    INTRODUCTION,
    filesInOrder(),
    counts(rules),
    '## What each category asks for\n',
    ...CATEGORIES.map(categorySection),
    ...ids.map((id) =>
      section(
        id,
        readersOf(id),
        rules.filter((rule) => sectionOf(rule) === id),
      ),
    ),
  ];
  return `${parts.join('\n').trimEnd()}\n`;
}

/** The files of the generic rules, each with what its first lines say is in it. */
function filesInOrder(): string {
  const rows = RULES_FOR_EVERYONE.map(
    ({ file, rules }, index) =>
      `| ${index + 1} | [${file}](../lambdas/core/replies/rules/${file}) | ${escaped(contentsOf(file))} | ${rules.length} |`,
  );
  return [
    "Which wording of every receiver is tried first is decided by the order of these files, and within a file by the order of its rules. PowerMTA's own words, weighed words and codes have their place in the list above.",
    '',
    '| | file | what it holds | rules |',
    '|---:|---|---|---:|',
    ...rows,
    '',
  ].join('\n');
}

/** What a file of rules says it holds: its first lines, from `Here:` to `Not here:`. */
function contentsOf(file: string): string {
  const source = readFileSync(join(RULES_FOLDER, file), 'utf8');
  const contents = /^\/\/ Here: ([^]*?)\n\/\/ Not here: /.exec(source)?.[1];
  if (contents === undefined) {
    throw new Error(`${file} does not begin with "// Here: …" and "// Not here: …"`);
  }
  return contents.replaceAll('\n// ', ' ');
}

function counts(rules: readonly Rule[]): string {
  const examples = rules.reduce((sum, rule) => sum + rule.examples.length, 0);
  const rows = CATEGORIES.map((category) => {
    const ofCategory = rules.filter((rule) => rule.category === category);
    return `| ${category} | ${stanceOf(category)} | ${ofCategory.length} |`;
  });
  return [
    `${rules.length} rules with ${examples} example texts.`,
    '',
    firstLooks(),
    '',
    '| category | stance | rules |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function categorySection(category: Category): string {
  const advice = adviceFor({
    id: category,
    isp: '*',
    category,
    stance: stanceOf(category),
    scope: null,
    meaning: category,
    source: '',
  });
  return [
    `### ${category} (${stanceOf(category)})`,
    '',
    ...numbered(advice.do),
    '',
    '**Avoid**',
    '',
    ...advice.avoid.map((text) => `- ${escaped(text)}`),
    '',
    '**If it lasts longer than two hours**',
    '',
    ...numbered(advice.persistent),
    '',
    '```',
    ...advice.commands,
    '```',
    '',
    `Source: ${escaped(advice.source)}`,
    '',
  ].join('\n');
}

/** Titles of sections whose rules belong to no ISP. */
const OF_NO_ISP: Readonly<Record<string, string>> = {
  powermta: "PowerMTA's own words",
  '*': 'Every receiver',
};

/** PowerMTA's words have a section of their own; else each owner has one. */
function sectionOf({ spokenBy, isp }: Rule): string {
  return spokenBy === 'powermta' ? 'powermta' : isp;
}

function section(id: string, readers: readonly Isp[], rules: readonly Rule[]): string {
  const names = readers.map(({ name }) => name).join(', ');
  const pages = readers
    .flatMap((isp) => isp.postmaster)
    .map(({ title, url }) => `[${escaped(title)}](${url})`);
  return [
    `## ${OF_NO_ISP[id] ?? `${names} (\`${id}\`)`}`,
    '',
    ...(pages.length === 0 ? [] : [`Where to look and ask: ${[...new Set(pages)].join(', ')}`, '']),
    ...rules.map(ruleSection),
  ].join('\n');
}

function ruleSection(rule: Rule): string {
  const facts = [
    rule.category,
    rule.stance,
    ...(rule.scope === null ? [] : [`blames: ${rule.scope}`]),
    ...(rule.since === undefined ? [] : [`since ${rule.since}`]),
    ...(rule.seen === undefined ? [] : [`last seen ${rule.seen}`]),
  ];
  const own = rule.advice;
  return [
    `### \`${rule.id}\``,
    '',
    facts.join(', '),
    '',
    escaped(rule.meaning),
    '',
    ...rule.examples.flatMap((example) => [
      '```text',
      example.text.replaceAll('\r', '\\r').replaceAll('\n', '\\n'),
      '```',
      '',
      `From: ${escaped(example.source)}`,
      '',
    ]),
    ...(rule.note === undefined ? [] : [`Note: ${escaped(rule.note)}`, '']),
    ...(own?.do === undefined
      ? []
      : [
          'Do instead:',
          '',
          ...numbered([...own.do, ...(own.lookAgain === undefined ? [] : [own.lookAgain])]),
          '',
        ]),
    ...(own?.avoid === undefined
      ? []
      : ['Avoid instead:', '', ...own.avoid.map((text) => `- ${escaped(text)}`), '']),
    `Source: ${escaped(rule.source)}`,
    '',
  ].join('\n');
}

function numbered(texts: readonly string[]): string[] {
  return texts.map((text, index) => `${index + 1}. ${escaped(text)}`);
}

/** Keeps what Markdown would read as its own: emphasis, tags, links. */
function escaped(text: string): string {
  return text.replace(/[\\`*_<>[\]|]/g, String.raw`\$&`);
}

if (import.meta.filename === process.argv[1]) {
  writeFileSync(RULES_DOCUMENT_FILE, rulesDocument(createCatalogue(), createDirectory().isps));
}

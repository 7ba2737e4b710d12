import { adviceFor } from '../lambdas/core/replies/advice.ts';
import { CATEGORIES, stanceOf, type Category } from '../lambdas/core/replies/category.ts';
import type { Catalogue } from '../lambdas/core/replies/catalogue.ts';
import type { Rule } from '../lambdas/core/replies/rule.ts';
import type { Isp } from '../lambdas/core/receivers/isp.ts';

const INTRODUCTION = `\
# The rules

Generated from the catalogue by \`npx tsx scripts/rules-doc.ts\`; a test fails when it is out of date. How to read a reply, and the questions that are asked most: [replies.md](replies.md).

Rules are tried in this order: the operator's own (settings file), those of the ISP that answered, those for every receiver, then the codes alone. The first that matches counts. Rules read the words of a reply, lower case and without what varies. Where no wording is known, single words are weighed together by how often labelled replies of each category hold them (\`generic.word.…\`, a weak answer; [why](decisions/0006-weighed-words.md)); the codes decide where no word weighs enough.
`;

/** How well the rules read texts that they were not written for: measured once for each set, so it does not change. */
const FIRST_LOOKS =
  'How right they are is measured on real replies that no rule had seen. Of the last two sets, 584 texts, 501 of them with ' +
  'code 421, 93.8 % got the right category at first look and 97.4 % the right stance; all sets, and what came of them: ' +
  '[accuracy.md](accuracy.md).';

/** `docs/rules.md`: every category with its advice, every rule with its examples and sources. */
export function rulesDocument(catalogue: Catalogue, isps: readonly Isp[]): string {
  const { rules } = catalogue;
  const readersOf = (id: string) =>
    isps.filter((isp) => catalogue.rulesFor(isp.id).some((rule) => rule.isp === id));
  const ids = [...new Set(rules.map((rule) => rule.isp))];
  const parts = [
    INTRODUCTION,
    counts(rules),
    '## What each category asks for\n',
    ...CATEGORIES.map(categorySection),
    ...ids.map((id) => ispSection(id, id === '*' ? [] : readersOf(id), rules)),
  ];
  return `${parts.join('\n').trimEnd()}\n`;
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
    FIRST_LOOKS,
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
    pattern: /(?:)/,
    codes: null,
    category,
    stance: stanceOf(category),
    scope: null,
    meaning: category,
    source: '',
    examples: [],
    spokenBy: 'receiver',
    basis: 'nothing',
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

function ispSection(id: string, readers: readonly Isp[], rules: readonly Rule[]): string {
  const names = readers.map(({ name }) => name).join(', ');
  const pages = readers
    .flatMap((isp) => isp.postmaster)
    .map(({ title, url }) => `[${escaped(title)}](${url})`);
  return [
    id === '*' ? '## Every receiver' : `## ${names} (\`${id}\`)`,
    '',
    ...(pages.length === 0 ? [] : [`Where to look and ask: ${[...new Set(pages)].join(', ')}`, '']),
    ...rules.filter((rule) => rule.isp === id).map(ruleSection),
  ].join('\n');
}

function ruleSection(rule: Rule): string {
  const facts = [
    rule.category,
    rule.stance,
    ...(rule.scope === null ? [] : [`blames: ${rule.scope}`]),
    ...(rule.spokenBy === 'powermta' ? ["PowerMTA's own words"] : []),
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
    ...(own?.do === undefined ? [] : ['Do instead:', '', ...numbered(own.do), '']),
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

import { withoutCut } from '../../../lambdas/core/figures/shorten.ts';
import { REST } from '../../../lambdas/core/names.ts';
import { OTHER } from '../../../lambdas/core/receivers/isp.ts';
import { builtInRules } from '../../../lambdas/core/replies/rules/order.ts';
import { byText } from '../../../lambdas/core/text/order.ts';
import { counted } from '../../../lambdas/core/text/plain-text.ts';
import { printable } from '../../../lambdas/core/text/printable.ts';
import type { Report } from './document.ts';

/** True of a rule as it is printed, for an alert says it. */
const MEANING_TO_FILL_IN =
  'A rule of your own reads this reply; what the receiver means by it is not written down yet.';

/** The longest line of our sources, as prettier breaks them. */
const LINE_LENGTH = 110;

const TO_FILL_IN =
  'Choose each category (deferral-watch rules shows what each is like), write the meaning, shorten the pattern to the ' +
  'words that matter';

/** What is left to do with the stubs of either kind. */
export const NEXT_STEPS = {
  settings: `${TO_FILL_IN}, and put them under "rules" of deferral-watch.config.json.`,
  typeScript: `${TO_FILL_IN}, put them into the files that are named, and run npm run format and npm run generate.`,
};

/** The texts that no rule knows, and the hours that they are from. */
type UnknownTexts = Pick<Report, 'unclassified' | 'hours'>;

interface Stub {
  id: string;
  isp: string;
  pattern: string;
  category: 'unclassified';
  meaning: string;
  source: string;
  examples: [{ text: string; source: string }];
}

/** Unknown texts as the `rules` of a settings file. The output is a settings file itself, and is valid as it is. */
export function stubsForSettings(texts: UnknownTexts): string {
  return `${JSON.stringify({ rules: stubs(texts, (isp) => isp) }, null, 2)}\n`;
}

/** Unknown texts as entries of the files in `lambdas/core/replies/rules/`, by file, as they stand there. */
export function stubsForTypeScript(texts: UnknownTexts): string {
  const lines: string[] = [];
  const familyOf = (isp: string) => GATHERED[isp]?.family ?? isp;
  const entries = stubs(texts, familyOf).map((stub) => ({ stub, place: placeFor(stub.isp) }));
  let current: string | undefined;
  for (const { stub, place } of entries.toSorted((one, other) => byText(one.place, other.place))) {
    if (place !== current) {
      lines.push(...(lines.length === 0 ? [] : ['']), `// lambdas/core/replies/rules/${place}`);
    }
    current = place;
    lines.push(
      '  {',
      `    id: ${literal(stub.id)},`,
      ...patternLines(stub.pattern.replaceAll('/', String.raw`\/`)),
      `    category: ${literal(stub.category)},`,
      `    meaning: ${literal(stub.meaning)},`,
      `    source: ${literal(stub.source)},`,
      ...exampleLines(stub.examples[0]),
      '  },',
    );
  }
  return `${lines.join('\n')}\n`;
}

function patternLines(pattern: string): string[] {
  const line = `    pattern: /${pattern}/,`;
  return line.length <= LINE_LENGTH ? [line] : ['    pattern:', `      /${pattern}/,`];
}

function exampleLines({ text, source }: Stub['examples'][0]): string[] {
  const members = [`text: ${literal(text)}`, `source: ${literal(source)}`];
  const line = `    examples: [{ ${members.join(', ')} }],`;
  if (line.length <= LINE_LENGTH) return [line];
  return [
    '    examples: [',
    '      {',
    ...members.map((member) => `        ${member},`),
    '      },',
    '    ],',
  ];
}

/** Providers whose own file only gathers others: whose rules they are, and the file that takes texts about the sender. */
const GATHERED: Readonly<Record<string, { family: string; file: string }>> = {
  gmail: { family: 'gmail', file: 'gmail-refusals.ts' },
  outlook: { family: 'microsoft', file: 'microsoft-refusals.ts' },
  'microsoft-365': { family: 'microsoft', file: 'microsoft-refusals.ts' },
  yahoo: { family: 'yahoo', file: 'yahoo-mail.ts' },
  'yahoo-japan': { family: 'yahoo', file: 'yahoo-mail.ts' },
};

const HAVE_RULES: ReadonlySet<string> = new Set(builtInRules.map(({ isp }) => isp));

function placeFor(isp: string): string {
  if (isp === '*') return 'generic/*.ts (the first lines of each, Here: … Not here: …, tell which)';
  const file = GATHERED[isp]?.file;
  if (file !== undefined) return `providers/${file}`;
  return `providers/${isp}.ts${HAVE_RULES.has(isp) ? '' : ' (a new file; order.ts must name it)'}`;
}

/**
 * A stub for each text that no stub before it reads, those for every receiver first: a rule whose example is taken by
 * another one is refused.
 *
 * @param familyOf what the ids of an ISP's rules begin with
 */
function stubs({ unclassified, hours }: UnknownTexts, familyOf: (isp: string) => string): Stub[] {
  const taken = new Set<string>();
  const made: Stub[] = [];
  const single = unclassified.filter(({ text }) => text !== REST);
  for (const { isp: answered, text, count } of single.toSorted(
    (one, other) => Number(other.isp === OTHER) - Number(one.isp === OTHER),
  )) {
    const isp = answered === OTHER ? '*' : answered;
    // The hash that a long text ends in stands in no reply.
    const shown = printable(withoutCut(text));
    const isRead = made.some(
      ({ isp: owner, examples }) => (owner === '*' || owner === isp) && shown.includes(examples[0].text),
    );
    if (isRead) continue;
    const lastDay = hours.at(-1)!.hour.slice(0, 'YYYY-MM-DD'.length);
    const source = `own accounting files up to ${lastDay}, ${counted(count, 'attempt')}`;
    made.push({
      id: freeName(`${isp === '*' ? 'own' : familyOf(isp)}.${slug(shown)}`, taken),
      isp,
      pattern: escaped(shown),
      category: 'unclassified',
      meaning: MEANING_TO_FILL_IN,
      source,
      examples: [{ text: shown, source }],
    });
  }
  return made;
}

/** The first words of a text, as an id may hold them. */
function slug(text: string): string {
  const words = text.toLowerCase().match(/[a-z][a-z0-9]*/g) ?? [];
  return words.slice(0, 5).join('-').slice(0, 50) || 'text';
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}-${number}`;
  taken.add(name);
  return name;
}

/** The text as a pattern that matches it. */
function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** The text in the quotes of which it holds fewer, as prettier has it. */
function literal(text: string): string {
  const timesIn = (character: string): number => text.split(character).length - 1;
  const quote = timesIn("'") > timesIn('"') ? '"' : "'";
  return `${quote}${text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)}${quote}`;
}

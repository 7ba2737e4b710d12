import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { describe, expect, test } from 'vitest';
import { reportedHour } from '../../../../bin/commands/report/document.ts';
import type { UnclassifiedText } from '../../../../bin/commands/report/document.ts';
import { stubsForTypeScript } from '../../../../bin/commands/report/rule-stubs.ts';
import { emptyFigures } from '../../../../lambdas/core/figures/figures.ts';
import { ISPS } from '../../../../lambdas/core/receivers/isps.ts';

const ROOT = new URL('../../../../', import.meta.url);

const hours = ['2026-11-23T08', '2026-11-24T01'].map((hour) =>
  reportedHour({ hour, isp: 'other', version: 1, figures: emptyFigures() }),
);
const printedFor = (...unclassified: UnclassifiedText[]): string =>
  stubsForTypeScript({ unclassified, hours });

describe('the file that a stub in TypeScript belongs to', () => {
  test.each(ISPS.map(({ id }) => id))('holds entries, or is said to be new: %s', (isp) => {
    const printed = printedFor({ isp, text: 'xyzzy', count: 2 });
    const [, path = '', remark = ''] = /^\/\/ (lambdas\/\S+)(.*)$/m.exec(printed) ?? [];
    const file = new URL(path, ROOT);
    const holdsEntries = existsSync(file) && /^ {4}id: '/m.test(readFileSync(file, 'utf8'));
    expect(path).not.toBe('');
    expect(holdsEntries).toBe(!remark.includes('a new file'));
  });

  test('is named once for providers that share it, and its entries are of that family', () => {
    const texts = ['outlook', 'yahoo', 'microsoft-365'].map((isp) => ({
      isp,
      text: `flux ${isp}`,
      count: 1,
    }));
    const printed = printedFor(...texts);
    expect(printed.match(/providers\/microsoft-refusals\.ts/g)).toHaveLength(1);
    expect(printed).toContain("id: 'microsoft.flux-outlook'");
    expect(printed).not.toContain("id: 'outlook");
  });
});

describe('a stub in TypeScript', () => {
  test.each([
    ['a short text', 'flux'],
    ['a text that just fits on the line of its example', 'flux '.repeat(7)],
    ['a long text', 'flux of a/b (see the page) '.repeat(20)],
    ['a long word with much to escape', '(flux)'.repeat(60)],
    ["an apostrophe, which isn't escaped", "it isn't flux"],
    ['quotation marks and a backslash', String.raw`"flux" isn't \ "here"`],
  ])('is written as prettier writes it where it belongs: %s', async (_what, text) => {
    const printed = printedFor({ isp: 'gmail', text, count: 76 }, { isp: 'gmail', text: 'xyzzy', count: 1 });
    const entries = printed.replace(/^\/\/.*\n/, '');
    const source = `export const rules = defineRules('gmail', [\n${entries}]);\n`;
    const filepath = fileURLToPath(new URL('lambdas/core/replies/rules/providers/gmail.ts', ROOT));
    expect(await format(source, { ...(await resolveConfig(filepath)), filepath })).toBe(source);
  });

  test('says until when its text was seen, as every rule says how old its source is', () => {
    const printed = printedFor({ isp: 'other', text: 'xyzzy', count: 76 });
    expect(printed).toContain("source: 'own accounting files up to 2026-11-24, 76 attempts',");
  });

  test('says how the file is found that a text of any receiver belongs to', () => {
    expect(printedFor({ isp: 'other', text: 'xyzzy', count: 2 })).toMatch(
      /^\/\/ lambdas\/core\/replies\/rules\/generic\/\*\.ts \(the first lines of each, Here: … Not here: …, tell which\)\n/,
    );
  });
});

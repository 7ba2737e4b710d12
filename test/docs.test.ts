import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { fileIdOf } from '../lambdas/core/contributions/file-id.ts';
import { checkSettings } from '../lambdas/core/knowledge/check-settings.ts';
import { powermtaInclude } from '../lambdas/core/powermta/include.ts';
import { createCatalogue } from '../lambdas/core/replies/catalogue.ts';
import { parseSettings, settingsSchema } from '../lambdas/core/settings.ts';
import { reportShape } from './bin/commands/report/document-shape.ts';

const ROOT = join(import.meta.dirname, '..');
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const DOCUMENTS = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

describe('the documentation', () => {
  test('README names every setting', () => {
    const readme = text('README.md');
    const schema = z.object({
      properties: z.record(z.string(), z.object({ properties: z.unknown().optional() })),
    });
    const { properties } = schema.parse(z.toJSONSchema(settingsSchema, { io: 'input' }));
    const names = Object.entries(properties)
      .filter(([name]) => name !== '$schema')
      .flatMap(([name, { properties: inner }]) =>
        inner === undefined ? [name] : Object.keys(z.record(z.string(), z.unknown()).parse(inner)),
      );
    expect(names.filter((name) => !readme.includes(name))).toEqual([]);
  });

  test('what README shows as settings is a settings file', () => {
    const shown = [...text('README.md').matchAll(/```json\n([^]*?)```/g)].map(([, json = '']) => json);
    expect(shown.length).toBeGreaterThan(0);
    for (const json of shown) checkSettings(parseSettings(JSON.parse(json), 'README.md'), 'README.md');
  });

  test.each(['mta1/acct-2026-11-23-0000.csv', 'acct.csv', 'a b/c/ü+%2B "$1".csv'])(
    'the runbook finds the record of %s',
    (key) => {
      const lines = text('docs/runbook.md').split('\n');
      const recipe = lines.filter((line) => line.startsWith('digits()') || line.startsWith('FILE='));
      expect(recipe).toHaveLength(2);
      const script = [...recipe, 'printf %s "$FILE"'].join('\n');
      expect(execFileSync('sh', ['-c', script], { env: { ...process.env, KEY: key } }).toString()).toBe(
        fileIdOf(key),
      );
    },
  );

  test('PowerMTA moves files to where the documents ship them from', () => {
    const folder = /^ +move-to (\S+)$/m.exec(powermtaInclude(createCatalogue(), [], 'accounting'))?.[1];
    for (const path of ['README.md', 'docs/shipping.md']) {
      const named = [...text(path).matchAll(/^ +move-to (\S+)$|aws s3 (?:mv|sync) (\/\S+)/gm)];
      expect(named.length).toBeGreaterThan(1);
      for (const [, moved, shipped] of named) expect(moved ?? shipped).toBe(folder);
    }
  });

  test('what other programs may rely on is all written down', () => {
    const names = [
      ...Object.keys(reportShape.shape),
      ...Object.keys(reportShape.shape.files.element.shape),
      ...Object.keys(reportShape.shape.hours.element.shape),
      ...Object.keys(reportShape.shape.unclassified.element.shape),
    ];
    const document = text('docs/for-programs.md');
    expect(names.filter((name) => !document.includes(`"${name}":`))).toEqual([]);
    const alert = text('docs/alerts.md');
    const told = Object.keys(reportShape.shape.alerts.element.shape);
    expect(told.filter((name) => !alert.includes(`"${name}":`))).toEqual([]);
  });

  test.each(DOCUMENTS)('%s writes our commands as `npm start -- …`, which needs no building', (path) => {
    expect(text(path)).not.toMatch(/tsx bin\/deferral-watch|(?:^|`)deferral-watch [a-z"]/m);
  });

  test.each(DOCUMENTS)('%s links to what is there, headings too', (path) => {
    const links = [...text(path).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link]) => link ?? '');
    const dead = links.filter((link) => {
      const [file = '', heading] = link.split('#');
      const target = file === '' ? path : join(dirname(path), file);
      if (!existsSync(join(ROOT, target))) return true;
      return heading !== undefined && !headingsOf(text(target)).includes(heading);
    });
    expect(dead).toEqual([]);
  });

  test('the design names every room', () => {
    const rooms = /\n## Rooms\n[^]*?```\n([^]*?)```/.exec(text('docs/design.md'))?.[1] ?? '';
    const named = new Set(rooms.match(/[a-z-]+(?:\.ts|\/)/g));
    const there = ['lambdas', 'lambdas/core'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { withFileTypes: true }).map((entry) =>
        entry.isDirectory() ? `${entry.name}/` : entry.name,
      ),
    );
    expect(there.length).toBeGreaterThan(20);
    expect(there.filter((name) => !named.has(name))).toEqual([]);
  });

  test.each(DOCUMENTS.filter((path) => path.startsWith('docs/decisions/')))(
    '%s has the outline of all decisions',
    (path) => {
      const number = /(\d{4})-[a-z-]+\.md$/.exec(path)?.[1];
      const headings = [...text(path).matchAll(/^##? .+$/gm)].map(([heading]) => heading);
      expect(headings[0]).toMatch(new RegExp(`^# ${number} [A-Z]`));
      expect(headings.slice(1)).toEqual(['## What was decided', '## Why', '## What follows']);
    },
  );

  test.each(DOCUMENTS)('%s has no table that loses its rows to an empty line', (path) => {
    expect(text(path)).not.toMatch(/^\|[ :|-]+\|\n\n\|/m);
  });
});

/** The names by which a document's headings are linked to. */
function headingsOf(document: string): string[] {
  return [...document.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

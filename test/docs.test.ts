import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { settingsSchema } from '../lambdas/core/settings.ts';

const ROOT = join(import.meta.dirname, '..');
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('the documentation', () => {
  it('README names every setting', () => {
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

  it('the runbook has a section for every alarm', () => {
    const alarms = [...text('lib/operations.ts').matchAll(/^ +name: '([a-z-]+)',/gm)].map(([, name]) => name);
    expect(alarms.length).toBeGreaterThan(5);
    const runbook = text('docs/runbook.md');
    expect(alarms.filter((name) => !runbook.includes(`\n## ${name}\n`))).toEqual([]);
  });

  it.each(['docs/shipping.md', 'docs/runbook.md'])('%s links to what is there', (path) => {
    const links = [...text(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link ?? '');
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(path), link)))).toEqual([]);
  });
});

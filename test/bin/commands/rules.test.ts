import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { createCatalogue } from '../../../lambdas/core/replies/catalogue.ts';
import { run } from '../recording-terminal.ts';

const { rules } = createCatalogue();
const listed = z.array(
  z.looseObject({
    id: z.string(),
    isp: z.string(),
    category: z.string(),
    stance: z.string(),
    source: z.string().min(1),
    examples: z.array(z.object({ text: z.string(), source: z.string() })).min(1),
  }),
);

async function rulesOf(...args: string[]) {
  const { stdout } = await run(['rules', '--json', ...args]);
  return listed.parse(JSON.parse(stdout));
}

describe('rules', () => {
  test('lists the whole catalogue in its order', async () => {
    expect((await rulesOf()).map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  });

  test.each(['gmail', 'google', 'gmail.com', 'aspmx.l.google.com'])('knows the ISP as %s', async (name) => {
    expect([...new Set((await rulesOf('--isp', name)).map(({ isp }) => isp))]).toEqual(['gmail']);
  });

  test('lists those for every receiver', async () => {
    expect([...new Set((await rulesOf('--isp', '*')).map(({ isp }) => isp))]).toEqual(['*']);
  });

  test('is wrong usage where nobody is called so', async () => {
    const { exitCode, stdout, stderr } = await run(['rules', '--isp', 'nobody']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^error: no ISP is known as nobody; there are rules for \*, gmail, [^\n]+\n$/);
  });

  test.each([
    ['mcrosoft', 'microsoft'],
    ['Gmial', 'gmail'],
    ['srtato', 'strato'],
  ])('asks whoever writes %s for %s', async (name, meant) => {
    const { exitCode, stdout, stderr } = await run(['rules', '--isp', name]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toBe(`error: no ISP is known as ${name}; did you mean ${meant}?\n`);
  });

  test.each(['strato', 'strato.de', 'other'])('says where to look for those that read %s', async (name) => {
    const { exitCode, stdout, stderr } = await run(['rules', '--json', '--isp', name]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '[]\n' });
    expect(stderr).toBe(
      `${name} has no rules of its own: its replies are read with those for every receiver, ` +
        "which deferral-watch rules --isp '*' lists.\n",
    );
  });

  test('names each rule for a person, with stance and meaning', async () => {
    const { stdout } = await run(['rules']);
    const unwrapped = stdout.replace(/\n {4}/g, ' ');
    for (const rule of rules) {
      expect(stdout).toContain(`  ${rule.id} `);
      expect(unwrapped).toContain(rule.meaning);
    }
  });

  test('keeps to the width of the terminal', async () => {
    const { stdout } = await run(['rules'], { columns: 80 });
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});

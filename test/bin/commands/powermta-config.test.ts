import { describe, expect, test } from 'vitest';
import { readInclude } from '../../core/powermta/include-syntax.ts';
import { run } from '../recording-terminal.ts';

describe('powermta-config', () => {
  test('prints an include and nothing else', async () => {
    const { exitCode, stdout, stderr } = await run(['powermta-config']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(readInclude(stdout).problems).toEqual([]);
  });

  test('prints one part', async () => {
    const { stdout } = await run(['powermta-config', '--only', 'accounting']);
    expect(stdout).toContain('records d,b,t,tq');
    expect(stdout).not.toContain('<domain ');
  });

  test('is wrong usage where there is no such part', async () => {
    const { exitCode, stderr } = await run(['powermta-config', '--only', 'everything']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('pattern-lists');
  });
});

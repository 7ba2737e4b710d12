import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stubsForTypeScript } from '../../../../bin/commands/report/rule-stubs.ts';
import { ISPS } from '../../../../lambdas/core/receivers/isps.ts';

const ROOT = new URL('../../../../', import.meta.url);

describe('the file that a stub in TypeScript belongs to', () => {
  test.each(ISPS.map(({ id }) => id))('holds entries, or is said to be new: %s', (isp) => {
    const printed = stubsForTypeScript([{ isp, text: 'xyzzy', count: 2 }]);
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
    const printed = stubsForTypeScript(texts);
    expect(printed.match(/providers\/microsoft-refusals\.ts/g)).toHaveLength(1);
    expect(printed).toContain("id: 'microsoft.flux-outlook'");
    expect(printed).not.toContain("id: 'outlook");
  });
});

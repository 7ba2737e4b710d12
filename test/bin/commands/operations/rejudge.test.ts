import { beforeEach, expect, test, vi } from 'vitest';
import { addRejudgeCommand } from '../../../../bin/commands/operations/rejudge.ts';
import { MemoryIncidents } from '../../../../lambdas/adapters/memory-incidents.ts';
import { run } from '../../recording-terminal.ts';
import type { Ran } from '../../recording-terminal.ts';

let incidents: MemoryIncidents;

beforeEach(async () => {
  incidents = new MemoryIncidents();
  await incidents.saveRoster({ revision: 1, judgedAt: '2999-01-01T00:00:00.000Z', matters: ['gmail'] });
});

async function rejudge(): Promise<Ran> {
  return run(['rejudge', '--table', 'figures'], {
    commands: {
      rejudge: async () => (program, terminal) => addRejudgeCommand(program, terminal, () => incidents),
    },
  });
}

test('a future time is taken back once, and incidents stay', async () => {
  expect((await rejudge()).stdout).toBe(
    '2999-01-01T00:00:00.000Z is taken back: the next evaluation judges the present.\n',
  );
  expect((await rejudge()).stdout).toBe('No future time has been judged: nothing to do.\n');
  expect((await incidents.roster()).matters).toEqual(['gmail']);
});

test('where evaluations keep writing first, it says to try again', async () => {
  vi.spyOn(incidents, 'saveRoster').mockResolvedValue(false);
  expect(await rejudge()).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: 'error: evaluations were under way; run this command again\n',
  });
});

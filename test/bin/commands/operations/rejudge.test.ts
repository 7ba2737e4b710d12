import { Command } from 'commander';
import { beforeEach, expect, test, vi } from 'vitest';
import { addRejudgeCommand } from '../../../../bin/commands/operations/rejudge.ts';
import { CommandError, EXIT } from '../../../../bin/terminal.ts';
import type { Terminal } from '../../../../bin/terminal.ts';
import { MemoryIncidents } from '../../../../lambdas/adapters/memory-incidents.ts';

let incidents: MemoryIncidents;
let stdout: string;

beforeEach(async () => {
  incidents = new MemoryIncidents();
  stdout = '';
  await incidents.saveRoster({ revision: 1, judgedAt: '2999-01-01T00:00:00.000Z', matters: ['gmail'] });
});

async function rejudge(): Promise<void> {
  const terminal = { out: (text: string) => (stdout += text), cwd: '.' } as unknown as Terminal;
  const program = new Command();
  addRejudgeCommand(program, terminal, () => incidents);
  await program.parseAsync(['rejudge', '--table', 'figures'], { from: 'user' });
}

test('a future time is taken back once, and incidents stay', async () => {
  await rejudge();
  await rejudge();
  expect(stdout).toBe(
    '2999-01-01T00:00:00.000Z is taken back: the next evaluation judges the present.\n' +
      'No future time has been judged: nothing to do.\n',
  );
  expect((await incidents.roster()).matters).toEqual(['gmail']);
});

test('where evaluations keep writing first, it says to try again', async () => {
  vi.spyOn(incidents, 'saveRoster').mockResolvedValue(false);
  await expect(rejudge()).rejects.toThrow(
    new CommandError('evaluations were under way; call this again', EXIT.failed),
  );
});

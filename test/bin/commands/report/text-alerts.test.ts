import { expect, test } from 'vitest';
import { alertsText } from '../../../../bin/commands/report/text-alerts.ts';
import { textStyle } from '../../../../bin/commands/text-style.ts';
import type { Alert } from '../../../../lambdas/core/incidents/alert.ts';
import { exampleAlert } from '../../../example-incident.ts';

const STYLE = textStyle({ columns: 100, colours: false });

let minute = 0;

/** An alert about Gmail, each later than the one before. */
function alert(meaning: string, part: Partial<Alert> = {}): Alert {
  return exampleAlert({
    at: new Date(Date.UTC(2026, 10, 24, 2, minute++)).toISOString(),
    subject: `subject of ${meaning}`,
    advice: { meaning, do: [], avoid: [], commands: [] },
    scope: { kind: null, ips: [], vmtas: [], queues: [], domains: [] },
    ...part,
  });
}

test('what to do is told once for each incident, from its last alert that opened or escalated', () => {
  const text = alertsText(
    [
      alert('first opened'),
      alert('first escalated', { kind: 'escalated' }),
      alert('yahoo opened', { isp: 'yahoo' }),
      alert('first reminder', { kind: 'reminder' }),
      alert('first resolved', { kind: 'resolved' }),
      alert('second opened'),
    ],
    STYLE,
    'short',
  );
  const [, whatToDo = ''] = text.split('What to do\n');
  expect(whatToDo.match(/^ {2}\S.*$/gm)?.map((line) => line.trim())).toEqual([
    'first escalated',
    'yahoo opened',
    'second opened',
  ]);
});

/** What is to be pasted, where an alert names queues. */
function toPaste(queues: string[], commands: string[]): string[] {
  const scope = { kind: null, ips: [], vmtas: [], queues, domains: [] };
  const advice = { meaning: 'Wait.', do: [], avoid: [], commands };
  const text = alertsText([alert('', { advice, scope })], STYLE, 'short');
  return text
    .slice(text.indexOf('Paste') + 'Paste'.length)
    .split('\n')
    .map((line) => line.trim());
}

test('commands for further queues are a number, wherever in a command its queue stands', () => {
  const queues = ['gmail.com/a', 'gmail.com/b', 'gmail.com/c'];
  const commands = queues.map((queue) => `pmta set queue '${queue}' --mode=backoff`);
  expect(toPaste(queues, [...commands, 'pmta show topdomains'])).toEqual([
    "pmta set queue 'gmail.com/a' --mode=backoff",
    'pmta show topdomains',
    '# the same for 2 more queues: --all prints them',
  ]);
});

test('commands are those for the first queue that has some, and a placeholder for names that are not plain', () => {
  const commands = [
    "pmta pause queue 'yahoo.com/a'",
    "pmta pause queue 'yahoo.com/b'",
    'pmta pause queue DOMAIN/VMTA',
  ];
  expect(toPaste(['bücher.de/a', 'yahoo.com/a', 'yahoo.com/b'], commands)).toEqual([
    "pmta pause queue 'yahoo.com/a'",
    'pmta pause queue DOMAIN/VMTA',
    '# the same for 1 more queue: --all prints them',
    '# DOMAIN/VMTA: a queue above that is not plain (letters, digits, . _ { } -, one /)',
  ]);
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fillCommands,
  namesQueue,
  placeholderNote,
  withPlaceholders,
} from '../../../lambdas/core/powermta/commands.ts';

const PAUSE = 'pmta pause queue {queue}';
const DISABLE = 'pmta disable source --reenable-after=4h {ip} {queue}';
const ENABLE = 'pmta enable source {ip} {queue}';

/** What is pasted. */
function lines(...given: Parameters<typeof fillCommands>): string[] {
  return fillCommands(...given).map(({ line }) => line);
}

describe('commands to paste', () => {
  test('names the queue of the row, quoted, and the address', () => {
    expect(lines([DISABLE], { queues: ['gmail.com/vmta1'], ips: ['203.0.113.7'] })).toEqual([
      "pmta disable source --reenable-after=4h 203.0.113.7 'gmail.com/vmta1'",
    ]);
  });

  test('keeps the default vmta from being expanded by a shell', () => {
    expect(lines([PAUSE], { queues: ['gmail.com/{default}'], ips: [] })).toEqual([
      "pmta pause queue 'gmail.com/{default}'",
    ]);
  });

  test('leaves placeholders that no shell acts on where nothing was seen', () => {
    expect(lines([ENABLE, PAUSE], { queues: [], ips: [] })).toEqual([
      'pmta enable source IP DOMAIN/VMTA',
      'pmta pause queue DOMAIN/VMTA',
    ]);
    expect([DISABLE, PAUSE].map(withPlaceholders)).toEqual([
      'pmta disable source --reenable-after=4h IP DOMAIN/VMTA',
      'pmta pause queue DOMAIN/VMTA',
    ]);
  });

  test.each([
    '*',
    '*/vmta1',
    'gmail.com/*',
    '--all',
    '-',
    'a;reboot/vmta1',
    "a'b/vmta1",
    '$(reboot)/v',
    'a b/vmta1',
    'a/b/c',
    'a\n/b',
    '(rest)',
    '',
    'bücher.de/vmta29',
    'x'.repeat(300),
  ])('puts a placeholder where a queue is named %j', (queue) => {
    expect(lines([PAUSE], { queues: [queue], ips: [] })).toEqual(['pmta pause queue DOMAIN/VMTA']);
  });

  test.each(['-', '1.2.3', '1.2.3.4/24', '1.2.3.4; reboot', '::1%eth0', 'IP', ''])(
    'puts a placeholder where an address reads %j',
    (ip) => {
      expect(lines([ENABLE], { queues: ['a/b'], ips: [ip] })).toEqual(["pmta enable source IP 'a/b'"]);
    },
  );

  test('takes version 6 addresses', () => {
    expect(lines([DISABLE], { queues: ['a/b'], ips: ['2001:db8::7'] })).toEqual([
      "pmta disable source --reenable-after=4h 2001:db8::7 'a/b'",
    ]);
  });

  test('gives no more lines than a person pastes, and none twice', () => {
    const many = Array.from({ length: 40 }, (_, index) => `example.com/vmta${index}`);
    const ips = Array.from({ length: 40 }, (_, index) => `203.0.113.${index}`);
    expect(lines([PAUSE], { queues: many, ips })).toHaveLength(5);
    expect(lines([DISABLE], { queues: many, ips })).toHaveLength(9);
    expect(lines([PAUSE, PAUSE], { queues: ['a/b', 'a/b'], ips })).toHaveLength(1);
  });

  test('says which queue each command names, and none where it names none', () => {
    const templates = ['pmta show topqueues --errors', PAUSE, DISABLE];
    expect(fillCommands(templates, { queues: ['a/b'], ips: ['203.0.113.7'] })).toEqual([
      { line: 'pmta show topqueues --errors' },
      { line: "pmta pause queue 'a/b'", queue: 'a/b' },
      { line: "pmta disable source --reenable-after=4h 203.0.113.7 'a/b'", queue: 'a/b' },
    ]);
    expect(fillCommands([PAUSE], { queues: [], ips: [] })).toEqual([
      { line: 'pmta pause queue DOMAIN/VMTA' },
    ]);
  });

  test('fills the placeholders of the template, not what a queue is called', () => {
    expect(lines([PAUSE, DISABLE], { queues: ['a/{ip}'], ips: ['203.0.113.7'] })).toEqual([
      "pmta pause queue 'a/{ip}'",
      "pmta disable source --reenable-after=4h 203.0.113.7 'a/{ip}'",
    ]);
  });

  test('puts the placeholder after the plain queues, for all that are not', () => {
    const queues = ['bücher.de/vmta29', 'yahoo.com/vmta30', 'yahoo.com/mta:1'];
    expect(lines([PAUSE], { queues, ips: [] })).toEqual([
      "pmta pause queue 'yahoo.com/vmta30'",
      'pmta pause queue DOMAIN/VMTA',
    ]);
  });

  describe('for an address of a queue', () => {
    const queues = ['gmail.com/vmta1', 'gmail.com/vmta2'];
    const ips = ['203.0.113.7', '203.0.113.8'];

    test('names only pairs that belong together', () => {
      const sources = [
        'vmta1 203.0.113.7',
        'vmta1 203.0.113.17',
        'vmta2 203.0.113.8',
        'vmta2 203.0.113.18',
        'vmta22 203.0.113.7',
      ];
      expect(lines([DISABLE], { queues, ips, sources })).toEqual([
        "pmta disable source --reenable-after=4h 203.0.113.7 'gmail.com/vmta1'",
        "pmta disable source --reenable-after=4h 203.0.113.8 'gmail.com/vmta2'",
      ]);
    });

    test('pauses the queue where its vmta has that address alone: disabled, its mail would stall unseen', () => {
      const sources = ['vmta1 203.0.113.7', 'vmta2 203.0.113.8', 'vmta2 203.0.113.18'];
      expect(lines([DISABLE], { queues, ips, sources })).toEqual([
        "pmta pause queue 'gmail.com/vmta1'",
        "pmta disable source --reenable-after=4h 203.0.113.8 'gmail.com/vmta2'",
      ]);
      expect(lines([ENABLE], { queues, ips, sources })).toEqual([
        "pmta enable source 203.0.113.7 'gmail.com/vmta1'",
        "pmta enable source 203.0.113.8 'gmail.com/vmta2'",
      ]);
    });

    test('leaves a placeholder where the vmta has other addresses than those named', () => {
      const sources = ['vmta1 203.0.113.17', 'vmta1 203.0.113.18'];
      expect(lines([DISABLE], { queues: ['gmail.com/vmta1'], ips, sources })).toEqual([
        "pmta disable source --reenable-after=4h IP 'gmail.com/vmta1'",
      ]);
    });

    test('names every address where the vmta is not known', () => {
      expect(lines([DISABLE], { queues: ['gmail.com'], ips, sources: ['- 203.0.113.7'] })).toEqual([
        "pmta disable source --reenable-after=4h 203.0.113.7 'gmail.com'",
        "pmta disable source --reenable-after=4h 203.0.113.8 'gmail.com'",
      ]);
    });
  });

  describe('for an address of a queue that cannot be written', () => {
    const ips = ['203.0.113.5'];
    const paused = ['pmta pause queue DOMAIN/VMTA'];

    test.each<[string, string[], string[]]>([
      ['is not plain, and its vmta has that address alone', ['bücher.de/vmta29'], ['vmta29 203.0.113.5']],
      ['has a vmta that is not plain', ['yahoo.com/mta:1'], ['mta:1 203.0.113.5']],
      ['is not plain, and of a vmta that was not seen', ['bücher.de/vmta29'], []],
      [
        'is not plain, though its vmta was seen with others',
        ['bücher.de/v'],
        ['v 203.0.113.5', 'v 203.0.113.6'],
      ],
      ['is not known', [], ['vmta29 203.0.113.5', 'vmta29 203.0.113.6']],
    ])('pauses the queue that %s', (_rule, queues, sources) => {
      expect(lines([DISABLE], { queues, ips, sources })).toEqual(paused);
    });
  });

  test('say which queue they name, wherever it stands', () => {
    const templates = [DISABLE, PAUSE, 'pmta set queue {queue} --mode=backoff', 'pmta show topsources {ip}'];
    const where = { queues: ['gmail.com/{default}'], ips: ['203.0.113.7'], sources: [] };
    const commands = lines(templates, where);
    const naming = (queue: string) => commands.map((command) => namesQueue(command, queue));
    expect(naming('gmail.com/{default}')).toEqual([true, true, true, false]);
    expect(naming('mail.com/{default}')).toEqual([false, false, false, false]);
  });

  test.each<[string, string[], boolean]>([
    ['a queue that is not plain', ['gmail.com/vmta1', 'bücher.de/vmta1'], true],
    ['none, where all are plain', ['gmail.com/vmta1'], false],
    ['none, where no queue is known', [], false],
  ])('say that the placeholder stands for %s', (_rule, queues, isSaid) => {
    expect(placeholderNote(lines([PAUSE], { queues, ips: [] }), queues)).toHaveLength(isSaid ? 1 : 0);
    expect(placeholderNote(['pmta reload'], queues)).toEqual([]);
  });

  test('lets no name out of a file do more than be a name', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (queues, ips) => {
        for (const command of lines([ENABLE], { queues, ips })) {
          expect(command).toMatch(
            /^pmta enable source (?:IP|[0-9a-fA-F.:]+) (?:DOMAIN\/VMTA|'[A-Za-z0-9._{}][A-Za-z0-9._{}/-]*')$/,
          );
        }
      }),
    );
  });
});

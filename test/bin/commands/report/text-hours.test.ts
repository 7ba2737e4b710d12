import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../recording-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'deferral-watch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADER = 'type,timeLogged,rcpt,dsnStatus,dsnDiag,dsnMta,dlvSourceIp,vmta,queue';

/** Rows of one hour at a small receiver: as many deliveries and as many deferrals. */
function half(domain: string, hour: string, count = 20): string[] {
  const row = (type: string, reply: string): string =>
    `${type},2026-11-23 ${hour}:00:01+0000,u1@${domain},,smtp;${reply},,203.0.113.11,news-1,${domain}/news-1`;
  return [
    ...Array<string>(count).fill(row('d', '250 2.0.0 OK')),
    ...Array<string>(count).fill(row('t', '421 4.7.0 too many messages from your address')),
  ];
}

async function report(rows: readonly string[], ...options: string[]): Promise<string> {
  const path = join(folder, 'acct.csv');
  writeFileSync(path, `${[HEADER, ...rows].join('\n')}\n`);
  return (await run([...options, path])).stdout;
}

describe('hours in which other is in trouble', () => {
  const rows = [
    ...half('slow.example', '08'),
    ...half('slow.example', '09'),
    ...half('b.example', '09'),
    ...half('calm.example', '09', 1),
    ...['c', 'd', 'e', 'f', 'g', 'h'].flatMap((name) => half(`${name}.example`, '10')),
  ];

  test.each([[[]], [['--all']]])('name the domains, and many as a number (%j)', async (options) => {
    const text = (await report(rows, ...options)).replaceAll(/\s+/g, ' ');
    expect(text).toContain(
      'Of other in trouble: 08:00 slow.example; 09:00 b.example, slow.example; 10:00 6 domains',
    );
  });

  test('name none where only a provider with an id of its own is', async () => {
    expect(await report(half('gmail.com', '08'))).toMatch(/Hours with trouble(?![^]*Of other)/);
  });
});

test('an hour that only blocked names the source of its bounces', async () => {
  const rows = [
    ...Array<string>(100).fill('d,250 2.0.0 OK'),
    ...Array<string>(40).fill('b,550 5.7.1 rejected: poor reputation of the sender'),
  ].map((row) => {
    const [type = '', reply = ''] = row.split(',');
    return `${type},2026-11-23 08:00:01+0000,u1@gmail.com,,smtp;${reply},,203.0.113.11,news-1,gmail.com/news-1`;
  });
  expect(await report(rows)).toMatch(/gmail +08:00 +0 of 100 +40 .* news-1 203\.0\.113\.11\n/);
});

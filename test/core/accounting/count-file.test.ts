import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { countFile } from '../../../lambdas/core/accounting/count-file.ts';
import { UnreadableFileError } from '../../../lambdas/core/accounting/counted-file.ts';
import type { CountedFile } from '../../../lambdas/core/accounting/counted-file.ts';
import { ReplyBook } from '../../../lambdas/core/accounting/counts/reply-book.ts';
import { BOUNDS } from '../../../lambdas/core/accounting/bounds.ts';
import { inPieces, whole } from './pieces.ts';
import { stubContext } from './stub-context.ts';

const HEADER = 'type,timeLogged,rcpt,dsnStatus,dsnDiag,dsnMta,dlvSourceIp,vmta,queue\r\n';
const delivered =
  'd,2026-01-15 00:00:03+0000,a@gmail.com,,,mx.google.com (192.0.2.1),203.0.113.7,vmta1,gmail.com/vmta1\r\n';
const throttled =
  't,2026-01-15 00:10:00+0000,a@gmail.com,,"smtp;421 4.7.28 unusual rate, wait",mx.google.com (192.0.2.1),203.0.113.7,vmta1,gmail.com/vmta1\r\n';

const count = async (content: Uint8Array | string): Promise<CountedFile> =>
  countFile(whole(content), stubContext());

/** The three rows of github.com/AakashBhelkar/pmta-watchtower boilerplate/sample-data/sample_acct.csv at e303575. */
const WATCHTOWER = `type,timeLogged,timeQueued,orig,rcpt,orcpt,dsnAction,dsnStatus,dsnDiag,dsnMta,bounceCat,srcType,srcMta,dlvType,dlvSourceIp,dlvDestinationIp,dlvEsmtpAvailable,dlvSize,vmta,vmtaPool,jobId,envId,queue,vmtaPool2
d,2024-01-20T10:30:00Z,2024-01-20T10:29:58Z,sender@example.com,user1@gmail.com,,delivered,250,smtp; 250 2.0.0 OK,mx.google.com,,local,mta-1,smtp,192.168.1.10,74.125.24.27,STARTTLS|8BITMIME,25420,vmta-1,pool-main,JOB-1001,ENV-001,queue-1,pool-main
b,2024-01-20T10:30:03Z,2024-01-20T10:30:01Z,sender@example.com,invalid@bounce.test,,failed,550,smtp; 550 5.1.1 User unknown,mail.bounce.test,hard,local,mta-1,smtp,192.168.1.10,10.0.0.1,8BITMIME,0,vmta-3,pool-secondary,JOB-1001,ENV-004,queue-1,pool-secondary
`;

describe('counting a file', () => {
  test('shows no part of an address of a first line that is no header, wherever the line is cut', async () => {
    for (let before = 150; before < 200; before++) {
      const line = `d,2026-01-15 00:00:03+0000,${'x'.repeat(before)},johnny.doe@gmail.com,rest\n`;
      const reason = await count(line).catch((error: Error) => error.message);
      expect(reason).toContain('no header');
      expect(reason).not.toContain('john');
    }
  });

  test('gives the figures of an hour and an ISP', async () => {
    const file = await count(HEADER + delivered + throttled);
    const figures = file.hours.get('2026-01-15T00')!.get('gmail')!;
    expect(figures).toMatchObject({ delivered: 1, deferred: 1, deferred421: 1, throttled: 1, connection: 0 });
    expect({ ...figures.byReply }).toEqual({ '421 4.7.28': 1 });
    expect({ ...figures.bySource }).toEqual({ 'vmta1 203.0.113.7': { throttled: 1, delivered: 1 } });
    expect(figures.evidence['gmail.rate']).toMatchObject({
      queues: { 'gmail.com/vmta1': 1 },
      sample: expect.stringContaining('unusual rate') as string,
    });
  });

  test('counts the rows of a domain that lack an MX with those that have one, whatever their order', async () => {
    const failed = 'tq,2026-01-15 00:00:00+0000,,4.4.1,,,203.0.113.7,vmta1,own.example/vmta1\r\n';
    const reached =
      'd,2026-01-15 00:00:03+0000,x@own.example,,,mx.google.com (192.0.2.1),203.0.113.7,vmta1,own.example/vmta1\r\n';
    for (const rows of [failed + reached, reached + failed]) {
      const file = await count(HEADER + rows);
      expect([...file.hours.get('2026-01-15T00')!.keys()]).toEqual(['gmail']);
    }
  });

  describe('with more domains than names can be held at once', () => {
    const reached = (index: number): string =>
      `d,2026-01-15 00:00:03+0000,x@d${index}.example,,,mx.google.com (192.0.2.1),203.0.113.7,vmta1,d${index}.example/vmta1\r\n`;
    const refused = (index: number): string =>
      `t,2026-01-15 01:00:03+0000,x@d${index}.example,,smtp;421 busy ${index % 3},,203.0.113.7,vmta1,d${index}.example/vmta1\r\n`;
    const unreached = (index: number): string =>
      `d,2026-01-15 00:00:03+0000,x@d${index}.example,,,,203.0.113.7,vmta1,d${index}.example/vmta1\r\n`;
    const all = (row: (index: number) => string): string =>
      Array.from({ length: 50 }, (_, i) => row(i)).join('');
    const bounds = { ...BOUNDS, names: 10, nameTexts: 40, texts: 20 };

    test.each([
      ['first', all(refused) + all(unreached) + all(reached)],
      ['in the middle', all(reached) + all(refused) + all(unreached)],
      ['last', all(unreached) + all(reached) + all(refused)],
    ])('rows without an MX follow those with one, where deferrals come %s', async (_where, rows) => {
      const { hours } = await countFile(whole(HEADER + rows), stubContext(), bounds);
      const isps = [...hours].map(([hour, ofHour]) => [hour, [...ofHour.keys()]] as const);
      expect(Object.fromEntries(isps)).toEqual({ '2026-01-15T00': ['gmail'], '2026-01-15T01': ['gmail'] });
      expect(hours.get('2026-01-15T00')!.get('gmail')!.delivered).toBe(100);
      expect(hours.get('2026-01-15T01')!.get('gmail')).toMatchObject({ deferred: 50, throttled: 50 });
    });
  });

  test('counts repeated rows in their hour, also after a row of another hour and width', async () => {
    const later = delivered.replace('15 00:', '15 01:').replace('\r\n', ',\r\n');
    const rows = delivered + delivered + later + delivered + delivered;
    const { hours } = await countFile(whole(HEADER + rows), stubContext(), { ...BOUNDS, headRows: 1 });
    expect([...hours].map(([hour, isps]) => [hour, isps.get('gmail')!.delivered])).toEqual([
      ['2026-01-15T00', 4],
      ['2026-01-15T01', 1],
    ]);
  });

  test('takes the MX of most rows of a domain, of which repeated deferrals are some', async () => {
    const failed = 'tq,2026-01-15 00:00:00+0000,,4.4.1,,,203.0.113.7,vmta1,own.example/vmta1\r\n';
    const atGoogle = throttled.replaceAll('gmail.com', 'own.example');
    const atYahoo = delivered
      .replaceAll('gmail.com', 'own.example')
      .replace('mx.google.com', 'a.yahoodns.net');
    const rows = atGoogle.repeat(6) + atYahoo.repeat(4) + failed;
    const { hours } = await countFile(whole(HEADER + rows), stubContext(), { ...BOUNDS, headRows: 1 });
    expect(hours.get('2026-01-15T00')!.get('gmail')).toMatchObject({ deferred: 7, connection: 1 });
  });

  test('shows a reply where others of the same rule say nothing, whatever their order', async () => {
    const row = (name: string, status: string): string =>
      `t,2026-01-15 00:00:03+0000,${name}@gmail.com,${status},,,203.0.113.7,vmta1,gmail.com/vmta1\r\n`;
    for (const [one, other] of ['ab', 'ba']) {
      const rows = [row(one!, 'not now'), row(other!, '')];
      for (const text of [rows.join(''), rows.toReversed().join('')]) {
        const { hours } = await count(HEADER + text);
        const { evidence } = hours.get('2026-01-15T00')!.get('gmail')!;
        expect(evidence['unclassified']).toMatchObject({
          sources: { 'vmta1 203.0.113.7': 2 },
          sample: 'not now',
        });
      }
    }
  });

  test('counts the rows of JSON below a first one that says nothing in the columns it names', async () => {
    const silent = JSON.stringify({ type: null, timeLogged: null });
    const row = JSON.stringify({ type: 'd', timeLogged: 1768435203, rcpt: 'u@gmail.com' });
    expect(await count(`${silent}\n${row}\n`)).toMatchObject({
      rows: 2,
      counted: 1,
      ignored: { 'unknown type': { count: 1 } },
    });
  });

  test('counts JSON lines of whatever length, and those after them', async () => {
    const rows = [1, 21_840, 21_850, 65_536, 100_000, 1].map((length) =>
      JSON.stringify({ type: 'd', timeLogged: 1768435203, rcpt: 'u@gmail.com', vmta: 'v'.repeat(length) }),
    );
    const { counted, ignored, hours } = await count(rows.map((row) => `${row}\n`).join(''));
    expect([counted, ignored]).toEqual([6, {}]);
    const { bySource } = hours.get('2026-01-15T00')!.get('gmail')!;
    expect(Object.values(bySource).map(({ delivered }) => delivered)).toEqual([2, 1, 1, 1, 1]);
  });

  test('reads lenient files of other programs', async () => {
    const file = await count(WATCHTOWER);
    expect(file).toMatchObject({ rows: 2, counted: 2, ignored: {}, partialTail: false });
    expect(file.hours.get('2024-01-20T10')!.get('gmail')!.delivered).toBe(1);
  });

  test.each(['', '\n\n', HEADER.slice(0, 20), HEADER, HEADER + HEADER])(
    'finds no row in %j, and no error',
    async (text) => {
      expect(await count(text)).toMatchObject({ rows: 0, counted: 0, fingerprint: '' });
    },
  );

  test.each([
    [
      'd,2026-01-15 00:00:03+0000,someone@gmail.com\n',
      /names no column "type".*looks like a row: .* lost its beginning/,
    ],
    ['type;timeLogged;rcpt\nd;1;a\n', /names no column "type".*must be separated by commas/],
    ['rcpt,vmta\n1,2\n', /names no column "type"\. It reads: "rcpt,vmta"/],
    ['type,rcpt,header_x\nd,a@gmail.com,1\n', /no column "timeLogged".*type,rcpt,header_x/],
    ['{"timeLogged":1}\n', /no "type"/],
    ['{"type":"d"}\n', /no "timeLogged"/],
    [Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0, 0]), /zstd/],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), /binary|header/],
    [Buffer.from('\uFEFFtype', 'utf16le'), /UTF-16/],
    [Buffer.from('fffe000074000000', 'hex'), /UTF-32/],
    [Buffer.from('0000feff00000074', 'hex'), /UTF-32/],
    ['type,timeLogged' + ',x'.repeat(1_000) + '\n', /more than 1000 columns/],
    [(HEADER + delivered).replaceAll('\r\n', '\r'), /CR alone/],
    [`${(HEADER + delivered).replaceAll('\r\n', '\r')}\n`, /CR alone/],
    ['type,"timeLogged,rcpt\n' + delivered.repeat(3), /no header/],
    [gzipSync(HEADER + delivered).subarray(0, 60), /ends too early/],
    [gzipSync(gzipSync(HEADER + delivered)), /binary, neither text nor gzip of text/],
    [
      Buffer.concat([gzipSync(HEADER + delivered), Buffer.from('garbage')]),
      /damaged \(zlib: incorrect header check\)/,
    ],
  ])('refuses %j with a sentence', async (content, sentence) => {
    await expect(count(content)).rejects.toThrow(UnreadableFileError);
    await expect(count(content)).rejects.toThrow(sentence);
  });

  test.each([
    'd,2026-01-15 00:00:03+0000,someone@gmail.com\n',
    'd,2026-01-15 00:00:03+0000,,5.1.1,550 5.1.1 someone: mailbox gone\n',
    'Someone Lovelace;+44 20 7946 0000;London\n',
    'Someone,John,Berlin\n',
    'john.someone\n',
  ])('shows nothing of a first line that names a person: %j', async (text) => {
    await expect(count(text)).rejects.toThrow(/It is not shown, since it may name a person\.$/);
    await expect(count(text)).rejects.not.toThrow(/someone|Lovelace/i);
  });

  test('shows no recipient in a text that no rule knows', async () => {
    const row = (name: string, mx: string): string =>
      `t,2026-01-15 00:00:03+0000,${name}@own.example,,smtp;451 Sorry ${name} cannot have it,${mx},203.0.113.7,vmta1,own.example/vmta1\r\n`;
    const rows = ['j.doe', 'Jürgen', 'list+tag'].flatMap((name) => [
      row(name, 'mx.google.com'),
      row(name, ''),
    ]);
    const json = rows.map((line) => {
      const [type, timeLogged, rcpt, , dsnDiag, dsnMta] = line.split(',');
      return `${JSON.stringify({ type, timeLogged, rcpt, dsnDiag, dsnMta })}\n`;
    });
    for (const text of [HEADER + rows.join(''), json.join('')]) {
      const file = await count(text);
      expect(JSON.stringify([...file.hours.get('2026-01-15T00')!])).not.toMatch(/doe|j.rgen|tag/i);
      const figures = file.hours.get('2026-01-15T00')!.get('gmail')!;
      expect(figures.byRule).toMatchObject({ unclassified: 6 });
      expect({ ...figures.unclassified }).toMatchObject({ 'sorry <name> cannot have it': 4 });
    }
  });

  test('leaves words of the protocol in a text that no rule knows, whoever is named so', async () => {
    const row = throttled.replace('a@', 'mail@').replace('unusual rate', 'cannot take mail');
    const { hours } = await count(HEADER + row);
    expect({ ...hours.get('2026-01-15T00')!.get('gmail')!.unclassified }).toEqual({
      'cannot take mail, wait': 1,
    });
  });

  test('refuses a bomb', async () => {
    const bomb = gzipSync(HEADER + delivered.repeat(20_000));
    const bounds = { ...BOUNDS, ratioFromBytes: 100_000 };
    await expect(countFile(whole(bomb), stubContext(), bounds)).rejects.toThrow(/more than 200 times/);
    await expect(
      countFile(whole(bomb), stubContext(), { ...BOUNDS, inflatedBytes: 100_000 }),
    ).rejects.toThrow(/more than 100000/);
  });

  test('never throws but its own errors and never loses a row, wherever a file is cut', async () => {
    const text = Buffer.from(HEADER + delivered + throttled + delivered);
    const ends = [
      HEADER.length,
      HEADER.length + delivered.length,
      text.length - delivered.length,
      text.length,
    ];
    for (let length = 0; length <= text.length; length++) {
      const file = await countFile(inPieces(text.subarray(0, length), 7), stubContext());
      expect(file.rows).toBe(Math.max(0, ends.filter((end) => end <= length).length - 1));
      expect(file.partialTail).toBe(length > 0 && !ends.includes(length));
    }
  });

  test('loses one row to a quote that is never closed, and not those after it', async () => {
    const stray = delivered.replace('a@gmail.com', '"a@gmail.com');
    const file = await count(HEADER + delivered + stray + delivered.repeat(3) + delivered.slice(0, 20));
    expect(file).toMatchObject({
      rows: 5,
      counted: 4,
      ignored: { 'broken row': { count: 1, firstLine: 3 } },
      partialTail: true,
    });
    // A reply of two lines that is still being written.
    const half = delivered.slice(0, delivered.indexOf('@')) + '@gmail.com,"smtp;250 ok\nand more\n';
    await expect(count(HEADER + delivered + half)).resolves.toMatchObject({ rows: 1, partialTail: true });
  });

  test('refuses gzip wherever it is cut', async () => {
    const zipped = gzipSync(HEADER + delivered);
    for (let length = 2; length < zipped.length; length++) {
      await expect(countFile(inPieces(zipped.subarray(0, length), 5), stubContext())).rejects.toThrow(
        UnreadableFileError,
      );
    }
  });

  test('refuses gzip of several members where one after the first is damaged, and takes padding for none', async () => {
    const [first, second] = [gzipSync(HEADER + delivered), gzipSync(delivered)];
    const padding = Buffer.alloc(50);
    for (const size of [1, 7, 100_000]) {
      for (const tail of [
        Buffer.concat([padding, second]),
        Buffer.concat([Buffer.alloc(1), second.subarray(1)]),
      ]) {
        const stored = Buffer.concat([first, tail]);
        await expect(countFile(inPieces(stored, size), stubContext())).rejects.toThrow(/damaged/);
      }
      const padded = Buffer.concat([first, second, padding]);
      expect(await countFile(inPieces(padded, size), stubContext())).toMatchObject({ rows: 2, counted: 2 });
    }
  });

  test('takes a quote that is never closed for one broken row once a row cannot be so long', async () => {
    const broken = delivered.replace('a@', '"a@');
    const file = await count(HEADER + broken.replace(',,', ',"') + delivered.repeat(12_000));
    expect(file).toMatchObject({
      rows: 12_001,
      counted: 12_000,
      ignored: { 'broken row': { count: 1, firstLine: 2 } },
    });
  });

  test.each([
    ['an object over several lines', '{\n "type": "d"\n}\n', /No line of it is a JSON object/],
    ['objects with a comma after each', '{"type":"d","timeLogged":"1"},\n', /one object on each line/],
    [
      'an array',
      '[{"type":"d","timeLogged":"1"}]\n',
      /begins with a bracket, as a JSON array does\. JSON must have one object/,
    ],
    ['an array without a line end', '[{"type":"d","timeLogged":"1"}]', /begins with a bracket/],
    ['an array that is still being written', '\ufeff [', /begins with a bracket/],
    ['an array over several lines', '[\n{"type":"d"}\n]\n', /begins with a bracket/],
    ['a web page', '<html>\n', /looks like XML or HTML/],
    ['a header with a quote too many', 'type,"timeLogged,rcpt\n', /Its quotes are not in order/],
  ])('says what is wrong with %s', async (_what, text, expected) => {
    await expect(count(text)).rejects.toThrow(expected);
  });

  test('reads JSON files that were put one behind the other, each with a byte order mark', async () => {
    const row = '{"type":"d","timeLogged":"2026-01-15 00:00:03+0000","dsnMta":"mx.google.com (192.0.2.1)"}\n';
    expect(await count(`\ufeff${row}\ufeff${row}`)).toMatchObject({ rows: 2, counted: 2, ignored: {} });
  });

  test('takes a quote that the next quoted field seems to close for one broken row, not for all rows between', async () => {
    const opened = delivered.replace('vmta1,', '"vmta1,');
    const quoted = delivered.replace('vmta1,', '"vmta1",');
    for (const next of [opened, quoted]) {
      const file = await count(HEADER + opened + delivered.repeat(2_000) + next + delivered);
      const broken = next === opened ? 2 : 1;
      expect(file).toMatchObject({
        rows: 2_003,
        counted: 2_003 - broken,
        ignored: { 'broken row': { count: broken, firstLine: 2 } },
      });
    }
  });

  test('folds now and then, not with every row, where unknown replies without an MX are more than it can hold', async () => {
    const name = (index: number): string =>
      String(index).replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!);
    const row = (index: number): string =>
      `b,2026-01-15 00:00:03+0000,x@d.example,,smtp;550 ${name(index)} qzx ${name(index * 7)},,203.0.113.7,vmta1,d.example/vmta1\n`;
    const rows = Array.from({ length: 2_000 }, (_, index) => row(index)).join('');
    const folded = vi.spyOn(ReplyBook.prototype, 'clear');
    const file = await countFile(whole(HEADER + rows), stubContext(), { ...BOUNDS, texts: 200 });
    expect(file).toMatchObject({ rows: 2_000, counted: 2_000 });
    expect(folded.mock.calls.length).toBeGreaterThan(1);
    expect(folded.mock.calls.length).toBeLessThan(30);
    folded.mockRestore();
  });

  test('gives up lines with stray quotes one by one without reading on from each', async () => {
    const file = await count(HEADER + 'a"b,"c\n'.repeat(100_000) + delivered);
    expect(file).toMatchObject({ rows: 100_001, counted: 1, ignored: { 'broken row': { count: 100_000 } } });
  });

  test('keeps totals exact where names are too many to keep', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) =>
      delivered.replaceAll('gmail.com', `d${index % 700}.example`),
    );
    const bounds = { ...BOUNDS, names: 100, pairs: 200, nameTexts: 150, texts: 50 };
    const file = await countFile(whole(HEADER + rows.join('')), stubContext(), bounds);
    const { delivered: total, byDomain } = file.hours.get('2026-01-15T00')!.get('gmail')!;
    expect(total).toBe(3_000);
    expect(Object.values(byDomain).reduce((sum, attempts) => sum + attempts.delivered, 0)).toBe(3_000);
    expect(byDomain['(rest)']!.delivered).toBeGreaterThan(0);
    expect(Object.keys(byDomain).length).toBeLessThan(150);
  });

  test('passes on what its source or its deadline throws', async () => {
    const late = stubContext({
      checkDeadline: () => {
        throw new RangeError('too late');
      },
    });
    await expect(countFile(whole(HEADER), late)).rejects.toThrow('too late');
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield gzipSync(HEADER).subarray(0, 12);
      throw new TypeError('connection lost');
    }
    await expect(countFile(broken(), stubContext())).rejects.toThrow('connection lost');
  });
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMNS } from '../../../../lambdas/core/accounting/columns.ts';
import { ByteWindow, windowBytes } from '../../../../lambdas/core/accounting/file/byte-window.ts';
import { RowKernel } from '../../../../lambdas/core/accounting/kernel/row-kernel.ts';
import { REGULAR } from '../../../../lambdas/core/accounting/kernel/shared/protocol.ts';
import { DELIVERED } from '../../../../lambdas/core/accounting/outcome.ts';

const ROW_BYTES = 1_000;

const kernel = new RowKernel(windowBytes(ROW_BYTES));

/** What stands in each column of the line that a text begins with; undefined if the kernel leaves it to JSON.parse. */
function scanned(text: string): Record<string, string> | undefined {
  const window = new ByteWindow(kernel);
  window.append(Buffer.from(text));
  kernel.forgetAll();
  kernel.useJson();
  kernel.useBounds({ rowBytes: ROW_BYTES, replyBytes: ROW_BYTES, pairs: 1 });
  if (kernel.countKnownRows(window.start, window.end) !== REGULAR) return undefined;
  expect(kernel.next - window.start).toBe(Buffer.byteLength(text.slice(0, text.indexOf('\n') + 1)));
  kernel.record.locate(window.start, DELIVERED);
  const { record } = kernel;
  return Object.fromEntries(
    COLUMNS.map((column) => [column, record.text(column)]).filter(([, value]) => value !== ''),
  );
}

/** The same by JSON.parse. */
function parsed(text: string): Record<string, string> {
  const columns: Record<string, string> = {};
  for (const [name, value] of Object.entries(JSON.parse(text) as object)) {
    const column = COLUMNS.find((known) => known === name.toLowerCase());
    const isWritten = (typeof value === 'string' && value !== '') || typeof value === 'number';
    if (column !== undefined && isWritten) columns[column] = String(value);
  }
  return columns;
}

describe('the scan of a line of JSON', () => {
  test.each([
    ['{"type":"d","timeLogged":1768435203,"rcpt":"u@example.com"}\n'],
    [' { "TYPE" : "d" , "vmta" : "v" } \r\n{"type"'],
    ['{"queue":"","dsnDiag":null,"dsnStatus":true,"dsnMta":false,"type":0}\n'],
    [String.raw`{"orig":"\"J\u00fcrgen\" \\ \/","x":-0.25,"y":12,"z":"ü","type":"d"}` + '\n'],
    ['{"vmta ":"a","vmtaPool":"b","vmt":"c","dlvSourceIpAddress":"d","vmta":"e"}\n'],
  ])('reads %j', (text) => {
    expect(scanned(text)).toEqual(parsed(text.slice(0, text.indexOf('\n'))));
  });

  test.each([
    ['half a line', '{"type":"d"}'],
    ['a column with an escape', String.raw`{"dsnDiag":"\"no\""}` + '\n'],
    ['a column that is not ASCII', '{"queue":"bücher.example/vmta1"}\n'],
    ['a name with an escape', String.raw`{"t\u0079pe":"d"}` + '\n'],
    ['a column twice', '{"type":"d","Type":"t"}\n'],
    ['a number that is not written as it is read', '{"timeLogged":1768435203.0}\n'],
    ['a long number', '{"timeLogged":1234567890123456}\n'],
    ['a negative number in a column', '{"timeLogged":-0}\n'],
    ['an exponent', '{"x":1e3}\n'],
    ['a leading zero', '{"x":01}\n'],
    ['an object in it', '{"x":{}}\n'],
    ['no escape', String.raw`{"x":"\u00g0"}` + '\n'],
    ['another word', '{"x":trul}\n'],
    ['a tab in a string', '{"x":"\t"}\n'],
    ['no members', '{}\n'],
    ['no object', '[1]\n'],
    ['more after it', '{"x":1}}\n'],
    ['a comma too much', '{"x":1,}\n'],
    ['a blank line', '\n'],
  ])('leaves %s to JSON.parse', (_, text) => {
    expect(scanned(text)).toBeUndefined();
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary-ascii' }),
    fc.string({ unit: 'grapheme' }),
    fc.constant('250 ok'),
  );
  const value = fc.oneof(text, text, fc.jsonValue({ maxDepth: 0 }), fc.integer());
  const name = fc.oneof(fc.constantFrom('type', 'timeLogged', 'DSNDIAG', 'queue', 'orig'), text);
  const line = fc
    .tuple(
      fc.uniqueArray(fc.tuple(name, value), { minLength: 1, maxLength: 4, selector: ([member]) => member }),
      fc.constantFrom('', ' '),
    )
    .map(([members, space]) => {
      const written = members.map((member) => member.map((part) => JSON.stringify(part)).join(`:${space}`));
      return `{${written.join(`,${space}`)}}`;
    });

  test('reads what it reads as JSON.parse does, also in damaged lines', () => {
    const damage = fc.record({
      at: fc.nat(),
      put: fc.constantFrom('', '"', '\\', ',', ':', '}', '{', '0', '-', '.', ' ', 'e'),
      cut: fc.nat({ max: 1 }),
    });
    let read = 0;
    fc.assert(
      fc.property(line, fc.option(damage), (whole, damaged) => {
        const { at, put, cut } = damaged ?? { at: 0, put: '', cut: 0 };
        const place = at % whole.length;
        const given = whole.slice(0, place) + put + whole.slice(place + cut);
        const columns = scanned(`${given}\n`);
        if (columns === undefined) return;
        read++;
        expect(columns).toEqual(parsed(given));
      }),
      { numRuns: 5_000 },
    );
    expect(read).toBeGreaterThan(500);
  });
});

import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countFile } from '../../../lambdas/core/accounting/count-file.ts';
import { BOUNDS } from '../../../lambdas/core/accounting/bounds.ts';
import type { Bounds } from '../../../lambdas/core/accounting/bounds.ts';
import { agrees, outcome } from './agreement.ts';
import { csvFile, fullTablesFile, jsonFile, repeatingFile, unclosedFile } from './generated-files.ts';
import { inPieces, whole } from './pieces.ts';
import { plainCount } from './plain-count.ts';
import { stubContext } from './stub-context.ts';

const pieceSize = fc.oneof(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 65, max: 4_096 }));
/** Generated files are short: repeated rows are looked for from the second row on, or a little later. */
const USUAL: Bounds = { ...BOUNDS, headRows: 1 };
const headRows = fc.constantFrom(1, 4, BOUNDS.headRows);
const SMALL: Bounds = { ...USUAL, rowBytes: 150, columns: 14, replyBytes: 40 };

// Seconds on a quiet machine; beside other work they have taken many times that.
describe('the reader against a plain one built on csv-parse', { timeout: 180_000 }, () => {
  test('counts CSV the same, in pieces of any size', async () => {
    await expect(
      fc.assert(
        fc.asyncProperty(csvFile, pieceSize, headRows, async (text, size, rows) =>
          agrees(text, size, { ...BOUNDS, headRows: rows }),
        ),
        { numRuns: 2_500 },
      ),
    ).resolves.toBeUndefined();
  });

  test('counts known rows the same', async () => {
    await expect(
      fc.assert(
        fc.asyncProperty(repeatingFile, pieceSize, headRows, async (text, size, rows) =>
          agrees(text, size, { ...BOUNDS, headRows: rows }),
        ),
        { numRuns: 2_000 },
      ),
    ).resolves.toBeUndefined();
  });

  test('counts CSV the same where rows, replies and headers pass their bounds', async () => {
    await expect(
      fc.assert(
        fc.asyncProperty(csvFile, pieceSize, async (text, size) => agrees(text, size, SMALL)),
        { numRuns: 800 },
      ),
    ).resolves.toBeUndefined();
  });

  test('counts the same where tables are full after a few rows', async () => {
    const tables = fc.record({
      nameTexts: fc.constantFrom(3, 6, 12, BOUNDS.nameTexts),
      texts: fc.constantFrom(2, 4, BOUNDS.texts),
      pairs: fc.constantFrom(2, 5, 20, BOUNDS.pairs),
    });
    await expect(
      fc.assert(
        fc.asyncProperty(fullTablesFile, pieceSize, tables, async (text, size, bounds) =>
          agrees(text, size, { ...USUAL, ...bounds }),
        ),
        { numRuns: 1_000 },
      ),
    ).resolves.toBeUndefined();
  });

  test('counts the same after quotes that nobody closes, also where records become too long', async () => {
    const bounds = fc.record({ headRows, rowBytes: fc.constantFrom(25, 40, 80, BOUNDS.rowBytes) });
    await expect(
      fc.assert(
        fc.asyncProperty(unclosedFile, pieceSize, bounds, async (text, size, bounds) =>
          agrees(text, size, { ...BOUNDS, ...bounds }),
        ),
        { numRuns: 3_000 },
      ),
    ).resolves.toBeUndefined();
  });

  test('counts JSON lines the same', async () => {
    await expect(
      fc.assert(
        fc.asyncProperty(jsonFile, pieceSize, fc.constantFrom(USUAL, SMALL), async (text, size, bounds) =>
          agrees(text, size, bounds),
        ),
        { numRuns: 500 },
      ),
    ).resolves.toBeUndefined();
  });

  test('counts the same within a window and without domains', async () => {
    const window = { oldest: '2026-01-15T00', newest: '2026-01-15T00' };
    await expect(
      fc.assert(
        fc.asyncProperty(csvFile, pieceSize, async (text, size) =>
          agrees(text, size, USUAL, stubContext({ window, byDomain: false })),
        ),
        { numRuns: 200 },
      ),
    ).resolves.toBeUndefined();
  });

  test('counts gzip as what it holds', async () => {
    await expect(
      fc.assert(
        fc.asyncProperty(csvFile, csvFile, pieceSize, async (first, second, size) => {
          const members = Buffer.concat([gzipSync(first), gzipSync(second)]);
          expect(await outcome(countFile, inPieces(members, size), USUAL)).toEqual(
            await outcome(plainCount, whole(first + second), USUAL),
          );
        }),
        { numRuns: 200 },
      ),
    ).resolves.toBeUndefined();
  });

  test('counts damaged bytes the same', async () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 4,
    });
    const anyFile = fc.oneof({ weight: 3, arbitrary: csvFile }, { weight: 1, arbitrary: jsonFile });
    const bounds = fc.constantFrom(USUAL, SMALL);
    await expect(
      fc.assert(
        fc.asyncProperty(anyFile, flips, pieceSize, bounds, async (text, changes, size, bounds) => {
          const bytes = Buffer.from(text);
          for (const [place, value] of changes) if (bytes.length > 0) bytes[place % bytes.length] = value;
          await agrees(bytes, size, bounds);
        }),
        { numRuns: 1_000 },
      ),
    ).resolves.toBeUndefined();
  });

  // Found by the properties above and shrunk.
  test.each([
    ['a NUL after a quote, in what would be a header', 'type,timeLogged\ntype,"x"\u0000\n', BOUNDS],
    ['a NUL after a quoted time', 'type,timeLogged\nd,"1768435205"\u0000\n', BOUNDS],
    ['a NUL after a quoted type', 'type,timeLogged\n"d"\u0000,1768435205\n', BOUNDS],
    [
      'a stray quote in a header, after more columns than it may have',
      `type,timeLogged${',x'.repeat(14)},"y"z\n`,
      SMALL,
    ],
    [
      'a stray quote in a row, after more columns than it may have',
      `type,timeLogged\nd,1768435205${',x'.repeat(14)},"y"z\n`,
      SMALL,
    ],
  ])('agrees on %s', async (_case, text, bounds) => {
    for (let size = 1; size <= text.length; size++) {
      await expect(agrees(text, size, bounds)).resolves.toBeUndefined();
    }
  });
});

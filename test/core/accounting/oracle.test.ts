import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countFile } from '../../../lambdas/core/accounting/count-file.ts';
import { type CountedFile, UnreadableFileError } from '../../../lambdas/core/accounting/counted-file.ts';
import type { CountingContext } from '../../../lambdas/core/accounting/counting-context.ts';
import { type Limits, LIMITS } from '../../../lambdas/core/accounting/limits.ts';
import { csvFile, jsonFile } from './generated-files.ts';
import { inPieces, whole } from './pieces.ts';
import { plainCount } from './plain-count.ts';
import { stubContext } from './stub-context.ts';

type Count = (
  content: AsyncIterable<Uint8Array>,
  context: CountingContext,
  limits: Limits,
) => Promise<CountedFile>;

/** What a count says, or the sentence with which it refuses. */
async function outcome(
  count: Count,
  content: AsyncIterable<Uint8Array>,
  limits: Limits,
  context = stubContext(),
): Promise<CountedFile | string> {
  try {
    return await count(content, context, limits);
  } catch (error) {
    if (error instanceof UnreadableFileError) return error.message;
    throw error;
  }
}

const pieceSize = fc.oneof(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 65, max: 4_096 }));
const SMALL: Limits = { ...LIMITS, rowBytes: 150, columns: 14, replyBytes: 40 };

async function agrees(
  text: string | Uint8Array,
  size: number,
  limits: Limits,
  context = stubContext(),
): Promise<void> {
  const bytes = Buffer.from(text);
  const [plain, fast] = [
    await outcome(plainCount, whole(bytes), limits, context),
    await outcome(countFile, inPieces(bytes, size), limits, context),
  ];
  expect(fast).toEqual(plain);
  expect(rowsWithoutAccount(fast)).toBe(0);
}

function rowsWithoutAccount(file: CountedFile | string): number {
  if (typeof file === 'string') return 0;
  const ignored = Object.values(file.ignored).reduce((sum, { count }) => sum + count, 0);
  return file.rows - file.counted - ignored;
}

describe('the reader against a plain one built on csv-parse', () => {
  it('counts CSV the same, in pieces of any size', async () => {
    await expect(
      fc.assert(
        fc.asyncProperty(csvFile, pieceSize, async (text, size) => agrees(text, size, LIMITS)),
        { numRuns: 1_500 },
      ),
    ).resolves.toBeUndefined();
  });

  it('counts CSV the same where rows, replies and headers pass their limits', async () => {
    await expect(
      fc.assert(
        fc.asyncProperty(csvFile, pieceSize, async (text, size) => agrees(text, size, SMALL)),
        { numRuns: 800 },
      ),
    ).resolves.toBeUndefined();
  });

  it('counts JSON lines the same', async () => {
    await expect(
      fc.assert(
        fc.asyncProperty(jsonFile, pieceSize, fc.constantFrom(LIMITS, SMALL), async (text, size, limits) =>
          agrees(text, size, limits),
        ),
        { numRuns: 500 },
      ),
    ).resolves.toBeUndefined();
  });

  it('counts the same within a window and without domains', async () => {
    const window = { oldest: '2026-01-15T00', newest: '2026-01-15T00' };
    await expect(
      fc.assert(
        fc.asyncProperty(csvFile, pieceSize, async (text, size) =>
          agrees(text, size, LIMITS, stubContext({ window, byDomain: false })),
        ),
        { numRuns: 200 },
      ),
    ).resolves.toBeUndefined();
  });

  it('counts gzip as what it holds', async () => {
    await expect(
      fc.assert(
        fc.asyncProperty(csvFile, csvFile, pieceSize, async (first, second, size) => {
          const members = Buffer.concat([gzipSync(first), gzipSync(second)]);
          expect(await outcome(countFile, inPieces(members, size), LIMITS)).toEqual(
            await outcome(plainCount, whole(first + second), LIMITS),
          );
        }),
        { numRuns: 200 },
      ),
    ).resolves.toBeUndefined();
  });

  it('counts damaged bytes the same', async () => {
    // From 1: csv-parse takes a NUL behind a quote for the end of its input.
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 4,
    });
    await expect(
      fc.assert(
        fc.asyncProperty(csvFile, flips, pieceSize, async (text, changes, size) => {
          const bytes = Buffer.from(text);
          for (const [place, value] of changes) if (bytes.length > 0) bytes[place % bytes.length] = value;
          await agrees(bytes, size, LIMITS);
        }),
        { numRuns: 600 },
      ),
    ).resolves.toBeUndefined();
  });
});

import { expect } from 'vitest';
import { countFile } from '../../../lambdas/core/accounting/count-file.ts';
import { UnreadableFileError } from '../../../lambdas/core/accounting/counted-file.ts';
import type { CountedFile } from '../../../lambdas/core/accounting/counted-file.ts';
import type { CountingContext } from '../../../lambdas/core/accounting/counting-context.ts';
import type { Bounds } from '../../../lambdas/core/accounting/bounds.ts';
import { inPieces, whole } from './pieces.ts';
import { plainCount } from './plain-count.ts';
import { stubContext } from './stub-context.ts';

type Count = (
  content: AsyncIterable<Uint8Array>,
  context: CountingContext,
  bounds: Bounds,
) => Promise<CountedFile>;

/** What a count says, or the sentence with which it refuses. */
export async function outcome(
  count: Count,
  content: AsyncIterable<Uint8Array>,
  bounds: Bounds,
  context = stubContext(),
): Promise<CountedFile | string> {
  try {
    return await count(content, context, bounds);
  } catch (error) {
    if (error instanceof UnreadableFileError) return error.message;
    throw error;
  }
}

/** Holds the reader to the oracle; any error but the reader's own is thrown on. */
export async function agrees(
  text: string | Uint8Array,
  size: number,
  bounds: Bounds,
  context = stubContext(),
): Promise<void> {
  const bytes = Buffer.from(text);
  const [plain, fast] = [
    await outcome(plainCount, whole(bytes), bounds, context),
    await outcome(countFile, inPieces(bytes, size), bounds, context),
  ];
  expect(fast).toEqual(plain);
  expect(rowsWithoutAccount(fast)).toBe(0);
}

function rowsWithoutAccount(file: CountedFile | string): number {
  if (typeof file === 'string') return 0;
  const ignored = Object.values(file.ignored).reduce((sum, { count }) => sum + count, 0);
  return file.rows - file.counted - ignored;
}

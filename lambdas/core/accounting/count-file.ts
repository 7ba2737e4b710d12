import { FileCounts } from './counts/file-counts.ts';
import type { CountedFile } from './counted-file.ts';
import type { CountingContext } from './counting-context.ts';
import type { FileParts } from './file-parts.ts';
import { ByteWindow, windowBytes } from './file/byte-window.ts';
import { CsvFile } from './file/csv-file.ts';
import { FileHead } from './file/file-head.ts';
import { JsonFile } from './file/json-file.ts';
import { inflatedBytes } from './file/stored-content.ts';
import { withKernel } from './kernel/kernel-pool.ts';
import {
  CARRIAGE_RETURN,
  LINE_FEED,
  OPENING_BRACE,
  OPENING_BRACKET,
  SPACE,
  TAB,
} from './kernel/shared/ascii.ts';
import { BOUNDS } from './bounds.ts';
import type { Bounds } from './bounds.ts';
import { beginsArray } from './row/rejection.ts';
import { RowLedger } from './row/ledger.ts';

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Counts one accounting file: CSV or JSON lines, plain or gzip, recognised by content. Every row below a header is counted
 * or ignored for a reason; a row that is still being written at the end is left out and reported. Memory does not grow
 * with the file.
 *
 * Throws `UnreadableFileError` if the file cannot be read whole, and what `content` or `checkDeadline` throw.
 */
export async function countFile(
  content: AsyncIterable<Uint8Array>,
  context: CountingContext,
  bounds: Bounds = BOUNDS,
): Promise<CountedFile> {
  return withKernel(windowBytes(bounds.rowBytes), (kernel) =>
    countWith(content, {
      window: new ByteWindow(kernel),
      kernel,
      context,
      bounds,
      ledger: new RowLedger(bounds),
      counts: new FileCounts(context, bounds, kernel.kinds),
    }),
  );
}

async function countWith(content: AsyncIterable<Uint8Array>, parts: FileParts): Promise<CountedFile> {
  const { window, context, bounds, ledger, counts } = parts;
  const head = new FileHead(bounds.headRows);
  const recordRead = (): void => head.recordRead(ledger.rows, window.offset);
  let file: CsvFile | JsonFile | undefined;
  for await (const piece of inflatedBytes(content, bounds)) {
    context.checkDeadline?.();
    head.append(piece);
    for (const part of window.partsOf(piece)) {
      window.append(part);
      file ??= fileIn(parts, { isWhole: false });
      file?.read(recordRead);
    }
  }
  file ??= fileIn(parts, { isWhole: true });
  file?.finish(recordRead);
  return {
    rows: ledger.rows,
    counted: counts.counted,
    ignored: ledger.ignored,
    partialTail: ledger.partialTail,
    hours: counts.finish(),
    fingerprint: ledger.rows === 0 ? '' : head.fingerprint(),
  };
}

/**
 * The file that begins in the window: JSON if its first character is a brace, else CSV. Undefined while the window holds
 * only white space or part of a byte order mark; `isWhole` says that no more follows. A bracket begins neither.
 */
function fileIn(parts: FileParts, { isWhole }: { isWhole: boolean }): CsvFile | JsonFile | undefined {
  const { window, ledger } = parts;
  if (window.offset === 0) {
    const length = Math.min(window.end - window.start, BYTE_ORDER_MARK.length);
    const first = window.bytes.subarray(window.start, window.start + length);
    const hasMark = BYTE_ORDER_MARK.subarray(0, length).equals(first);
    if (hasMark && length < BYTE_ORDER_MARK.length && !isWhole) return undefined;
    if (hasMark && length === BYTE_ORDER_MARK.length) window.start += length;
  }
  for (; window.start < window.end; window.start++) {
    const byte = window.bytes[window.start]!;
    if (byte === LINE_FEED) ledger.line++;
    else if (byte !== SPACE && byte !== TAB && byte !== CARRIAGE_RETURN) break;
  }
  if (window.start === window.end) return undefined;
  const opening = window.bytes[window.start];
  if (opening === OPENING_BRACKET) throw beginsArray();
  return opening === OPENING_BRACE ? new JsonFile(parts) : new CsvFile(parts);
}

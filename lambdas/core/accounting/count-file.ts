import { FileCounts } from './counts/file-counts.ts';
import { ByteWindow, windowBytes } from './byte-window.ts';
import type { CountedFile } from './counted-file.ts';
import type { CountingContext } from './counting-context.ts';
import { type Counting, CsvFile } from './csv-file.ts';
import { FileHead } from './file-head.ts';
import { JsonFile } from './json-file.ts';
import { LIMITS, type Limits } from './limits.ts';
import { type RowKernel, takeKernel } from './row-kernel.ts';
import { RowLedger } from './row-ledger.ts';
import { textOf } from './stored-content.ts';

const OPENING_BRACE = 0x7b;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Counts one accounting file: CSV or JSON lines, plain or gzip, told apart by content. Every row below a header
 * is counted or ignored for a reason; what is still being written at the end is left out and said so.
 * Memory does not grow with the file.
 *
 * Throws `UnreadableFileError` where the file cannot be read whole, and what `content` or `checkDeadline` throw.
 */
export async function countFile(
  content: AsyncIterable<Uint8Array>,
  context: CountingContext,
  limits: Limits = LIMITS,
): Promise<CountedFile> {
  const kernel = takeKernel(windowBytes(limits.rowBytes));
  try {
    return await countWith(kernel, content, context, limits);
  } finally {
    kernel.release();
  }
}

async function countWith(
  kernel: RowKernel,
  content: AsyncIterable<Uint8Array>,
  context: CountingContext,
  limits: Limits,
): Promise<CountedFile> {
  const window = new ByteWindow(kernel);
  const counting: Counting = {
    context,
    limits,
    ledger: new RowLedger(limits),
    counts: new FileCounts(context, limits, kernel),
  };
  const { ledger, counts } = counting;
  const head = new FileHead(limits.headRows);
  let file: CsvFile | JsonFile | undefined;
  const recordRead = (): void => {
    head.recordRead(ledger.rows, window.offset);
  };

  for await (const piece of textOf(content, limits)) {
    context.checkDeadline?.();
    head.append(piece);
    for (const part of window.partsOf(piece)) {
      window.append(part);
      file ??= fileIn(window, kernel, counting);
      file?.read(recordRead);
    }
  }
  file ??= fileIn(window, kernel, counting, true);
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

/** Which kind of file begins in the window, as soon as more of it is there than blanks and a byte order mark. */
function fileIn(
  window: ByteWindow,
  kernel: RowKernel,
  counting: Counting,
  isAll = false,
): CsvFile | JsonFile | undefined {
  if (window.offset === 0) {
    const known = Math.min(window.end - window.start, BYTE_ORDER_MARK.length);
    const first = window.bytes.subarray(window.start, window.start + known);
    const begins = BYTE_ORDER_MARK.subarray(0, known).equals(first);
    if (begins && known < BYTE_ORDER_MARK.length && !isAll) return undefined;
    if (begins && known === BYTE_ORDER_MARK.length) window.start += known;
  }
  for (; window.start < window.end; window.start++) {
    const byte = window.bytes[window.start]!;
    if (byte === 0x0a) counting.ledger.line++;
    else if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) break;
  }
  if (window.start === window.end) return undefined;
  return window.bytes[window.start] === OPENING_BRACE
    ? new JsonFile(window, kernel, counting)
    : new CsvFile(window, kernel, counting);
}

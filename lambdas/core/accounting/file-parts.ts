import type { CountingContext } from './counting-context.ts';
import type { FileCounts } from './counts/file-counts.ts';
import type { ByteWindow } from './file/byte-window.ts';
import type { RowKernel } from './kernel/row-kernel.ts';
import type { Bounds } from './bounds.ts';
import type { RowLedger } from './row/ledger.ts';

/** What the stages of reading one file share. */
export interface FileParts {
  window: ByteWindow;
  kernel: RowKernel;
  context: CountingContext;
  bounds: Bounds;
  ledger: RowLedger;
  counts: FileCounts;
}

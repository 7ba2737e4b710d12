import { ROW_KERNEL } from './row-kernel-binary.ts';
import type { Header } from './row-header.ts';

/** What a scan found: nothing whole yet, a record of the expected shape, or one that needs a closer look. */
export const UNFINISHED = 0;
export const REGULAR = 1;
export const ODD = 2;
export type Scan = typeof UNFINISHED | typeof REGULAR | typeof ODD;

const PAGE_BYTES = 65_536;

/** Places in the results that the kernel leaves. */
const NEXT = 0;
const INNER_LINES = 1;
const DOUBLED_QUOTES = 2;
const STOPPED_AT = 3;
const ROWS = 4;
const LINES = 5;
const RESULTS = 6;

/** Start and end of the columns that tell one kind of delivery from another: queue, host, ip, vmta, domain. */
export type KindColumns = readonly [
  ...[queue: number, queueEnd: number, host: number, hostEnd: number, ip: number, ipEnd: number],
  ...[vmta: number, vmtaEnd: number, domain: number, domainEnd: number],
];

/** What row-kernel/row-kernel.ts exports. */
interface Exports {
  scan: (start: number, end: number, width: number) => Scan;
  countDeliveries: (start: number, end: number) => Scan;
  useColumns: (width: number, ...positions: number[]) => void;
  useHour: (from: number, to: number) => void;
  forgetHour: () => void;
  findKind: (...columns: KindColumns) => number;
  learnKind: (kind: number, ...columns: KindColumns) => void;
  forgetKinds: () => void;
  countKind: (kind: number) => void;
  takeCounted: () => number;
  endOfHost: (from: number, to: number) => number;
  lastAtSign: (from: number, to: number) => number;
  RESULTS: { value: number };
  ENDS: { value: number };
  COUNTS: { value: number };
  COUNTED: { value: number };
  TEXT: { value: number };
}

const compiled = new WebAssembly.Module(ROW_KERNEL);

/** Kernels that nobody uses: making one costs more than counting a small file. */
const idle: RowKernel[] = [];

/** A kernel with room for so many bytes of text, as new; to be given back with `release`. */
export function takeKernel(textBytes: number): RowKernel {
  const found = idle.findIndex(({ text, textEnd }) => textEnd - text >= textBytes);
  return found === -1 ? new RowKernel(textBytes) : idle.splice(found, 1)[0]!;
}

/**
 * The two loops that every byte and every row of a file goes through, compiled to WebAssembly: finding where records
 * and fields end, and counting the deliveries that repeat one before them. The text lies in the kernel's own memory.
 * Its sources are in row-kernel/; decision 0002 says why.
 */
export class RowKernel {
  /** The whole memory; all places are counted from its beginning. */
  readonly bytes: Buffer;
  readonly view: DataView;
  /** Where the text begins, and where it ends at most. */
  readonly text: number;
  readonly textEnd: number;
  /** Where each field of the last record ends; the next one begins a byte behind. */
  ends: Int32Array;

  private readonly kernel: Exports;
  private readonly memory: WebAssembly.Memory;
  private readonly results: Int32Array;
  /** For each kind of delivery how many rows were counted, and which kinds have any. */
  private readonly counts: Int32Array;
  private readonly counted: Int32Array;
  private width = 0;

  /** With room for so many bytes of text. */
  constructor(textBytes: number) {
    this.memory = new WebAssembly.Memory({ initial: 1 });
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory: this.memory } });
    this.kernel = exports as unknown as Exports;
    const { TEXT, RESULTS: results, COUNTS, COUNTED } = this.kernel;
    this.text = TEXT.value;
    this.textEnd = this.text + textBytes;
    // A scan looks at sixteen bytes at once, also where only one is left.
    this.memory.grow(Math.ceil((this.textEnd + 16) / PAGE_BYTES));
    const { buffer } = this.memory;
    this.bytes = Buffer.from(buffer);
    this.view = new DataView(buffer);
    this.results = new Int32Array(buffer, results.value, RESULTS);
    this.counts = new Int32Array(buffer, COUNTS.value, (COUNTED.value - COUNTS.value) / 4);
    this.counted = new Int32Array(buffer, COUNTED.value, this.counts.length);
    this.ends = new Int32Array(0);
  }

  /** The columns of the records that follow. */
  useHeader({ width, positions }: Pick<Header, 'width' | 'positions'>): void {
    const { type, timelogged, rcpt, dsnmta, dlvsourceip, vmta, queue } = positions;
    this.width = width;
    this.ends = new Int32Array(this.memory.buffer, this.kernel.ENDS.value, width);
    this.kernel.useColumns(width, type, timelogged, rcpt, dsnmta, dlvsourceip, vmta, queue);
  }

  /** Scans the record at `start`; the content ends at `end`, with a line end behind it. */
  scan(start: number, end: number): Scan {
    return this.kernel.scan(start, end, this.width);
  }

  /**
   * Counts records from `start` on as long as they are deliveries of a kind that was learned, in the hour of
   * `useHour`, and scans the one at which it stops, at `stoppedAt`.
   */
  countDeliveries(start: number, end: number): Scan {
    return this.kernel.countDeliveries(start, end);
  }

  get stoppedAt(): number {
    return this.results[STOPPED_AT]!;
  }

  /** Records that were counted before it, and their lines. */
  get rows(): number {
    return this.results[ROWS]!;
  }

  get lines(): number {
    return this.results[LINES]!;
  }

  /** Where the record behind the last one that was scanned begins. */
  get next(): number {
    return this.results[NEXT]!;
  }

  /** Line ends inside the quotes of that record. */
  get innerLines(): number {
    return this.results[INNER_LINES]!;
  }

  /** Whether a quoted field of it holds doubled quotes. */
  get hasDoubledQuotes(): boolean {
    return this.results[DOUBLED_QUOTES] === 1;
  }

  /** From now on deliveries count whose time lies in the same hour as this one. */
  useHour(from: number, to: number): void {
    this.kernel.useHour(from, to);
  }

  /** From now on no delivery counts. */
  forgetHour(): void {
    this.kernel.forgetHour();
  }

  /** The kind of delivery with these columns; -1 where it was not learned. */
  findKind(columns: KindColumns): number {
    return this.kernel.findKind(...columns);
  }

  /** Remembers a kind for columns that `findKind` does not know; may forget all others for that. */
  learnKind(kind: number, columns: KindColumns): void {
    this.kernel.learnKind(kind, ...columns);
  }

  /** The numbers of kinds have become void. */
  forgetKinds(): void {
    this.kernel.forgetKinds();
  }

  /** Forgets everything, for the next file. */
  release(): void {
    this.takeCounts(() => undefined);
    this.forgetHour();
    this.forgetKinds();
    idle.push(this);
  }

  countKind(kind: number): void {
    this.kernel.countKind(kind);
  }

  /** Hands out how many rows of each kind were counted, and counts from 0 again. */
  takeCounts(each: (kind: number, count: number) => void): void {
    const { counts, counted } = this;
    const kinds = this.kernel.takeCounted();
    for (let index = 0; index < kinds; index++) {
      const kind = counted[index]!;
      const count = counts[kind]!;
      counts[kind] = 0;
      each(kind, count);
    }
  }

  /** Where the host ends in `host (ip)`; the field's own end where it has another form (`dns; host`). */
  endOfHost(from: number, to: number): number {
    return this.kernel.endOfHost(from, to);
  }

  /** Where the last `@` stands; `from` where there is none. */
  lastAtSign(from: number, to: number): number {
    return this.kernel.lastAtSign(from, to);
  }
}

import * as z from 'zod';
import type { FileId } from '../core/contributions/file-id.ts';
import type { FileRecord } from '../core/contributions/file-record.ts';
import { hourOf } from '../core/hour.ts';
import type { Hour } from '../core/hour.ts';
import { fromJsonBytes, toJsonBytes } from '../core/json-bytes.ts';
import type { FileRecords } from '../core/ports.ts';
import { bytes, text, wholeNumber } from './attributes.ts';
import { FiguresTable, readItem } from './figures-table.ts';
import type { Item, TableSettings } from './figures-table.ts';
import { EXPIRY, PARTITIONS, SORT_KEYS } from './table-layout.ts';

/** Bytes that a record's hours may take: DynamoDB stores items of 400 KB, and the rest of a record is small. */
const MAX_BYTES_OF_HOURS = 350_000;
/** Characters of a reason that a record keeps. */
const MAX_REASON = 1_000;

const recordItem = z.object({
  pk: text,
  key: text,
  revision: wholeNumber,
  etag: text,
  countingVersion: wholeNumber,
  state: text.pipe(z.enum(['counting', 'counted', 'rejected'])),
  hours: bytes.transform((hours) => z.record(z.string(), z.array(z.string())).parse(fromJsonBytes(hours))),
  lastModified: text,
  reason: text.optional(),
  rows: wholeNumber.optional(),
  counted: wholeNumber.optional(),
  fingerprint: text.optional(),
});

const firstItem = z.object({ key: text });

/** File records in the figures table (docs/decisions/0001). */
export class DynamoFileRecords implements FileRecords {
  private readonly table: FiguresTable;

  constructor(settings: TableSettings) {
    this.table = new FiguresTable(settings);
  }

  async load(file: FileId): Promise<FileRecord | undefined> {
    const item = await this.table.get(fileKey(file), SORT_KEYS.record);
    if (!item) return undefined;
    const { pk: _, ...record } = readItem(item, recordItem);
    return { id: file, ...record };
  }

  fits({ hours }: FileRecord): boolean {
    return toJsonBytes(hours).length <= MAX_BYTES_OF_HOURS;
  }

  async claim(record: FileRecord): Promise<boolean> {
    return this.table.putNext(this.recordItem(record), record.revision);
  }

  async finish(record: FileRecord): Promise<boolean> {
    return this.table.putIf(this.recordItem(record), {
      expression: 'revision = :revision AND #state = :counting',
      names: { '#state': 'state' },
      values: { ':revision': { N: String(record.revision) }, ':counting': { S: 'counting' } },
    });
  }

  async firstWith(fingerprint: string, record: FileRecord): Promise<string> {
    const pk = fileKey(fingerprint);
    const isFirst = await this.table.putIfAbsent({
      pk: { S: pk },
      sk: { S: SORT_KEYS.fingerprint },
      key: { S: record.key },
      [EXPIRY]: this.table.expiryOf(newestHourOf(record), 'record'),
    });
    const item = isFirst ? undefined : await this.table.get(pk, SORT_KEYS.fingerprint);
    return item ? readItem(item, firstItem).key : record.key;
  }

  private recordItem(record: FileRecord): Item {
    const { id, key, revision, etag, countingVersion, state, hours, lastModified } = record;
    const { reason, rows, counted, fingerprint } = record;
    return {
      pk: { S: fileKey(id) },
      sk: { S: SORT_KEYS.record },
      key: { S: key },
      revision: { N: String(revision) },
      etag: { S: etag },
      countingVersion: { N: String(countingVersion) },
      state: { S: state },
      hours: { B: toJsonBytes(hours) },
      lastModified: { S: lastModified },
      ...(reason !== undefined && { reason: { S: reason.slice(0, MAX_REASON) } }),
      ...(rows !== undefined && { rows: { N: String(rows) } }),
      ...(counted !== undefined && { counted: { N: String(counted) } }),
      ...(fingerprint !== undefined && { fingerprint: { S: fingerprint } }),
      [EXPIRY]: this.table.expiryOf(newestHourOf(record), 'record'),
    };
  }
}

function fileKey(id: string): string {
  return `${PARTITIONS.file}${id}`;
}

/** The newest hour in which a file has or had rows; if there is none, the hour it was shipped in. */
function newestHourOf({ hours, lastModified }: FileRecord): Hour {
  return Object.keys(hours).reduce((a, b) => (a > b ? a : b), '') || hourOf(Date.parse(lastModified));
}

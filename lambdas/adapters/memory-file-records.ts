import type { FileId } from '../core/contributions/file-id.ts';
import type { FileRecord } from '../core/contributions/file-record.ts';
import type { FileRecords } from '../core/ports.ts';

/** File records in memory: for the command line and for tests. Nothing expires. */
export class MemoryFileRecords implements FileRecords {
  private readonly records = new Map<FileId, FileRecord>();
  private readonly fingerprints = new Map<string, string>();

  async load(file: FileId): Promise<FileRecord | undefined> {
    return this.records.get(file);
  }

  fits(): boolean {
    return true;
  }

  async claim(record: FileRecord): Promise<boolean> {
    const revision = this.records.get(record.id)?.revision ?? 0;
    if (revision !== record.revision - 1) return false;
    this.records.set(record.id, record);
    return true;
  }

  async finish(record: FileRecord): Promise<boolean> {
    const stored = this.records.get(record.id);
    if (stored?.revision !== record.revision || stored.state !== 'counting') return false;
    this.records.set(record.id, record);
    return true;
  }

  async firstWith(fingerprint: string, { key }: FileRecord): Promise<string> {
    const first = this.fingerprints.get(fingerprint) ?? key;
    this.fingerprints.set(fingerprint, first);
    return first;
  }
}

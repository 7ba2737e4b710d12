import type { FileId } from './file-id.ts';
import type { Hour } from '../hour.ts';
import type { IspId } from '../receivers/isp.ts';

/** The stored state of one file: its counted version, the hours that it contributed to, and its status. */
export interface FileRecord {
  id: FileId;
  key: string;
  /** Rises by one with every claim; a contribution of a lower one is out of date. */
  revision: number;
  etag: string;
  /** The version of reader and catalogue that counted it. */
  countingVersion: number;
  state: 'counting' | 'counted' | 'rejected';
  /** Every hour that the file ever had rows in, with every ISP that it ever had there. */
  hours: Record<Hour, IspId[]>;
  lastModified: string;
  /** Why it was rejected. */
  reason?: string;
  /** What the last count saw. */
  rows?: number;
  counted?: number;
  /** Of the version that was counted last (see CountedFile). */
  fingerprint?: string;
}

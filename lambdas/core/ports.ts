import type { Alert } from './incidents/alert.ts';
import type { Incident } from './incidents/life-cycle/incident.ts';
import type { Matter } from './incidents/matter.ts';
import type { Roster } from './incidents/roster.ts';
import type { FileId, Part } from './contributions/file-id.ts';
import type { FileRecord } from './contributions/file-record.ts';
import type { Contribution, Subtotal } from './contributions/contribution.ts';
import type { HourlyFigures } from './figures/hourly-figures.ts';
import type { Hour } from './hour.ts';

/** The accounting files: a bucket, or folders of this machine. */
export interface AccountingFiles {
  /** The object as it is now; undefined where there is none (any more). */
  open(key: string): Promise<OpenedFile | undefined>;
  /** What `open` would find, without its content. */
  stat(key: string): Promise<FileVersion | undefined>;
  /** Every file there is, in the order of its key. */
  list(): AsyncIterable<FileVersion & { key: string }>;
}

export interface FileVersion {
  /** Changes whenever the content does. */
  etag: string;
  lastModified: Date;
  /** Bytes, as stored. */
  size: number;
}

export interface OpenedFile extends FileVersion {
  /** The stored bytes; fails rather than mixing two versions. */
  content: AsyncIterable<Uint8Array>;
}

/** What is known of each accounting file, and who may count it. Reads are strongly consistent. */
export interface FileRecords {
  load(file: FileId): Promise<FileRecord | undefined>;
  /** Whether a record can be stored: one of very many hours and ISPs may be too large. */
  fits(record: FileRecord): boolean;
  /** Writes revision r of a record where revision r - 1 (for 1: none) is stored; false where another came first. */
  claim(record: FileRecord): Promise<boolean>;
  /** Ends a claim (`counted` or `rejected`) where the same revision is still `counting`; false otherwise. */
  finish(record: FileRecord): Promise<boolean>;
  /** The key of the first file that had this fingerprint; if there was none, this record's, from now on. */
  firstWith(fingerprint: string, record: FileRecord): Promise<string>;
}

/** What each accounting file adds to each hour. Reads are strongly consistent. */
export interface Contributions {
  /** Writes a contribution over one of a lower revision; false where one at least as new is stored. */
  put(contribution: Contribution): Promise<boolean>;
  /** Every contribution to an hour, or to one part of it, all pages. */
  ofHour(hour: Hour, part?: Part): AsyncIterable<Contribution>;
}

/** The subtotals of each hour, by which adding up stays cheap however many files an hour has. */
export interface Subtotals {
  /** Writes a subtotal over one of a lower revision; false where one at least as new is stored. */
  putSubtotal(subtotal: Subtotal): Promise<boolean>;
  /** Every subtotal of an hour, all pages, strongly consistent. */
  subtotalsOf(hour: Hour): AsyncIterable<Subtotal>;
}

/** The hourly figures, the tally's data product, read by evaluate. */
export interface FiguresStore {
  /** Writes figures over those of a lower version; false where some at least as new are stored. */
  put(figures: HourlyFigures): Promise<boolean>;
  /** What is stored for these hours, sorted by hour, then ISP. */
  ofHours(hours: readonly Hour[]): Promise<HourlyFigures[]>;
}

/** Incidents with their unsent alerts, and the alerts that were sent. Reads are strongly consistent. */
export interface Incidents {
  /** Of revision 0 before the first. */
  roster(): Promise<Roster>;
  /** Writes revision r of the roster where r - 1 is stored; false where another came first. */
  saveRoster(roster: Roster): Promise<boolean>;
  /**
   * The last incident of a matter; resolved ones are kept for a while.
   *
   * @throws UnreadableItemError if another version wrote it
   */
  load(matter: Matter): Promise<Incident | undefined>;
  /** Writes revision r of an incident where r - 1 (for 1: none) is stored; false where another came first. */
  save(incident: Incident): Promise<boolean>;
  /** Keeps a sent alert for the record. Doing it twice changes nothing. */
  keep(alert: Alert): Promise<void>;
}

/** Where alerts go. */
export interface AlertChannel {
  /** Fails where the alert was not accepted, or where that is not known: it is then sent again. */
  send(alert: Alert): Promise<void>;
}

import type { Host, Receiver, RecipientDomain, Source } from './cast.ts';

/** One accounting row before it is written: times in seconds since the day began. */
export interface SampleRow {
  host: Host;
  type: 'd' | 'b' | 't' | 'tq';
  logged: number;
  queued: number;
  localPart: string;
  recipient: RecipientDomain;
  mx: string;
  receiver: Receiver;
  source: Source;
  status: string;
  reply: string;
  bounceCat: string;
  size: number;
  job: string;
}

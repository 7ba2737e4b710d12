/**
 * The hours that are counted side by side, each in a lane of its own. Rows mostly come in order of time, so a new hour
 * takes lane 0, the fastest, from the one before it. An hour that comes back, as in a file that is not sorted or has
 * several writers, gets a further lane and keeps it.
 */
export class OpenHours {
  private hours: number[] = [];
  private readonly lanes = new Map<number, number>();
  private latest = -1;
  private readonly most: number;

  /** `most`: how many lanes there are. */
  constructor(most: number) {
    this.most = most;
  }

  /** The hour in a lane. */
  inLane(lane: number): number {
    return this.hours[lane]!;
  }

  /** The lane of an hour; hours are numbered as they are first met. Calls `close` before others lose their lanes. */
  laneOf(hour: number, close: () => void): number {
    const lane = this.lanes.get(hour);
    if (lane !== undefined) return lane;
    const isFirstMet = hour > this.latest;
    const isFull = this.hours.length === this.most;
    if (isFirstMet || isFull) close();
    if (isFull) this.clear();
    this.latest = Math.max(this.latest, hour);
    return this.give(isFirstMet ? 0 : this.hours.length, hour);
  }

  private give(lane: number, hour: number): number {
    if (lane < this.hours.length) this.lanes.delete(this.hours[lane]!);
    this.hours[lane] = hour;
    this.lanes.set(hour, lane);
    return lane;
  }

  private clear(): void {
    this.hours = [];
    this.lanes.clear();
  }
}

import { GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SORT_KEYS } from '../../lambdas/adapters/table-layout.ts';
import { itemBytes } from '../../test/fakes/item-size.ts';
import { FakeTable } from '../../test/fakes/fake-table.ts';

type Item = Record<string, AttributeValue>;

/** What DynamoDB bills, and what it limits. */
export interface Units {
  requests: number;
  reads: number;
  writes: number;
}

/** A page of a query. */
const PAGE_BYTES = 1024 * 1024;
/** A strongly consistent read unit, and a write unit. */
const READ_BYTES = 4096;
const WRITE_BYTES = 1024;
/**
 * Seconds after its last write that a partition is dropped from memory: no file comes later than an hour. Nothing that
 * was dropped is ever asked for again, so no figure depends on it.
 */
const IDLE_SECONDS = 2 * 3600;

/** A table in memory that counts requests and units as DynamoDB does, by whom and in which second of a partition. */
export class CountingTable {
  private readonly table: FakeTable;
  private readonly units = new Map<string, Units>();
  /** Write units of one partition in the running second, and the most there ever were. */
  private readonly writes = new Map<string, number>();
  peakWritesPerSecond = 0;
  /** Bytes of the contributions that each partition holds. */
  readonly contributionBytes = new Map<string, number>();
  /** When each partition was written last, the one longest ago first. */
  private readonly written = new Map<string, number>();
  private second = 0;

  constructor(changed: (pk: string, sk: string) => void) {
    this.table = new FakeTable(Number.MAX_SAFE_INTEGER, changed);
  }

  /** Moves the clock, in seconds, and forgets what nobody asks for any more. */
  tick(second: number): void {
    if (second === this.second) return;
    this.second = second;
    this.writes.clear();
    for (const [pk, written] of this.written) {
      if (written + IDLE_SECONDS > second) break;
      this.written.delete(pk);
      this.contributionBytes.delete(pk);
      this.table.drop(pk);
    }
  }

  get items(): Item[] {
    return this.table.items;
  }

  /** What was counted under a name, and goes on being counted. */
  unitsOf(name: string): Units {
    let units = this.units.get(name);
    if (!units) this.units.set(name, (units = { requests: 0, reads: 0, writes: 0 }));
    return units;
  }

  /** A client whose requests are counted under a name. */
  clientFor(name: string): DynamoDBClient {
    const units = this.unitsOf(name);
    const send = async (command: unknown): Promise<unknown> => {
      units.requests++;
      if (command instanceof PutItemCommand) {
        return this.put(command, units);
      }
      const output = this.table.handle(command);
      if (command instanceof QueryCommand) {
        const bytes = (output as { Items: Item[] }).Items.reduce((sum, item) => sum + itemBytes(item), 0);
        units.requests += Math.floor(bytes / PAGE_BYTES);
        units.reads += Math.max(1, Math.ceil(bytes / READ_BYTES));
      } else if (command instanceof GetItemCommand) {
        const { Item: item = {} } = output as { Item?: Item };
        units.reads += Math.max(1, Math.ceil(itemBytes(item) / READ_BYTES));
      }
      return output;
    };
    return { send } as unknown as DynamoDBClient;
  }

  /** A write is billed by the larger of what is stored and what comes, even if its condition refuses it. */
  private put(command: PutItemCommand, units: Units): unknown {
    const item = command.input.Item as Item;
    const pk = item['pk']?.S ?? '';
    const sk = item['sk']?.S ?? '';
    this.written.delete(pk);
    this.written.set(pk, this.second);
    const stored = this.table.get(pk, sk);
    const before = stored ? itemBytes(stored) : 0;
    const after = itemBytes(item);
    const writes = Math.ceil(Math.max(before, after) / WRITE_BYTES);
    units.writes += writes;
    const inSecond = (this.writes.get(pk) ?? 0) + writes;
    this.writes.set(pk, inSecond);
    this.peakWritesPerSecond = Math.max(this.peakWritesPerSecond, inSecond);
    const output = this.table.handle(command);
    if (sk.startsWith(SORT_KEYS.contribution)) {
      this.contributionBytes.set(pk, (this.contributionBytes.get(pk) ?? 0) + after - before);
    }
    return output;
  }
}

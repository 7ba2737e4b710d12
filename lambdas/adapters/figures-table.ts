import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Hour } from '../core/hour.ts';
import { expiryOf } from '../core/contributions/retention.ts';
import type { Kept } from '../core/contributions/retention.ts';
import { StoreError, UnreadableItemError } from '../core/store-error.ts';
import { orStoreError } from './or-store-error.ts';
import { EXPIRY, PARTITIONS } from './table-layout.ts';

export type Item = Record<string, AttributeValue>;

/** How the table is reached, how long its items live, and the clock by which they have expired. */
export interface TableSettings {
  client: DynamoDBClient;
  /** Its name. */
  table: string;
  /** Days for which hourly figures are kept; what they are made of is kept longer (core/contributions/retention.ts). */
  retentionDays: number;
  now?: () => Date;
}

/** The condition that an item is not stored, or has expired. */
const ABSENT = `attribute_not_exists(pk) OR ${EXPIRY} <= :now`;

/** The partition of an hour. */
export function hourKey(hour: Hour): string {
  return `${PARTITIONS.hour}${hour}`;
}

/** An item's condition: an expression over its attributes, with its values. */
interface Condition {
  expression: string;
  values: Item;
  names?: Record<string, string>;
}

/** Reads an item; fails with an UnreadableItemError where it is not as we write items of its kind. */
export function readItem<Content>(item: Item, shape: z.ZodType<Content>): Content {
  try {
    return shape.parse(item);
  } catch (cause) {
    const what = `item ${item['pk']?.S} ${item['sk']?.S} is not as this version writes it`;
    throw new UnreadableItemError(`${what}, docs/runbook.md says what to do: ${whyUnread(cause)}`, { cause });
  }
}

function whyUnread(cause: unknown): string {
  if (!(cause instanceof z.ZodError)) return String(cause);
  return cause.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}

/**
 * The table as every adapter sees it: strongly consistent, and without what has expired. DynamoDB deletes that days
 * late, so it is read as absent here, and may be written over as if it were.
 */
export class FiguresTable {
  private readonly client: DynamoDBClient;
  private readonly table: string;
  private readonly retentionDays: number;
  private readonly now: () => Date;

  constructor({ client, table, retentionDays, now = () => new Date() }: TableSettings) {
    this.client = client;
    this.table = table;
    this.retentionDays = retentionDays;
    this.now = now;
  }

  /** When an item about this hour expires, whenever it is written. */
  expiryOf(hour: Hour, kind: Kept): AttributeValue {
    return { N: String(expiryOf(hour, kind, this.retentionDays) / 1000) };
  }

  async get(pk: string, sk: string): Promise<Item | undefined> {
    const { Item: item } = await this.call(`read ${pk} ${sk}`, () =>
      this.client.send(
        new GetItemCommand({
          TableName: this.table,
          Key: { pk: { S: pk }, sk: { S: sk } },
          ConsistentRead: true,
        }),
      ),
    );
    return item && this.isAlive(item) ? item : undefined;
  }

  /** Puts an item where none is stored; false otherwise. */
  async putIfAbsent(item: Item): Promise<boolean> {
    return this.putIf(item, { expression: ABSENT, values: { ':now': this.seconds() } });
  }

  /** Puts an item where none is stored, or one in which this number is lower; false otherwise. */
  async putOverLower(item: Item, name: string, number: number): Promise<boolean> {
    const value = { N: String(number) };
    return this.putIf(
      { ...item, [name]: value },
      {
        expression: `${ABSENT} OR ${name} < :${name}`,
        values: { [`:${name}`]: value, ':now': this.seconds() },
      },
    );
  }

  /** Puts revision r of an item where r - 1 (for 1: none) is stored; false otherwise. */
  async putNext(item: Item, revision: number): Promise<boolean> {
    const next = { ...item, revision: { N: String(revision) } };
    if (revision === 1) return this.putIfAbsent(next);
    return this.putIf(next, {
      expression: 'revision = :previous',
      values: { ':previous': { N: String(revision - 1) } },
    });
  }

  /** Puts an item where the stored one meets the condition; false otherwise. */
  async putIf(item: Item, { expression, values, names }: Condition): Promise<boolean> {
    try {
      await this.call(`write ${item['pk']?.S} ${item['sk']?.S}`, () =>
        this.client.send(
          new PutItemCommand({
            TableName: this.table,
            Item: item,
            ConditionExpression: expression,
            ExpressionAttributeValues: values,
            ExpressionAttributeNames: names,
          }),
        ),
      );
      return true;
    } catch (failure) {
      if (failure instanceof StoreError && failure.cause instanceof ConditionalCheckFailedException) {
        return false;
      }
      throw failure;
    }
  }

  /** The items of a partition whose sort key begins like this, in its order, all pages. */
  async *query(pk: string, prefix: string): AsyncGenerator<Item> {
    let start: Item | undefined;
    do {
      const page = await this.call(`read ${pk} ${prefix}*`, () =>
        this.client.send(
          new QueryCommand({
            TableName: this.table,
            KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
            ExpressionAttributeValues: { ':pk': { S: pk }, ':prefix': { S: prefix } },
            ConsistentRead: true,
            ExclusiveStartKey: start,
          }),
        ),
      );
      for (const item of page.Items ?? []) if (this.isAlive(item)) yield item;
      start = page.LastEvaluatedKey;
    } while (start);
  }

  private async call<Output>(what: string, send: () => Promise<Output>): Promise<Output> {
    return orStoreError(`${what} in table ${this.table}`, send);
  }

  private isAlive(item: Item): boolean {
    const expiry = item[EXPIRY]?.N;
    return expiry === undefined || Number(expiry) > Number(this.seconds().N);
  }

  private seconds(): { N: string } {
    return { N: String(Math.floor(this.now().getTime() / 1000)) };
  }
}

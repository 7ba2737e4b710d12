import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Hour } from '../core/hour.ts';
import { expiryOf } from '../core/retention.ts';
import type { Kept } from '../core/retention.ts';
import { StoreError } from '../core/store-error.ts';

export type Item = Record<string, AttributeValue>;

/** Where the table is, and what time it is there. */
export interface TableSettings {
  client: DynamoDBClient;
  /** Its name. */
  table: string;
  /** Days for which hourly figures are kept; what they are made of is kept longer (core/retention.ts). */
  retentionDays: number;
  now?: () => Date;
}

/** The attribute by which DynamoDB deletes what has expired: seconds since 1970. */
export const EXPIRY = 'expires';

/** An item's condition: an expression over its attributes, with the values that stand in it. */
export interface Condition {
  expression: string;
  values?: Item;
  names?: Record<string, string>;
}

/** Reads an item; where it is not as we write items of its kind, fails with its name. */
export function readItem<Content>(item: Item, shape: z.ZodType<Content>): Content {
  try {
    return shape.parse(item);
  } catch (cause) {
    const what = `item ${item['pk']?.S} ${item['sk']?.S} is not as this version writes it`;
    throw new StoreError(`${what}, docs/runbook.md says what to do: ${whyUnread(cause)}`, { cause });
  }
}

function whyUnread(cause: unknown): string {
  if (!(cause instanceof z.ZodError)) return String(cause);
  return cause.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}

/**
 * The table as every adapter sees it: strongly consistent, and without what has expired. DynamoDB deletes
 * that days late, so that here it is read as absent, and may be written over as if it were.
 */
export class FiguresTable {
  readonly #client: DynamoDBClient;
  readonly #table: string;
  readonly #retentionDays: number;
  readonly #now: () => Date;

  constructor({ client, table, retentionDays, now = () => new Date() }: TableSettings) {
    this.#client = client;
    this.#table = table;
    this.#retentionDays = retentionDays;
    this.#now = now;
  }

  /** When an item about this hour expires, whenever it is written. */
  expiryOf(hour: Hour, kind: Kept): AttributeValue {
    return { N: String(expiryOf(hour, kind, this.#retentionDays) / 1000) };
  }

  async get(pk: string, sk: string): Promise<Item | undefined> {
    const { Item: item } = await this.#attempt(`read ${pk} ${sk}`, () =>
      this.#client.send(
        new GetItemCommand({
          TableName: this.#table,
          Key: { pk: { S: pk }, sk: { S: sk } },
          ConsistentRead: true,
        }),
      ),
    );
    return item && this.#isAlive(item) ? item : undefined;
  }

  /** Puts an item where none is stored, or the stored one meets the condition; false otherwise. */
  async putOver(item: Item, over?: Condition): Promise<boolean> {
    const absent = `attribute_not_exists(pk) OR ${EXPIRY} <= :now`;
    return this.#put(item, {
      ...over,
      expression: over ? `${absent} OR ${over.expression}` : absent,
      values: { ...over?.values, ':now': this.#seconds() },
    });
  }

  /** Puts an item where the stored one meets the condition; false otherwise, and where none is stored. */
  async putWhere(item: Item, condition: Condition): Promise<boolean> {
    return this.#put(item, condition);
  }

  /** The items of a partition whose sort key begins like this, in its order, all pages. */
  async *query(pk: string, prefix: string): AsyncGenerator<Item> {
    let start: Item | undefined;
    do {
      const page = await this.#attempt(`read ${pk} ${prefix}*`, () =>
        this.#client.send(
          new QueryCommand({
            TableName: this.#table,
            KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
            ExpressionAttributeValues: { ':pk': { S: pk }, ':prefix': { S: prefix } },
            ConsistentRead: true,
            ExclusiveStartKey: start,
          }),
        ),
      );
      for (const item of page.Items ?? []) if (this.#isAlive(item)) yield item;
      start = page.LastEvaluatedKey;
    } while (start);
  }

  async #put(item: Item, { expression, values, names }: Condition): Promise<boolean> {
    try {
      await this.#attempt(`write ${item['pk']?.S} ${item['sk']?.S}`, () =>
        this.#client.send(
          new PutItemCommand({
            TableName: this.#table,
            Item: item,
            ConditionExpression: expression,
            ExpressionAttributeValues: values,
            ExpressionAttributeNames: names,
          }),
        ),
      );
      return true;
    } catch (failure) {
      if (failure instanceof StoreError && failure.cause instanceof ConditionalCheckFailedException)
        return false;
      throw failure;
    }
  }

  async #attempt<Output>(what: string, send: () => Promise<Output>): Promise<Output> {
    try {
      return await send();
    } catch (cause) {
      const why = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
      throw new StoreError(`could not ${what} in table ${this.#table}: ${why}`, { cause });
    }
  }

  #isAlive(item: Item): boolean {
    const expiry = item[EXPIRY]?.N;
    return expiry === undefined || Number(expiry) > Number(this.#seconds().N);
  }

  #seconds(): { N: string } {
    return { N: String(Math.floor(this.#now().getTime() / 1000)) };
  }
}

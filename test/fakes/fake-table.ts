import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type {
  AttributeValue,
  DynamoDBClient,
  PutItemCommandInput,
  QueryCommandInput,
} from '@aws-sdk/client-dynamodb';

type Item = Record<string, AttributeValue>;

/**
 * A table that behaves like DynamoDB where it matters here: writes are atomic and conditional, reads of one
 * item and of one page are consistent, but several pages are not one snapshot.
 */
export class FakeTable {
  private readonly partitions = new Map<string, Map<string, Item>>();
  private readonly pageItems: number;
  /** Called with every item that a write changed, as the table's stream is. */
  private readonly changed: (pk: string, sk: string) => void;

  constructor(pageItems: number, changed: (pk: string, sk: string) => void) {
    this.pageItems = pageItems;
    this.changed = changed;
  }

  get(pk: string, sk: string): Item | undefined {
    return this.partitions.get(pk)?.get(sk);
  }

  put({
    Item: item,
    ConditionExpression,
    ExpressionAttributeValues,
    ExpressionAttributeNames,
  }: PutItemCommandInput): void {
    const pk = keyOf(item, 'pk');
    const sk = keyOf(item, 'sk');
    const holds =
      ConditionExpression === undefined ||
      evaluate(
        ConditionExpression,
        this.get(pk, sk),
        ExpressionAttributeValues ?? {},
        ExpressionAttributeNames ?? {},
      );
    if (!holds) {
      throw new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata: {} });
    }
    let partition = this.partitions.get(pk);
    if (!partition) this.partitions.set(pk, (partition = new Map()));
    partition.set(sk, item as Item);
    this.changed(pk, sk);
  }

  query({ ExpressionAttributeValues: values, ExclusiveStartKey: start }: QueryCommandInput): {
    Items: Item[];
    LastEvaluatedKey?: Item;
  } {
    const prefix = values?.[':prefix']?.S ?? '';
    const partition = this.partitions.get(values?.[':pk']?.S ?? '') ?? new Map<string, Item>();
    const after = start?.['sk']?.S ?? '';
    const keys: string[] = [];
    for (const sk of partition.keys()) if (sk.startsWith(prefix) && sk > after) keys.push(sk);
    keys.sort();
    const page = keys.slice(0, this.pageItems).map((sk) => partition.get(sk)!);
    const last = page.at(-1);
    const more = keys.length > page.length && last !== undefined;
    return { Items: page, ...(more && { LastEvaluatedKey: { pk: last['pk']!, sk: last['sk']! } }) };
  }

  /** Takes a whole partition out, as expiry does in the end. */
  drop(pk: string): void {
    this.partitions.delete(pk);
  }

  get items(): Item[] {
    return [...this.partitions.values()].flatMap((partition) => [...partition.values()]);
  }

  /** The SDK's client; `request` decides when a request happens and what becomes of it: by default it is done at once. */
  client(request: (apply: () => unknown) => Promise<unknown> = async (apply) => apply()): DynamoDBClient {
    const send = (command: unknown): Promise<unknown> => request(() => this.handle(command));
    return { send } as unknown as DynamoDBClient;
  }

  handle(command: unknown): unknown {
    if (command instanceof PutItemCommand) return this.put(command.input);
    if (command instanceof QueryCommand) return this.query(command.input);
    if (command instanceof GetItemCommand) {
      const { Key: key } = command.input;
      return { Item: this.get(keyOf(key, 'pk'), keyOf(key, 'sk')) };
    }
    throw new TypeError(`the fake table knows no ${String(command?.constructor.name)}`);
  }
}

function keyOf(item: Item | undefined, name: string): string {
  const key = item?.[name]?.S;
  if (key === undefined) throw new TypeError(`an item without ${name}`);
  return key;
}

/** A condition of the forms that the adapters use: terms joined by AND, these joined by OR. */
function evaluate(
  expression: string,
  item: Item | undefined,
  values: Item,
  names: Record<string, string>,
): boolean {
  return expression.split(' OR ').some((terms) =>
    terms.split(' AND ').every((term) => {
      const absent = /^attribute_not_exists\((\w+)\)$/.exec(term)?.[1];
      if (absent !== undefined) return item?.[absent] === undefined;
      const [, name = '', operator, placeholder = ''] = /^(#?\w+) (<|<=|=) (:\w+)$/.exec(term) ?? [];
      if (operator === undefined) throw new TypeError(`the fake table cannot read the condition ${term}`);
      const value = values[placeholder];
      if (value === undefined) throw new TypeError(`no value for ${placeholder}`);
      return compare(item?.[names[name] ?? name], operator, value);
    }),
  );
}

function compare(stored: AttributeValue | undefined, operator: string, value: AttributeValue): boolean {
  if (stored === undefined) return false;
  if (operator === '=') return stored.S === value.S && stored.N === value.N;
  if (stored.N === undefined || value.N === undefined) return false;
  return operator === '<' ? Number(stored.N) < Number(value.N) : Number(stored.N) <= Number(value.N);
}

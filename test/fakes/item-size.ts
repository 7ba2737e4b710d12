import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** The bytes of an item as DynamoDB bills them (for the kinds of values that this project stores; numbers rounded up). */
export function itemBytes(item: Record<string, AttributeValue>): number {
  let bytes = 0;
  for (const [name, { S, N, B }] of Object.entries(item)) {
    bytes += Buffer.byteLength(name);
    if (S !== undefined) bytes += Buffer.byteLength(S);
    else if (N !== undefined) bytes += Math.ceil(N.length / 2) + 1;
    else if (B !== undefined) bytes += B.length;
    else throw new TypeError(`an attribute of a kind that is not measured: ${name}`);
  }
  return bytes;
}

import { describe, expect, test } from 'vitest';
import { ForeignMessageError, keyOf } from '../../lambdas/ingest/event.ts';

const BUCKET = 'our-logs';

function arrivalOf(key: unknown, bucket = BUCKET): string {
  return JSON.stringify({
    version: '0',
    source: 'aws.s3',
    'detail-type': 'Object Created',
    detail: { bucket: { name: bucket }, object: { key, size: 12, etag: 'abc', sequencer: '0061' } },
  });
}

describe('the key in a message', () => {
  test.each(['mta1/acct-2026-11-24-0000.csv', 'a b/ü+0%20.csv', '../../etc/passwd', '__proto__'])(
    'is taken from the event of an arrival as it is: %s',
    (key) => expect(keyOf(arrivalOf(key), BUCKET)).toBe(key),
  );

  test('is taken from what an operator sends to be counted again', () => {
    expect(keyOf('{"key": "mta1/acct.csv"}', BUCKET)).toBe('mta1/acct.csv');
    expect(keyOf(`{"key": "mta1/acct.csv", "bucket": "${BUCKET}"}`, BUCKET)).toBe('mta1/acct.csv');
  });
});

describe('a message that names no file of ours fails, and says why', () => {
  test.each([
    ['no JSON', 'mta1/acct.csv'],
    ['an empty body', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['a key that is no text', arrivalOf(7)],
    ['an empty key', arrivalOf('')],
    ['a key longer than S3 has any', arrivalOf('k'.repeat(1025))],
    ['another event', arrivalOf('k').replace('Object Created', 'Object Deleted')],
    ['what S3 sends without EventBridge', '{"Records":[{"s3":{"object":{"key":"k"}}}]}'],
    ['a misspelt request', '{"key": "k", "buckets": "b"}'],
  ])('%s', (_what, body) => {
    expect(() => keyOf(body, BUCKET)).toThrow(ForeignMessageError);
    expect(() => keyOf(body, BUCKET)).toThrow(/neither an "Object Created" event nor/);
  });

  test('another bucket', () => {
    expect(() => keyOf(arrivalOf('k', 'their-logs'), BUCKET)).toThrow(/about bucket their-logs/);
  });
});

import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../../../lambdas/core/accounting/row/record-fields.ts';

const read = (record: string, most = 10): string[] | undefined =>
  fieldsOf(Buffer.from(record), most)?.map((field) => Buffer.from(field).toString());

describe('the fields of a record', () => {
  test.each([
    ['', ['']],
    [',', ['', '']],
    ['a,b', ['a', 'b']],
    ['"a,b",c', ['a,b', 'c']],
    ['"",""', ['', '']],
    ['"a""b"', ['a"b']],
    ['""""', ['"']],
    ['"a\r\nb",c', ['a\r\nb', 'c']],
    ['a,"b"', ['a', 'b']],
  ])('%j holds %j', (record, fields) => {
    expect(read(record)).toEqual(fields);
  });

  test.each(['"a', '"a""', 'a"', 'a"b",c', '"a"b', ' "a"', 'a,b,c"'])(
    'does not take %j, whose quotes are not sound',
    (record) => {
      expect(read(record, 2)).toBeUndefined();
    },
  );

  test('hands out no more than asked for', () => {
    expect(read('a,b,"c"', 2)).toEqual(['a', 'b']);
  });
});

import { describe, expect, test } from 'vitest';
import type { Header } from '../../../../lambdas/core/accounting/columns.ts';
import {
  isSameHeader,
  readHeader,
  readRepeatedHeader,
} from '../../../../lambdas/core/accounting/row/header.ts';

const read = (line: string): Header => readHeader(line.split(',')) as Header;

describe('a header', () => {
  test('says where each column stands, in whatever order, case and spacing', () => {
    const { positions, width } = read('#TYPE, rcpt ,header_X,timeLogged');
    expect(width).toBe(4);
    expect(positions).toMatchObject({ type: 0, rcpt: 1, timelogged: 3, queue: -1, dsndiag: -1 });
  });

  test('means the first of two columns with one name', () => {
    expect(read('type,timeLogged,rcpt,rcpt,TYPE').positions).toMatchObject({ type: 0, rcpt: 2 });
  });

  test('needs the fields of a row up to the last column that is read', () => {
    expect(read('type,timeLogged,queue,vmtaPool,header_X').neededWidth).toBe(3);
  });

  test.each([
    ['rcpt,timeLogged', 'type'],
    ['type,rcpt', 'timeLogged'],
    ['rcpt', 'type'],
    ['', 'type'],
  ])('%j lacks %s', (line, missing) => {
    expect(readHeader(line.split(','))).toEqual({ missing });
  });

  test.each([
    ['type,timeLogged,rcpt', 'TYPE,timelogged,rcpt', true],
    ['type,timeLogged,orig', 'type,timeLogged,orcpt', true],
    ['type,timeLogged,rcpt', 'type,rcpt,timeLogged', false],
    ['type,timeLogged', 'type,timeLogged,orig', false],
  ])('%j and %j say the same: %s', (one, other, isSame) => {
    expect(isSameHeader(read(one), read(other))).toBe(isSame);
  });
});

describe('a header below the first line', () => {
  test('is known by its two necessary columns', () => {
    expect(readRepeatedHeader(['timeLogged', 'type'])).toMatchObject({ width: 2 });
  });

  test('without a time is one if it begins with the type', () => {
    expect(readRepeatedHeader(['type', 'rcpt'])).toEqual({ missing: 'timeLogged' });
  });

  test.each([
    ['rcpt,type'],
    ['d,2026-01-15 00:00:03+0000,a@gmail.com'],
    ['type,1768435203,x,a@gmail.com'],
    ['type,,x,a@gmail.com'],
    [''],
  ])('is not %j', (line) => {
    expect(readRepeatedHeader(line.split(','))).toBeUndefined();
  });
});

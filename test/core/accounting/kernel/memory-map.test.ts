import { describe, expect, test } from 'vitest';
import * as map from '../../../../lambdas/core/accounting/kernel/shared/memory-map.ts';
import { RowKernel } from '../../../../lambdas/core/accounting/kernel/row-kernel.ts';

const CACHE_LINE = 64;

/** Every region of the map: a place, and its size under the same name with `_BYTES`. */
const constants = new Map<string, number>(Object.entries(map));
const regions = [...constants]
  .filter(([name]) => constants.has(`${name}_BYTES`))
  .map(([name, place]) => ({ name, place, end: place + constants.get(`${name}_BYTES`)! }))
  .sort((one, other) => one.place - other.place);

describe('the memory of the kernel', () => {
  test('is divided into regions', () => {
    expect(regions.length).toBeGreaterThan(25);
    expect(regions[0]!.place).toBeGreaterThan(0);
  });

  test('has no two regions that overlap', () => {
    const overlapping = regions.filter(({ end }, index) => end > (regions[index + 1]?.place ?? map.TEXT));
    expect(overlapping).toEqual([]);
  });

  test('begins every region on a cache line', () => {
    expect(regions.filter(({ place }) => place % CACHE_LINE !== 0)).toEqual([]);
  });

  test.each([0, 1, 65_536, 1_000_000])('holds all regions and a text of %i bytes', (textBytes) => {
    const { bytes, textEnd } = new RowKernel(textBytes);
    expect(textEnd - map.TEXT).toBe(textBytes);
    expect(bytes.length).toBeGreaterThanOrEqual(textEnd + map.BYTES_BEYOND_TEXT);
  });

  test('refuses bounds that its regions have no room for', () => {
    const kernel = new RowKernel(0);
    const bounds = { rowBytes: 1, replyBytes: map.MAX_REPLY_LENGTH, pairs: 1 };
    kernel.useBounds(bounds);
    expect(() => kernel.useBounds({ ...bounds, replyBytes: map.MAX_REPLY_LENGTH + 1 })).toThrow(RangeError);
    const positions = {
      type: 0,
      timelogged: 1,
      rcpt: 2,
      dsnstatus: 3,
      dsndiag: 4,
      dsnmta: 5,
      dlvsourceip: 6,
      vmta: 7,
      queue: 8,
    };
    const neededWidth = 9;
    kernel.useHeader({ width: map.MAX_FIELDS, neededWidth, positions });
    expect(() => kernel.useHeader({ width: map.MAX_FIELDS + 1, neededWidth, positions })).toThrow(RangeError);
  });
});

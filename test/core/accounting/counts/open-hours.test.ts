import { describe, expect, test } from 'vitest';
import { OpenHours } from '../../../../lambdas/core/accounting/counts/open-hours.ts';

const MAX_LANES = 5;

/** The lane of each hour, with a `!` where others had to be closed first. */
function lanesOf(hours: readonly number[], open = new OpenHours(MAX_LANES)): string {
  const lanes = hours.map((hour) => {
    let closed = '';
    const lane = open.laneOf(hour, () => {
      closed = '!';
    });
    expect(open.inLane(lane)).toBe(hour);
    return `${lane}${closed}`;
  });
  return lanes.join(' ');
}

describe('the open hours of a file', () => {
  test('lie in lane 0 one after the other while rows are in order', () => {
    expect(lanesOf([0, 0, 1, 1, 2])).toBe('0! 0 0! 0 0!');
  });

  test('get a lane of their own when they come back, and keep it', () => {
    expect(lanesOf([0, 1, 0, 1, 0, 2, 1, 0, 2])).toBe('0! 0! 1 0 1 0! 2 1 0');
  });

  test('are all closed when there is no lane left', () => {
    const open = new OpenHours(MAX_LANES);
    const hours = Array.from({ length: MAX_LANES + 1 }, (_, hour) => hour);
    lanesOf(hours, open);
    const lanes = lanesOf(hours, open).split(' ');
    expect(lanes.slice(0, 3)).toEqual(['1', '2', '3']);
    expect(lanes.slice(-3)).toEqual([`${MAX_LANES - 1}`, '0!', '1']);
    expect(lanesOf([MAX_LANES, 0, MAX_LANES - 1], open)).toBe('1 2 0');
  });
});

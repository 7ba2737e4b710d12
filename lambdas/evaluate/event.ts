import * as z from 'zod';

/** What the scheduler sends; a person may send `{}`. */
const scheduled = z.object({ time: z.iso.datetime({ offset: true }) });

/**
 * The time that an event brings; undefined where it brings none. What is no date, such as the name of a placeholder
 * that was not filled in, is none.
 */
export function timeIn(event: unknown): Date | undefined {
  const { data } = scheduled.safeParse(event);
  return data && new Date(data.time);
}

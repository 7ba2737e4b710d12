import * as z from 'zod';

/* The attributes of items in the figures table: each is read as it was written, or refused. */

export const text = z.object({ S: z.string() }).transform(({ S }) => S);

export const bytes = z.object({ B: z.instanceof(Uint8Array) }).transform(({ B }) => B);

export const wholeNumber = z.object({ N: z.string() }).transform(({ N }, context) => {
  const value = Number(N);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  context.addIssue({ code: 'custom', message: 'expected a whole number' });
  return z.NEVER;
});

export const json = text.transform((written, context): unknown => {
  try {
    return JSON.parse(written);
  } catch {
    context.addIssue({ code: 'custom', message: 'expected JSON' });
    return z.NEVER;
  }
});

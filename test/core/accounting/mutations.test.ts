import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countFile } from '../../../lambdas/core/accounting/count-file.ts';
import { BOUNDS } from '../../../lambdas/core/accounting/bounds.ts';
import type { Bounds } from '../../../lambdas/core/accounting/bounds.ts';
import { agrees, outcome } from './agreement.ts';
import { inPieces, whole } from './pieces.ts';

const FIXTURES = [
  '09-synthetic-pmta-watchtower-acct.csv',
  '10-synthetic-kira41-acct-sample.csv',
  '11-real-custom-record-fields-sparkpost.csv',
  '12-header-lines-seen.txt',
  'own-mixed-types-unix-times.csv',
  'own-one-row-per-type.csv',
  'own-union-header.csv',
  'own-json-lines.txt',
].map((name) => ({
  name,
  bytes: readFileSync(new URL(`../../fixtures/accounting/${name}`, import.meta.url)),
}));

/** What means something to a reader of CSV or JSON, and what is no text at all. */
const CHARACTERS = Buffer.from('\u0000",\n\r\\{} ;@é\u0001').map((byte) => byte);
/** The samples are short: repeated deliveries are looked for from the second row on. */
const USUAL: Bounds = { ...BOUNDS, headRows: 1 };
/** So tight that damage makes rows, replies and headers pass them. */
const SMALL: Bounds = { ...USUAL, rowBytes: 300, columns: 25, replyBytes: 40 };
const PIECE = 53;
const REFUSED = 'refused';

// `agrees` fails on any error but the reader's own, on any figure that is not the oracle's, and on a row without account.
describe.each(FIXTURES)('damage to $name', { timeout: 180_000 }, ({ bytes }) => {
  test('is counted as the oracle does, cut at every byte', async () => {
    for (let length = 0; length <= bytes.length; length++) {
      await expect(agrees(bytes.subarray(0, length), PIECE, USUAL)).resolves.toBeUndefined();
    }
  });

  test('is counted as the oracle does, every byte replaced', async () => {
    for (let place = 0; place < bytes.length; place++) {
      const damaged = Buffer.from(bytes);
      damaged[place] = CHARACTERS[place % CHARACTERS.length]!;
      await expect(agrees(damaged, PIECE, place % 2 === 0 ? USUAL : SMALL)).resolves.toBeUndefined();
    }
  });

  test('is counted as the oracle does, bytes replaced, taken out and put in anywhere', async () => {
    const damage = fc.tuple(
      fc.nat(bytes.length - 1),
      fc.nat(3),
      fc.oneof(
        fc.uint8Array({ maxLength: 3 }),
        fc.constantFrom(...CHARACTERS).map((character) => Uint8Array.of(character)),
      ),
    );
    await expect(
      fc.assert(
        fc.asyncProperty(
          fc.array(damage, { minLength: 1, maxLength: 5 }),
          fc.integer({ min: 1, max: 2_000 }),
          fc.constantFrom(USUAL, SMALL),
          async (damages, size, bounds) => {
            let damaged: Buffer = bytes;
            for (const [place, taken, put] of damages) {
              damaged = Buffer.concat([damaged.subarray(0, place), put, damaged.subarray(place + taken)]);
            }
            await agrees(damaged, size, bounds);
          },
        ),
        { numRuns: 200 },
      ),
    ).resolves.toBeUndefined();
  });

  test('never changes a figure where it is gzip: refused, or as if undamaged', async () => {
    const half = bytes.indexOf('\n', bytes.length / 2) + 1;
    const zipped = Buffer.concat([gzipSync(bytes.subarray(0, half)), gzipSync(bytes.subarray(half))]);
    const undamaged = await outcome(countFile, whole(zipped), USUAL);
    expect(undamaged).toEqual(await outcome(countFile, whole(bytes), USUAL));
    for (let place = 0; place < zipped.length; place++) {
      const damaged = Buffer.from(zipped);
      damaged[place] = [0, zipped[place]! ^ 0xff, zipped[place]! ^ (1 << (place % 8))][place % 3]!;
      const said = await outcome(countFile, inPieces(damaged, PIECE), USUAL);
      expect([REFUSED, undamaged]).toContainEqual(typeof said === 'string' ? REFUSED : said);
    }
  });
});

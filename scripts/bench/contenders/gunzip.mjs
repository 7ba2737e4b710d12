// Nothing but Node's gunzip at its best: large pieces in, large pieces out, thrown away.
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

await pipeline(
  createReadStream(process.argv[2], { highWaterMark: 1 << 20 }),
  createGunzip({ chunkSize: 256 * 1024 }),
  async (pieces) => {
    for await (const piece of pieces) void piece.length;
  },
);

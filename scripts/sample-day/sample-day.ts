/** Writes the bundled sample day to `samples/`: `npx tsx scripts/sample-day/sample-day.ts [FOLDER]`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DAY, sampleDay } from './generate.ts';

const folder = process.argv[2] ?? join(import.meta.dirname, '..', '..', 'samples');
let bytes = 0;
const files = sampleDay(DAY);
rmSync(folder, { recursive: true, force: true });
for (const { key, text } of files) {
  const path = join(folder, `${key}.gz`);
  const packed = gzipSync(text, { level: 9 });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, packed);
  bytes += packed.length;
}
console.log(`${files.length} files, ${bytes} bytes in ${folder}`);

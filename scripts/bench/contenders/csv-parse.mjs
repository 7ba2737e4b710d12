// csv-parse used the obvious way: a stream of records as objects.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

const counts = new Map();
const add = (key) => counts.set(key, (counts.get(key) ?? 0) + 1);
const SUFFIXES = [
  ['.google.com', 'gmail'],
  ['.olc.protection.outlook.com', 'outlook'],
  ['.yahoodns.net', 'yahoo'],
  ['.icloud.com', 'apple'],
];

function ispOf(dsnMta) {
  const host = dsnMta.split(' ')[0];
  return SUFFIXES.find(([suffix]) => host.endsWith(suffix))?.[1] ?? 'other';
}

for await (const row of createReadStream(process.argv[2]).pipe(parse({ columns: true }))) {
  if (row.type !== 'd' && row.type !== 't' && row.type !== 'tq') continue;
  const cell = `cell\t${row.timeLogged.slice(0, 13)} ${ispOf(row.dsnMta)}`;
  const source = `${row.vmta} ${row.dlvSourceIp}`;
  if (row.type === 'd') {
    add(`${cell} d`);
    add(`delivered\t${source}`);
    continue;
  }
  const code = /^smtp;([45]\d\d)/.exec(row.dsnDiag)?.[1] ?? 'none';
  add(`${cell} ${code}`);
  if (row.type === 't' && code === '421') add(`source\t${source}`);
}
for (const [key, count] of counts) process.stdout.write(`${key}\t${count}\n`);

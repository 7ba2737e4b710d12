// DuckDB with one thread: one scan of the file, grouped finely, then the three results out of the groups.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [, , packages, file] = process.argv;
const entry = createRequire(`${packages}/`).resolve('@duckdb/node-api');
const { DuckDBInstance } = await import(pathToFileURL(entry).href);
const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
const connection = await instance.connect();
const path = file.replaceAll("'", "''");
await connection.run(`
  create temp table found as
  select left(timeLogged, 13) as hour, split_part(dsnMta, ' ', 1) as host, type, vmta, dlvSourceIp as ip,
         case when type = 'd' then 'd' when regexp_matches(dsnDiag, '^smtp;[45][0-9][0-9]')
           then substr(dsnDiag, 6, 3) else 'none' end as code,
         count(*) as n
  from read_csv('${path}', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"',
                auto_detect = true, sample_size = 1000)
  where type in ('d', 't', 'tq')
  group by all`);
const ISP = `case when host like '%.google.com' then 'gmail' when host like '%.olc.protection.outlook.com' then 'outlook'
  when host like '%.yahoodns.net' then 'yahoo' when host like '%.icloud.com' then 'apple' else 'other' end`;
for (const query of [
  `select 'cell', hour || ' ' || ${ISP} || ' ' || code as key, sum(n)::bigint from found group by key`,
  `select 'source', vmta || ' ' || ip as key, sum(n)::bigint from found where code = '421' and type = 't' group by key`,
  `select 'delivered', vmta || ' ' || ip as key, sum(n)::bigint from found where code = 'd' group by key`,
]) {
  const rows = (await connection.runAndReadAll(query)).getRows();
  for (const row of rows) process.stdout.write(`${row.join('\t')}\n`);
}

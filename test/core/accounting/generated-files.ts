import * as fc from 'fast-check';

const COLUMNS = [
  'type',
  'timeLogged',
  'rcpt',
  'dsnStatus',
  'dsnDiag',
  'dsnMta',
  'dlvSourceIp',
  'vmta',
  'queue',
] as const;

const oneOf = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom(...values);

/** What stands in each column: mostly as PowerMTA writes it, now and then as nobody should. */
const VALUES: Record<string, fc.Arbitrary<string>> = {
  type: oneOf(
    'd',
    'd',
    'd',
    'b',
    't',
    't',
    'tq',
    'r',
    'f',
    'D',
    'T',
    'TQ',
    'x',
    '',
    'delivery',
    'transient-queue',
    'remote-bounce',
    'type',
    '__proto__',
    '"odd"',
    'no such type at all',
  ),
  timeLogged: oneOf(
    '2026-01-15 00:00:03+0000',
    '2026-01-15 00:00:04+0000',
    '2026-01-15 05:45:00+0530',
    '1768435205',
    '2026-01-14 20:45:00-0330',
    '2026-01-15T01:00:00Z',
    '2026-02-30 00:00:00+0000',
    '',
    'noon',
    '2026-01-15 00:00:03',
    '2026-01-15 24:00:00+0000',
    '2026-01-15 23:59:60+0000',
  ),
  rcpt: oneOf(
    'a@gmail.com',
    'b@gmail.com',
    'c@yahoo.com',
    'd@own.example',
    'E@OWN.EXAMPLE',
    'f@own.example.>',
    'g@bücher.example',
    'nobody',
    '',
    '"x, y"@own.example',
    'h@(rest)',
    'i@__proto__',
    'j@constructor',
    `k@${'long'.repeat(80)}.example`,
    'a@b@icloud.com',
  ),
  dsnStatus: oneOf(
    '2.0.0 (success)',
    '4.4.1 (no answer from host)',
    '4.7.0 (undefined, or other)',
    '',
    '421',
  ),
  dsnDiag: oneOf(
    'smtp;250 2.0.0 OK',
    'smtp;421 4.7.28 unusual rate of mail, wait',
    'smtp;421 4.7.0 low reputation',
    'smtp;421 4.4.1 Connection timed out',
    'smtp;452 4.2.2 mailbox full',
    'smtp;554 5.7.1 Denied',
    'smtp;550 5.7.1 poor reputation of "you", sorry',
    '',
    'xyzzy',
    'smtp;451 a@gmail.com is busy, id 12ab',
    'smtp;451 a@gmail.com is busy, id 77cd',
    'smtp;421 4.7.0 low reputation. af79cd13be357-7c5f0a1b2c3si123456785a.42 - gsmtp',
    'smtp;421 4.7.0 low reputation. b8d0e1f24c468-8d6a1b2c3d4si234567896b.17 - gsmtp',
    'smtp;421 421d13be357a1-7c5f0a1b2c3si123456785a.42',
    'smtp;421 4.7.0 no (S775) [mx 2026-01-15T08:00:00.000Z 08DE536FC1B1B2B2]',
    'smtp;421-4.7.0 one\r\n421 4.7.0 two',
    '" "" "',
    `smtp;421 4.7.28 ${'very '.repeat(30)}long`,
  ),
  dsnMta: oneOf(
    'mx.google.com (192.0.2.1)',
    'alt1.google.com (192.0.2.2/name)',
    'mta5.am0.yahoodns.net (192.0.2.3)',
    'mx.own.example (192.0.2.4)',
    'MX.GOOGLE.COM.',
    '(192.0.2.5)',
    '',
    '',
    '',
  ),
  dlvSourceIp: oneOf('203.0.113.7', '203.0.113.8', '0.0.0.0', '2001:db8::1', ''),
  vmta: oneOf('vmta1', 'vmta2', '{default}', '__proto__', '', 'a,b', `v${'m'.repeat(500)}`),
  queue: oneOf(
    'gmail.com/vmta1',
    'yahoo.rollup/vmta2',
    'own.example/vmta1',
    'hotmail.queue/vmta1',
    '',
    '__proto__',
    'bücher.example/vmta29',
    'yahoo.com/vmta2',
    'constructor',
  ),
  other: oneOf('', 'ENHANCEDSTATUSCODES,8BITMIME', '41159', 'say "no"', 'two\nlines', ' spaces '),
};

const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
const needsQuotes = (value: string): boolean => /[",\n\r]/.test(value);

interface Layout {
  names: string[];
  lineEnd: string;
}

const layout: fc.Arbitrary<Layout> = fc.record({
  names: fc
    .tuple(
      fc.shuffledSubarray([...COLUMNS, 'other', 'other', 'vmtaPool'], { minLength: 6 }),
      fc.boolean(),
      fc.subarray(['rcpt', 'vmta', 'type']),
    )
    .map(([names, isPlain, twice]) =>
      isPlain ? [...COLUMNS, 'other'] : ['type', ...names, 'timeLogged', ...twice],
    ),
  lineEnd: oneOf('\r\n', '\n'),
});

function row({ names, lineEnd }: Layout): fc.Arbitrary<string> {
  const field = (name: string): fc.Arbitrary<string> =>
    fc
      .tuple(VALUES[name] ?? VALUES['other']!, fc.integer({ min: 0, max: 19 }))
      .map(([value, quoting]) => (needsQuotes(value) || quoting === 0 ? quoted(value) : value));
  return fc.tuple(...names.map(field)).map((fields) => fields.join(',') + lineEnd);
}

/** Lines that are not what the header says. */
function disturbance(first: Layout): fc.Arbitrary<string> {
  const { names, lineEnd } = first;
  const header = names.join(',') + lineEnd;
  return fc.oneof(
    oneOf(
      lineEnd,
      '  ' + lineEnd,
      header,
      '#TYPE,x,timelogged' + lineEnd,
      'type,x' + lineEnd,
      ',,,,' + lineEnd,
    ),
    row(first).map((line) => line.trimEnd() + ',' + lineEnd),
    row(first).map((line) => line.trimEnd() + ',extra' + lineEnd),
    row(first).map((line) => line.slice(0, line.length / 2) + lineEnd),
    row(first).map((line) => line.slice(0, line.length / 2) + '"' + line.slice(line.length / 2)),
    row(first).map((line) => line.replace(',', ',"')),
    row(first).map((line) => line.replace(',', ',""x')),
    row(first).map((line) => line.replaceAll('@', '\r')),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
}

/** Rows below a header, some of them disturbed. */
function rowsBelow(layout: Layout): fc.Arbitrary<string> {
  const lines = fc.oneof(
    { weight: 12, arbitrary: row(layout) },
    { weight: 1, arbitrary: disturbance(layout) },
  );
  return fc.array(lines, { maxLength: 25 }).map((body) => body.join(''));
}

/** What a pipe writes that was restarted with other columns. */
const restarted: fc.Arbitrary<string> = layout.chain((second) =>
  rowsBelow(second).map((body) => second.names.join(',') + second.lineEnd + body),
);

/** A CSV file in one of the many forms that it takes, sometimes damaged, sometimes cut. */
export const csvFile: fc.Arbitrary<string> = layout.chain((first) => {
  const header = fc.constantFrom(
    first.names.join(','),
    `\uFEFF${first.names.join(',')}`,
    `\n${first.names.join(',').toUpperCase()}`,
  );
  const rest = fc.option(restarted, { nil: '' });
  return fc
    .tuple(header, rowsBelow(first), rest, fc.integer({ min: 0, max: 60 }))
    .map(([head, body, more, cut]) => {
      const text = head + first.lineEnd + body + more;
      return cut < 40 ? text.slice(0, text.length - cut) : text;
    });
});

/** A file of JSON lines with the same names. */
export const jsonFile: fc.Arbitrary<string> = layout.chain((first) => {
  const object = fc
    .tuple(...first.names.map((name) => VALUES[name] ?? VALUES['other']!))
    .map(
      (values) =>
        JSON.stringify(Object.fromEntries(first.names.map((name, index) => [name, values[index]]))) +
        first.lineEnd,
    );
  const disturbed = oneOf(
    first.lineEnd,
    '[]' + first.lineEnd,
    '{' + first.lineEnd,
    '{"type":"d","timeLogged":1768435205,"rcpt":null,"vmta":7}' + first.lineEnd,
    '{"type":null,"timeLogged":1768435205}' + first.lineEnd,
    '{"type":"d","timeLogged":null}' + first.lineEnd,
    '{"TYPE":"d","type":"t","timelogged":"1768435205"}' + first.lineEnd,
  );
  const lines = fc.array(fc.oneof({ weight: 8, arbitrary: object }, { weight: 1, arbitrary: disturbed }), {
    maxLength: 12,
  });
  return fc
    .tuple(
      fc.oneof({ weight: 8, arbitrary: object }, { weight: 1, arbitrary: disturbed }),
      lines,
      fc.integer({ min: 0, max: 60 }),
    )
    .map(([head, body, cut]) => (head + body.join('')).slice(0, cut < 30 ? -cut - 1 : undefined));
});

/** What may stand in the columns of `repeatingFile`, the usual first. */
const REPEATING: readonly (readonly string[])[] = [
  ['d', 'D', '"d"', 't', 'b', 'tq', 'x', 'delivery', 'Bounce', 'r', 'rb', 'R', 'receipt'],
  [
    '2026-01-15 00:00:03+0000',
    '2026-01-15 00:59:59+0000',
    '2026-01-15 01:00:00+0000',
    '2026-01-15 00:00:03-0100',
    '2026-01-16 00:10:00+0000',
    '2026-01-15 00:10:00+0530',
    '2026-01-15 00:77:00+0000',
    '2026-01-15 00:00:03+00:0',
    '1768435205',
    '1768438799',
    '1768438800',
    '',
  ],
  [
    'ursula@a.example',
    'viktor@a.example',
    'ursula@b.example',
    'U@A.example',
    '"u""x@a.example"',
    'ursula',
    '',
  ],
  ['4.7.0 (other)', '4.7.1 (other)', ''],
  [
    // Of these that one is shown whose hash is least: with its recipient's name taken out, where it names one.
    'smtp;421 4.7.0 low reputation of ursula af79cd13be357-7c5f0a1b2c3si123456785a.42',
    'smtp;421 4.7.0 low reputation of ursula bf79cd13be358-7c5f0a1b2c3si123456785b.17',
    'smtp;421 4.7.0 low reputation of ursula 0f79cd13be350-7c5f0a1b2c3si123456785c.99',
    'smtp;421 4.7.0 low reputation of ursula 9a79cd13be359-7c5f0a1b2c3si123456785d.03',
    'smtp;421 4.7.28 unusual rate of mail from viktor',
    'smtp;554 5.7.1 reputation of ursula',
    'smtp;550 5.1.1 unknown viktor',
    '"smtp;421 4.7.0 low ""reputation"" of ursula"',
    '421',
    'xyzzy ursula',
    '',
  ],
  ['mx.a.example (192.0.2.1)', 'mx.a.example (192.0.2.2)', 'gmail-smtp-in.l.google.com', 'mx', ''],
  ['203.0.113.7', '203.0.113.8', '203.0.113.7v', ''],
  ['vmta1', 'vmta2', 'mta1', ''],
  ['a.example/vmta1', '"a.example/vmta1"', 'a.example/vmta12', 'yahoo.rollup/vmta2', 'b.example', ''],
];

/** Every row of such a file is of this type, unless it has one of its own. */
const USUAL_TYPES = ['d', 't', 'b', 'r', 'transient', 'tq'];

/** Its times are written in one of these forms, with a minute of these. */
const TIME_FORMS: readonly ((minute: string) => string)[] = [
  (minute) => `2026-01-15 00:${minute}:03+0000`,
  (minute) => `2026-01-15 05:${minute}:03+0530`,
  (minute) => `2026-01-15 05:${minute}:03-0345`,
  (minute) => `2026-01-15T05:${minute}:03Z`,
  (minute) => `2026-01-15 05:${minute}:03.${minute} +09:30`,
  (minute) => `2026-01-15T05:${minute}:03.5-09:30`,
];
const MINUTES = ['00', '14', '15', '29', '30', '44', '45', '59', '60', '3x'];

/** A file whose rows are the usual one with up to two columns of their own: most repeat one before them. */
export const repeatingFile: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.tuple(
        fc.array(fc.tuple(fc.nat({ max: REPEATING.length - 1 }), fc.nat()), { maxLength: 2 }),
        fc.constantFrom(...MINUTES),
      ),
      { minLength: 5, maxLength: 40 },
    ),
    fc.constantFrom(...USUAL_TYPES),
    fc.constantFrom(...TIME_FORMS),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([rows, type, timeOf, lineEnd]) => {
    const lines = rows.map(([changes, minute]) => {
      const row = [type, timeOf(minute), ...REPEATING.slice(2).map(([usual]) => usual)];
      for (const [column, choice] of changes) {
        row[column] = REPEATING[column]![choice % REPEATING[column]!.length];
      }
      return row.join(',');
    });
    return ['type,timeLogged,rcpt,dsnStatus,dsnDiag,dsnMta,dlvSourceIp,vmta,queue', ...lines, ''].join(
      lineEnd,
    );
  });

/** Of each column a few values; every row names an MX, since rows that wait for one follow what was seen so far. */
const NAMED: readonly (readonly string[])[] = [
  ['d', 'd', 'd', 't', 'b', 'tq', 'r'],
  ['2026-01-15 00:00:03+0000', '2026-01-15 00:00:04+0000', '2026-01-15 01:00:05+0000'],
  // The last two have an ISP of their own where the MX is none that is known.
  ['u@a.example', 'v@a.example', 'u@b.example', 'u@c.example', 'u@gmail.com', 'u@yahoo.com'],
  ['', '4.7.0'],
  [
    'smtp;421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred',
    'smtp;452 4.2.2 over quota',
    'smtp;550 5.7.1 blocked using zen.spamhaus.org',
    'smtp;421 xyzzy u',
    'smtp;421 xyzzy 12345',
  ],
  ['gmail-smtp-in.l.google.com (192.0.2.1)', 'mta5.am0.yahoodns.net', 'mx.a.example', 'mx.b.example'],
  ['203.0.113.7', '203.0.113.8'],
  ['vmta1', 'vmta2'],
  ['a.example/vmta1', 'b.example/vmta1', 'c.example/vmta2'],
  // One column more than the header has: read in full.
  ['', '', '', '', ','],
];

/** A file of a few rows again and again, some of them wider than its header, which is repeated at times. */
export const fullTablesFile: fc.Arbitrary<string> = fc
  .array(fc.tuple(...NAMED.map((values) => fc.constantFrom(...values))), { minLength: 2, maxLength: 12 })
  .chain((kinds) =>
    fc.array(
      fc.oneof(
        { weight: 30, arbitrary: fc.constantFrom(...kinds) },
        { weight: 1, arbitrary: fc.constant(undefined) },
      ),
      { minLength: 5, maxLength: 80 },
    ),
  )
  .map((rows) => {
    const header = 'type,timeLogged,rcpt,dsnStatus,dsnDiag,dsnMta,dlvSourceIp,vmta,queue';
    const lines = rows.map((row) => (row ? row.slice(0, -1).join(',') + row.at(-1) : header));
    return [header, ...lines, ''].join('\n');
  });

/** Lines that open quotes and close them or do not, rows between them, and headers of other columns. */
const QUOTING = [
  'x","',
  '"',
  '",',
  ',"',
  '""',
  'b"',
  '',
  'd,1768435205,a',
  'd,1768435205,"a',
  'd,1768435205,"a"',
  't,1768435205,"421 no',
  'tq,1768435205,"',
  'r,1768435205,',
  'd,"1768435205",',
  `"${'y'.repeat(30)}`,
  'type,timeLogged,dsnDiag',
  'timeLogged,type,dsnDiag',
  '1768435205,d,a',
  '1768435205,t,"a',
];

/** A file in which a few such lines come again and again. */
export const unclosedFile: fc.Arbitrary<string> = fc
  .tuple(fc.uniqueArray(fc.constantFrom(...QUOTING), { minLength: 2, maxLength: 8 }), oneOf('\n', '\r\n'))
  .chain(([lines, lineEnd]) =>
    fc
      .array(fc.constantFrom(...lines), { maxLength: 30 })
      .map((body) => ['type,timeLogged,dsnDiag', ...body, ''].join(lineEnd)),
  );

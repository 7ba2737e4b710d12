const COMMA = 0x2c;
const QUOTE = 0x22;

/**
 * The fields of one CSV record (without its line end), whatever its shape: for the header and for records that
 * the scanner found odd. Undefined if a quote stands where RFC 4180 has none; no more than `most` fields,
 * though the quotes of all are looked at.
 * A library takes a hundred times as long for a single record; tests hold this one to csv-parse.
 */
export function fieldsOf(record: Uint8Array, most: number): Uint8Array[] | undefined {
  const fields: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    const field = record[at] === QUOTE ? quotedField(record, at + 1) : plainField(record, at);
    if (!field) return undefined;
    if (fields.length < most) fields.push(field.value);
    if (field.end >= record.length) return fields;
    at = field.end + 1;
  }
}

interface Field {
  value: Uint8Array;
  /** Where the comma after it stands, or the record's end. */
  end: number;
}

function plainField(record: Uint8Array, start: number): Field | undefined {
  let end = start;
  while (end < record.length && record[end] !== COMMA) {
    if (record[end] === QUOTE) return undefined;
    end++;
  }
  return { value: record.subarray(start, end), end };
}

function quotedField(record: Uint8Array, start: number): Field | undefined {
  let doubled = 0;
  let close = start;
  while (close < record.length && (record[close] !== QUOTE || record[close + 1] === QUOTE)) {
    if (record[close] === QUOTE) {
      doubled++;
      close++;
    }
    close++;
  }
  const end = close + 1;
  if (close >= record.length || (end < record.length && record[end] !== COMMA)) return undefined;
  const value = record.subarray(start, close);
  return { value: doubled === 0 ? value : undoubled(value, doubled), end };
}

function undoubled(content: Uint8Array, doubled: number): Uint8Array {
  const value = new Uint8Array(content.length - doubled);
  for (let from = 0, to = 0; from < content.length; from++, to++) {
    value[to] = content[from]!;
    if (content[from] === QUOTE) from++;
  }
  return value;
}

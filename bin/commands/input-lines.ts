/** A line longer than this is cut: a reply is judged by its first 4 KB, so nothing is lost. */
const MAX_LINE_LENGTH = 64 * 1024;

/**
 * The lines of a stream, one by one, in bounded memory. Only LF and CR LF end a line. A last line without an end
 * counts; an end at the very end begins no further line. Bytes that are not UTF-8 become U+FFFD.
 */
export async function* linesOf(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let line = '';
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      yield withoutReturn(appended(line, text.slice(from, end)));
      line = '';
      from = end + 1;
    }
    line = appended(line, text.slice(from));
  }
  line = appended(line, decoder.decode());
  if (line !== '') yield withoutReturn(line);
}

function appended(line: string, more: string): string {
  return line.length + more.length <= MAX_LINE_LENGTH ? line + more : (line + more).slice(0, MAX_LINE_LENGTH);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

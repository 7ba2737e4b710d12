/** Content as a stream of pieces of `size` bytes. */
export async function* inPieces(content: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  // One buffer for all pieces, as a source may do: what is not taken in at once shows as garbage.
  const piece = Buffer.alloc(Math.min(size, content.length));
  for (let start = 0; start < content.length; start += size) {
    const length = Math.min(size, content.length - start);
    piece.set(content.subarray(start, start + length));
    yield piece.subarray(0, length);
  }
}

/** Content as one piece. */
export function whole(content: Uint8Array | string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  return inPieces(bytes, Math.max(1, bytes.length));
}

/** Reads a stream of bytes in pieces of chosen size. */
export interface ByteReader {
  /** The next `size` bytes; undefined where the stream ends before. */
  take(size: number): Promise<Uint8Array | undefined>;
  /** True where nothing is left. */
  isAtEnd(): Promise<boolean>;
}

/** A reader of a stream; it holds no more than one piece and one chunk at a time. */
export function createByteReader(chunks: AsyncIterable<Uint8Array>): ByteReader {
  const iterator = chunks[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);

  /** False at the end of the stream. */
  async function refill(): Promise<boolean> {
    while (rest.length === 0) {
      const next = await iterator.next();
      if (next.done) return false;
      rest = next.value;
    }
    return true;
  }

  return {
    isAtEnd: async () => !(await refill()),
    async take(size) {
      const piece = new Uint8Array(size);
      for (let filled = 0; filled < size;) {
        if (!(await refill())) return undefined;
        const part = rest.subarray(0, size - filled);
        piece.set(part, filled);
        filled += part.length;
        rest = rest.subarray(part.length);
      }
      return piece;
    },
  };
}

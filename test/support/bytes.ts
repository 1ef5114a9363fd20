/** All pieces of a byte stream as one array. */
export async function joinBytes(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** A list as the asynchronous source that exports read from. */
export async function* rowsOf<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

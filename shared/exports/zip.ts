import { Zip, ZipDeflate } from 'fflate';

/** A file to go into a zip; `compressed`: its bytes are compressed already and are carried as they are. */
export interface ZipFile {
  readonly name: string;
  readonly compressed?: true;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

// The tables of a survey deflate to a tenth at 6; higher levels cost twice the time for two percent.
const LEVEL = 6;

/**
 * Files as one zip in pieces, written one after the other as they are read: nothing is held but the directory. Each
 * file and the whole stay below 4 GiB (no ZIP64). `modifiedMs`: the time put on every file, in ms since 1970 UTC.
 */
export async function* writeZip(
  files: AsyncIterable<ZipFile> | Iterable<ZipFile>,
  modifiedMs: number,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((failure, bytes) => {
    if (failure) throw failure;
    if (bytes.length > 0) ready.push(bytes);
  });
  function* take(): Generator<Uint8Array> {
    const bytes = ready;
    ready = [];
    yield* bytes;
  }
  for await (const file of files) {
    // Level 0 makes stored blocks of deflate: a zip entry of the method "stored" with its size after it is refused by some readers.
    const entry = new ZipDeflate(file.name, { level: file.compressed ? 0 : LEVEL });
    entry.mtime = modifiedMs;
    zip.add(entry);
    for await (const bytes of file.content) {
      entry.push(bytes);
      yield* take();
    }
    entry.push(new Uint8Array(0), true);
    yield* take();
  }
  zip.end();
  yield* take();
}

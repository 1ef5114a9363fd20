import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { BundleRefusal, damaged } from './bundle-refusal.ts';

// 100 recipients take 20 kB; the library itself reads a header of any length into memory.
const MAX_HEADER_BYTES = 64 * 1024;
const MAC_LINE = '\n--- ';

/** A new X25519 key pair in age's own texts: `AGE-SECRET-KEY-1…` and `age1…`. */
export async function makeAgeKeys(): Promise<{
  readonly identity: string;
  readonly recipient: string;
}> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The bytes of an age file (age-encryption.org/v1) for X25519 recipients, as they are made. */
export async function* encryptFor(
  recipients: readonly string[],
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  yield* readStream(await encrypter.encrypt(streamOf(chunks)));
}

// The passphrase has 63 bits by chance: the work factor need not make up for a weak one, and a field laptop waits a tenth of a second.
const WORK_FACTOR = 14;

/** The bytes of an age file that a passphrase opens. */
export async function* encryptWithPassphrase(
  passphrase: string,
  bytes: Uint8Array,
): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(WORK_FACTOR);
  encrypter.setPassphrase(passphrase);
  yield* readStream(await encrypter.encrypt(streamOf(onlyOne(bytes))));
}

/** The bytes of an age file that a passphrase opens; undefined where it does not, or where the file is damaged or none. */
export async function decryptWithPassphrase(
  passphrase: string,
  file: Uint8Array,
): Promise<Uint8Array | undefined> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(file);
  } catch {
    return undefined;
  }
}

async function* onlyOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/**
 * What an age file holds, for the owner of an X25519 identity. Bytes come before the end of the file was seen: nothing may be done
 * with them for good until the last has come. Throws a `BundleRefusal` where it is no age file or for others.
 */
export async function* decryptWith(
  identity: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const file = streamOf(withShortHeader(chunks));
  let plain: ReadableStream<Uint8Array>;
  try {
    plain = await decrypter.decrypt(file);
  } catch (error) {
    if (error instanceof BundleRefusal) throw error;
    const isForOthers = error instanceof Error && error.message.startsWith('no identity matched');
    throw isForOthers ? new BundleRefusal({ kind: 'bundle/not-for-you' }) : damaged('not a bundle');
  }
  yield* readStream(plain);
}

async function* withShortHeader(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const latin1 = new TextDecoder('latin1');
  let header = '';
  let isChecked = false;
  for await (const chunk of chunks) {
    if (!isChecked) {
      header += latin1.decode(chunk.subarray(0, MAX_HEADER_BYTES - header.length));
      isChecked = header.includes(MAC_LINE);
      if (!isChecked && header.length >= MAX_HEADER_BYTES) throw damaged('not a bundle');
    }
    yield chunk;
  }
}

function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

async function* readStream(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever stops reading lets the file go; a stream that failed has nothing to let go.
    await reader.cancel().catch(() => undefined);
  }
}

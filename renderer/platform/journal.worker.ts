import { err, ok } from '#shared/core/result.ts';
import { COMPACT_EVERY_MS } from '#shared/journal/journal.ts';
import { createOpfsVaults } from './opfs-vaults.ts';
import type { WorkerAnswer, WorkerCalls, WorkerChannel, WorkerQuestion } from './worker-calls.ts';

// Keeps the journal and the photos of the browser host: only a worker can flush a file of the origin's private file system.

type Handlers = {
  readonly [C in WorkerChannel]: (
    input: WorkerCalls[C]['input'],
  ) => WorkerCalls[C]['output'] | Promise<WorkerCalls[C]['output']>;
};

const vaults = createOpfsVaults();
const locked = err({ kind: 'vault/locked' } as const);
const noCopy = err({ kind: 'copy/none-there', folder: '' } as const);
// One that fails changes nothing, and is tried again.
setInterval(() => void vaults.current()?.journal.compact(), COMPACT_EVERY_MS);
const handlers: Handlers = {
  'vault.list': () => vaults.list(),
  'vault.open': ({ id }) => vaults.open(id),
  'vault.write': ({ id, keyFile }) => vaults.write(id, keyFile),
  'vault.seal': ({ id, keyFile }) => vaults.seal(id, keyFile),
  'vault.discard-unsealed': () => vaults.discardUnsealed(),
  'vault.lock': async () => {
    await vaults.close();
    return null;
  },
  'journal.open': ({ known }) => vaults.current()?.journal.open(known) ?? locked,
  'journal.read': ({ from }) => vaults.current()?.journal.read(from) ?? locked,
  'journal.append': ({ payloads }) => vaults.current()?.journal.append(payloads) ?? locked,
  'journal.bytes': () => vaults.current()?.journal.bytes() ?? 0,
  'photo.put': ({ sha256, bytes }) => vaults.current()?.photos.put(sha256, bytes) ?? locked,
  'photo.get': ({ sha256 }) => vaults.current()?.photos.get(sha256) ?? locked,
  'photo.remove': ({ sha256 }) => vaults.current()?.photos.remove(sha256) ?? locked,
  // A browser keeps no copies: the page would have to ask for the folder anew at every start.
  'copy.open': ({ from }) => (from === 'unsealed' ? vaults.openUnsealed() : ok(null)),
  'copy.read': ({ from }) => vaults.unsealed()?.journal.read(from) ?? noCopy,
  'copy.photo': ({ sha256 }) => vaults.unsealed()?.photos.get(sha256) ?? noCopy,
};

addEventListener('message', ({ data }: MessageEvent<WorkerQuestion>) => {
  void answer(data).then((reply) => {
    postMessage(reply);
  });
});

async function answer({ id, channel, input }: WorkerQuestion): Promise<WorkerAnswer> {
  try {
    // The page's end types each call by its channel.
    const output: unknown = await handlers[channel](input as never);
    return { id, output, thrown: null };
  } catch (error) {
    return { id, output: null, thrown: error instanceof Error ? error.message : String(error) };
  }
}

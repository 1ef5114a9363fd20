import { COMPACT_EVERY_MS, createJournal } from '#shared/journal/journal.ts';
import { openOpfsJournal } from './opfs-journal-folder.ts';
import { createOpfsPhotos } from './opfs-photos.ts';
import type { WorkerAnswer, WorkerCalls, WorkerChannel, WorkerQuestion } from './worker-calls.ts';

// Keeps the journal and the photos of the browser host: only a worker can flush a file of the origin's private file system.

type Handlers = {
  readonly [C in WorkerChannel]: (
    input: WorkerCalls[C]['input'],
  ) => WorkerCalls[C]['output'] | Promise<WorkerCalls[C]['output']>;
};

const journal = createJournal(openOpfsJournal);
const photos = createOpfsPhotos();
// One that fails changes nothing, and is tried again.
setInterval(() => void journal.compact(), COMPACT_EVERY_MS);
const handlers: Handlers = {
  'journal.open': ({ known }) => journal.open(known),
  'journal.read': ({ from }) => journal.read(from),
  'journal.append': ({ payloads }) => journal.append(payloads),
  'journal.bytes': () => journal.bytes(),
  'photo.put': ({ sha256, bytes }) => photos.put(sha256, bytes),
  'photo.get': ({ sha256 }) => photos.get(sha256),
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

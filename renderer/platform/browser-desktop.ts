import { err, ok } from '#shared/core/result.ts';
import type {
  Desktop,
  DesktopChannel,
  DesktopInput,
  DesktopOutput,
} from '#shared/desktop/contract.ts';
import { version } from '../../package.json';
import { requestOwnServer } from './browser-http.ts';
import { createBrowserFiles } from './browser-files.ts';
import { connectJournalWorker } from './journal-worker-client.ts';

type Calls = {
  readonly [C in DesktopChannel]: (
    input: DesktopInput<C>,
  ) => DesktopOutput<C> | Promise<DesktopOutput<C>>;
};

/**
 * The contract in a browser: the journal and photos lie in the origin's private file system, flushed by a worker; the one server is the
 * page's own origin; files are saved through the browser's picker or its downloads.
 */
export function createBrowserDesktop(): Desktop {
  const worker = connectJournalWorker();
  const files = createBrowserFiles();
  const calls: Calls = {
    'vault.list': (input) => worker.call('vault.list', input),
    'vault.open': (input) => worker.call('vault.open', input),
    'vault.write': (input) => worker.call('vault.write', input),
    'vault.seal': (input) => worker.call('vault.seal', input),
    'vault.discard-unsealed': (input) => worker.call('vault.discard-unsealed', input),
    'vault.lock': (input) => worker.call('vault.lock', input),
    'journal.open': async (input) => {
      // Asked, not relied upon: a browser that refuses may clear the origin's data when its disk is full.
      await navigator.storage?.persist?.();
      return worker.call('journal.open', input);
    },
    'journal.read': (input) => worker.call('journal.read', input),
    'journal.accept': () => ok(null),
    'journal.append': (input) => worker.call('journal.append', input),
    'photo.put': (input) => worker.call('photo.put', input),
    'photo.get': (input) => worker.call('photo.get', input),
    'photo.remove': (input) => worker.call('photo.remove', input),
    // The page would have to ask for the folder anew at every start; who needs a copy uses the desktop app.
    'copy.state': () => ({ kind: 'impossible' }),
    'copy.choose': () => ok(null),
    'copy.stop': () => ok(null),
    'copy.run': () => ({ kind: 'impossible' }),
    'copy.open': (input) => worker.call('copy.open', input),
    'copy.read': (input) => worker.call('copy.read', input),
    'copy.photo': (input) => worker.call('copy.photo', input),
    'server.get': () => location.origin,
    'server.set': ({ address }) =>
      URL.parse(address)?.origin === location.origin
        ? ok(true)
        : err({ kind: 'network/bad-address', address }),
    'http.request': (input) => requestOwnServer(input),
    'file.begin': ({ suggestedName }) => files.begin(suggestedName),
    'file.write': ({ handle, bytes }) => files.write(handle, bytes),
    'file.end': ({ handle, keep }) => files.end(handle, keep),
    'file.open': ({ saved }) => files.open(saved),
    'file.read': ({ handle, at, length }) => files.read(handle, at, length),
    'file.close': ({ handle }) => {
      files.close(handle);
      return null;
    },
    // The server gives a browser its pages.
    'update.check': () => ok({ kind: 'refused', why: 'not-for-this-system' }),
    'storage.state': async () => ({
      freeBytes: await freeBytes(),
      journalBytes: await worker.call('journal.bytes', null),
    }),
    'system.languages': () => navigator.languages,
  };

  return {
    host: 'browser',
    appVersion: version,
    call: async (channel, input) => calls[channel](input),
    // The page hears of neither; it locks after a while without a key.
    onSuspend: () => undefined,
  };
}

// Undefined where the page is not a secure context: plain http to another machine.
async function freeBytes(): Promise<number | null> {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  return quota === undefined || usage === undefined ? null : quota - usage;
}

import type { VaultMeans } from '#shared/vault/vault.ts';
import { trustedScriptUrl } from '../platform/trusted-script.ts';
import type { StretchQuestion } from './stretch.worker.ts';
// oxlint-disable-next-line import/default -- Vite makes this module: the address of the built worker
import workerUrl from './stretch.worker.ts?worker&url';

/** The page's chance, and its worker for what takes a second. */
export const pageMeans: VaultMeans = {
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  stretch: (passphrase, cost, salt) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'stretch' });
      worker.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
        worker.terminate();
        resolve(data);
      });
      worker.addEventListener('error', ({ message }) => {
        worker.terminate();
        reject(new Error(message));
      });
      const question: StretchQuestion = { passphrase, cost, salt };
      worker.postMessage(question);
    }),
};

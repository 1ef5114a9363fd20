import type { StretchCost } from '#shared/vault/key-file.ts';
import { stretchPassphrase } from '#shared/vault/stretch.ts';

// Much work and 64 MB of memory: apart from the page, which goes on moving, and gone with all of it afterwards. It runs WebAssembly, which
// the policy of the page forbids; this file comes with one of its own.

export interface StretchQuestion {
  readonly passphrase: string;
  readonly cost: StretchCost;
  readonly salt: Uint8Array;
}

addEventListener('message', ({ data }: MessageEvent<StretchQuestion>) => {
  stretchPassphrase(data.passphrase, data.cost, data.salt).then(
    (key) => postMessage(key),
    // A promise that fails is no error of the worker by itself: who waits would never hear of it.
    reportError,
  );
});

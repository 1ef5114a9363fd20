import type { StretchCost } from '#shared/vault/key-file.ts';
import { stretchPassphrase } from '#shared/vault/stretch.ts';

// A second of work and 64 MB of memory: apart from the page, which goes on moving, and gone with all of it afterwards.

export interface StretchQuestion {
  readonly passphrase: string;
  readonly cost: StretchCost;
  readonly salt: Uint8Array;
}

addEventListener('message', ({ data }: MessageEvent<StretchQuestion>) => {
  postMessage(stretchPassphrase(data.passphrase, data.cost, data.salt));
});

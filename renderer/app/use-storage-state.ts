import type { Desktop, StorageState } from '#shared/desktop/contract.ts';
import { useLook } from './use-look.ts';

/** Room left where the work lies; undefined until the first answer. */
export function useStorageState(): StorageState | undefined {
  return useLook(askStorage);
}

function askStorage(desktop: Desktop): Promise<StorageState> {
  return desktop.call('storage.state', null);
}

import { useEffect, useState } from 'react';
import type { StorageState } from '#shared/desktop/contract.ts';
import { useServices } from '../services/use-services.ts';

const LOOK_EVERY_MS = 15_000;

/** Room left where the work lies, looked at four times a minute; undefined until the first answer. */
export function useStorageState(): StorageState | undefined {
  const { desktop } = useServices();
  const [storage, setStorage] = useState<StorageState>();
  useEffect(() => {
    let isCurrent = true;
    async function look(): Promise<void> {
      const state = await desktop.call('storage.state', null);
      if (isCurrent) setStorage(state);
    }
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [desktop]);
  return storage;
}

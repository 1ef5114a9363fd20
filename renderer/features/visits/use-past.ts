import { useEffect, useState } from 'react';
import { useServices } from '../../services/use-services.ts';
import type { PastRecords } from './past-records.ts';
import { loadPast } from './past-records.ts';

/** Records of earlier visits, read once when the page opens: a median does not move with every row. */
export function usePast(): PastRecords | undefined {
  const { store } = useServices();
  const [past, setPast] = useState<PastRecords>();
  useEffect(() => {
    let isGone = false;
    async function load(): Promise<void> {
      const loaded = await loadPast(store.records);
      if (!isGone) setPast(loaded);
    }
    void load();
    return () => {
      isGone = true;
    };
  }, [store]);
  return past;
}

import { useEffect, useState } from 'react';
import { z } from 'zod';
import { useServices } from '../../services/use-services.ts';
import type { Receivers } from './receivers-card.tsx';

const SETTING = 'export-receivers';
const storedSchema = z.strictObject({ who: z.enum(['anyone', 'key-holders']), text: z.string() });

/** Whom packages are for: as it was chosen the last time. */
export function useReceivers(): readonly [Receivers, (receivers: Receivers) => void] {
  const { store } = useServices();
  const [receivers, setReceivers] = useState<Receivers>({ who: 'anyone', text: '' });
  useEffect(() => {
    let isGone = false;
    async function remember(): Promise<void> {
      const stored = storedSchema.safeParse(await store.settings.get(SETTING)).data;
      if (stored && !isGone) setReceivers((now) => (now.text === '' ? stored : now));
    }
    void remember();
    return () => {
      isGone = true;
    };
  }, [store]);
  return [
    receivers,
    (next) => {
      setReceivers(next);
      void store.settings.set(SETTING, { ...next });
    },
  ];
}

import { useEffect, useState } from 'react';
import { useServices } from '../services/use-services.ts';

const TICK_MS = 30_000;

/** The time, for texts such as "5 minutes ago"; it moves on twice a minute. */
export function useNow(): number {
  const { ambient } = useServices();
  const [nowMs, setNowMs] = useState(() => ambient.nowMs());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(ambient.nowMs()), TICK_MS);
    return () => clearInterval(timer);
  }, [ambient]);
  return nowMs;
}

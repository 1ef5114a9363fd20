import { useEffect, useState } from 'react';
import type { Desktop } from '#shared/desktop/contract.ts';
import { useServices } from '../services/use-services.ts';

const LOOK_EVERY_MS = 15_000;

/** What the desktop answers to a question asked four times a minute; undefined until the first answer. `ask` stays the same function. */
export function useLook<T>(ask: (desktop: Desktop) => Promise<T>): T | undefined {
  const { desktop } = useServices();
  const [seen, setSeen] = useState<T>();
  useEffect(() => {
    let isCurrent = true;
    async function look(): Promise<void> {
      const state = await ask(desktop);
      if (isCurrent) setSeen(() => state);
    }
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [desktop, ask]);
  return seen;
}

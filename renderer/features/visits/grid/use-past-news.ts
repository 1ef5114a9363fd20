import { useEffect, useRef } from 'react';
import { useLive } from '../../../db/use-live.ts';
import { whenIdle } from '../../../platform/when-idle.ts';
import { useServices } from '../../../services/use-services.ts';
import { loadPast } from '../past-records.ts';
import type { GridSession } from './grid-session.ts';

/** Holds an open grid against prices that a sync has brought. It is read when nothing else is to be done: it takes a fraction of a second. */
export function usePastNews(session: Pick<GridSession, 'takePast'>): void {
  const { store } = useServices();
  const live = useLive(async () => (await store.sync.cursor())?.cursor ?? 0, [store]);
  const cursor = live.status === 'ready' ? live.value : undefined;
  // What was there when the grid opened it knows.
  const known = useRef<number>(undefined);
  useEffect(() => {
    if (cursor === undefined) return undefined;
    known.current ??= cursor;
    if (known.current === cursor) return undefined;
    let isGone = false;
    async function take(): Promise<void> {
      await whenIdle();
      if (isGone) return;
      const past = await loadPast(store.records);
      if (isGone) return;
      known.current = cursor;
      session.takePast(past);
    }
    // An index without an answer is repaired by itself, and the next sync brings more.
    take().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [cursor, session, store]);
}

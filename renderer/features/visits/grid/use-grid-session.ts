import { useEffect, useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import { dayOf, toInstant } from '#shared/core/instant.ts';
import { useFailureText } from '../../../i18n/use-failure-text.ts';
import type { AppServices } from '../../../services/services.ts';
import { loadRegisters } from '../../../services/use-registers.ts';
import { useServices } from '../../../services/use-services.ts';
import { loadVisit } from '../../../services/visit-parts.ts';
import { showToast } from '../../../ui/toasts.tsx';
import { loadPast } from '../past-records.ts';
import type { VisitData } from '../use-visit-data.ts';
import type { GridSession } from './grid-session.ts';
import { createGridSession } from './grid-session.ts';
import { loadPins } from '../pins.ts';

export type OpenGrid =
  | { readonly status: 'loading' }
  | { readonly status: 'missing' }
  | { readonly status: 'ready'; readonly data: VisitData; readonly session: GridSession };

// A grid that was left a moment ago may still be on its way to the disk.
let lastClosing: Promise<unknown> = Promise.resolve();

/** Opens the grid of a visit, and closes it when the screen is left. */
export function useGridSession(visit: RecordId): {
  readonly open: OpenGrid;
  readonly reopen: () => void;
} {
  const services = useServices();
  const failureText = useFailureText();
  const [open, setOpen] = useState<OpenGrid>({ status: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const [reopen] = useState(() => () => setAttempt((before) => before + 1));
  useEffect(() => {
    let isGone = false;
    let session: GridSession | undefined;
    function onFailure(failure: Failure): void {
      showToast({ tone: 'error', text: failureText(failure).what });
    }
    async function load(): Promise<void> {
      await lastClosing;
      const [data, pins] = await Promise.all([
        loadData(services, visit),
        loadPins(services.store.settings),
      ]);
      if (isGone) return;
      if (data === undefined) return setOpen({ status: 'missing' });
      session = createGridSession(data, services, pins, onFailure);
      return setOpen({ status: 'ready', data, session });
    }
    load().catch(() => setOpen({ status: 'missing' }));
    return () => {
      isGone = true;
      if (session) lastClosing = session.close();
    };
    // oxlint-disable-next-line react/exhaustive-deps -- another language opens no other grid
  }, [services, visit, attempt]);
  return { open, reopen };
}

async function loadData(
  { store, ambient }: AppServices,
  visit: RecordId,
): Promise<VisitData | undefined> {
  const [whole, registers, past] = await Promise.all([
    loadVisit(store, visit),
    loadRegisters(store.records),
    loadPast(store.records),
  ]);
  const nowMs = ambient.nowMs();
  const today = dayOf(toInstant(nowMs, ambient.offsetMinutes(nowMs)));
  return whole && { whole, registers, past, today };
}

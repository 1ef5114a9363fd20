import { useMemo, useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { useServices } from '../../services/use-services.ts';
import { createHttpTransport } from '../../sync/http-transport.ts';
import type { LoadedReceipts } from '../../sync/load-receipts.ts';
import { loadReceipts } from '../../sync/load-receipts.ts';
import type { BundlePlan } from '../../sync/plan-bundle.ts';
import { planBundle } from '../../sync/plan-bundle.ts';
import type { BundlePreview } from '../../sync/take-bundle.ts';
import { closeBundle, openBundle, takeBundle } from '../../sync/take-bundle.ts';
import type { WrittenPart } from '../../sync/write-part.ts';
import { writePart } from '../../sync/write-part.ts';

/** A bundle that is being put on a stick, part by part. */
export interface PutWork {
  readonly plan: BundlePlan;
  readonly written: readonly WrittenPart[];
}

/** What is under way by stick. */
export type StickWork =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'busy';
      readonly step: 'gathering' | 'writing' | 'checking' | 'reading' | 'taking';
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'planned'; readonly put: PutWork }
  | { readonly kind: 'written'; readonly put: PutWork }
  | { readonly kind: 'looked'; readonly preview: BundlePreview }
  | { readonly kind: 'taken'; readonly heldBack: number }
  | { readonly kind: 'receipts'; readonly loaded: LoadedReceipts }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly put?: PutWork };

/** What a person can do by stick. */
export interface Stick {
  readonly work: StickWork;
  readonly gather: () => void;
  readonly writeNext: (put: PutWork) => void;
  readonly look: () => void;
  readonly take: (preview: BundlePreview) => void;
  readonly load: () => void;
  readonly dismiss: () => void;
}

const none: StickWork = { kind: 'none' };

/** The way by stick: one thing at a time. */
export function useStick(): Stick {
  const { desktop, store, ambient } = useServices();
  const [work, setWork] = useState<StickWork>(none);
  const parts = useMemo(() => {
    const transport = createHttpTransport(desktop);
    return { desktop, store, transport, nowMs: () => ambient.nowMs() };
  }, [desktop, store, ambient]);

  function busy(step: Extract<StickWork, { kind: 'busy' }>['step']) {
    return (done: number, total: number) => setWork({ kind: 'busy', step, done, total });
  }

  /** Shows how an act ended: `null` is a person who thought better of it. */
  async function show<T>(
    act: Promise<Result<T | null, Failure>>,
    onDone: (value: T) => StickWork,
    before: StickWork = none,
  ): Promise<void> {
    const done = await act;
    if (!done.ok) setWork({ kind: 'failed', failure: done.error, ...keepPut(before) });
    else setWork(done.value === null ? before : onDone(done.value));
  }

  async function gather(): Promise<void> {
    busy('gathering')(0, 0);
    await show(planBundle(parts), (plan) => ({ kind: 'planned', put: { plan, written: [] } }));
  }

  async function writeNext(put: PutWork): Promise<void> {
    const { plan, written } = put;
    const manifest = plan.parts[written.length];
    if (!manifest) return;
    const writing = writePart(parts, plan, manifest, ({ step, done, total }) => {
      busy(step)(done, total);
    });
    await show(
      writing,
      (part) => {
        const next = { plan, written: [...written, part] };
        return { kind: next.written.length < plan.parts.length ? 'planned' : 'written', put: next };
      },
      { kind: 'planned', put },
    );
  }

  async function take(preview: BundlePreview): Promise<void> {
    const taken = await takeBundle(parts, preview, busy('taking'));
    await closeBundle(parts, preview.file);
    setWork(
      taken.ok ? { kind: 'taken', ...taken.value } : { kind: 'failed', failure: taken.error },
    );
  }

  function dismiss(): void {
    if (work.kind === 'looked') void closeBundle(parts, work.preview.file);
    setWork(none);
  }

  return {
    work,
    gather: () => void gather(),
    writeNext: (put) => void writeNext(put),
    look: () =>
      void show(openBundle(parts, busy('reading')), (preview) => ({ kind: 'looked', preview })),
    take: (preview) => void take(preview),
    load: () => void show(loadReceipts(parts), (loaded) => ({ kind: 'receipts', loaded })),
    dismiss,
  };
}

function keepPut(before: StickWork): { readonly put?: PutWork } {
  return before.kind === 'planned' ? { put: before.put } : {};
}

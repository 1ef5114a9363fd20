import type { Failure } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import type { JournalRecord } from '#shared/journal/journal-record.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { RecordState } from '#shared/records/fold.ts';
import { foldEntry } from '#shared/records/fold.ts';
import type { StatesById } from './act-index.ts';
import type { Work } from './work.ts';
import { workAfter } from './work.ts';

/** What an act may look at when its turn comes: all acts before it are in it. */
export interface Known {
  readonly work: Work;
  /** This laptop's clock, corrected by the server's where that is known. */
  readonly nowMs: number;
  states(records: readonly RecordId[]): Promise<Result<StatesById, Failure>>;
}

/** An act ready for the journal: what each of its frames says (none: there is nothing to do), and what is answered. */
export interface BuiltAct<T> {
  readonly frames: readonly (readonly JournalRecord[])[];
  readonly answer: T;
}

/** Makes an act from what is known when its turn comes. */
export type ActBuilder<T> = (known: Known) => Promise<Result<BuiltAct<T>, Failure>>;

/** An act that waits for its turn, and how its author hears of it. */
export interface PendingAct {
  readonly build: ActBuilder<unknown>;
  readonly answer: (result: Result<unknown, Failure>) => void;
  readonly fail: (error: unknown) => void;
}

/** Acts that go to the journal together, and the work as it will be when they are there. */
export interface BuiltGroup {
  readonly acts: readonly { readonly pending: PendingAct; readonly act: BuiltAct<unknown> }[];
  readonly work: Work;
}

/** Builds acts one on the other. One that cannot be built is answered here, and the others go on without it. */
export async function buildGroup(
  group: readonly PendingAct[],
  before: Work,
  { nowMs, laptopMs }: { readonly nowMs: number; readonly laptopMs: number },
  states: Known['states'],
): Promise<BuiltGroup> {
  const acts: { pending: PendingAct; act: BuiltAct<unknown> }[] = [];
  const overlay = createOverlay(states);
  let work = before;
  for (const pending of group) {
    try {
      const built = await pending.build({ work, nowMs, states: overlay.states });
      if (built.ok) {
        const records = built.value.frames.flat();
        work = workAfter(work, records, laptopMs);
        overlay.take(records);
        acts.push({ pending, act: built.value });
      } else pending.answer(built);
    } catch (error) {
      pending.fail(error);
    }
  }
  return { acts, work };
}

/** States as they are after the acts of the group that are built already. */
function createOverlay(below: Known['states']) {
  const loaded = new Map<RecordId, RecordState | undefined>();
  const written: Entry[] = [];
  return {
    async states(records: readonly RecordId[]): Promise<Result<StatesById, Failure>> {
      const missing = records.filter((record) => !loaded.has(record));
      if (missing.length > 0) {
        const found = await below(missing);
        if (!found.ok) return found;
        for (const record of missing) loaded.set(record, found.value.get(record));
      }
      const states = new Map<RecordId, RecordState>();
      for (const record of records) {
        const entries = written.filter((entry) => entry.record === record);
        const state = entries.reduce<RecordState | undefined>(foldEntry, loaded.get(record));
        if (state) states.set(record, state);
      }
      return ok(states);
    },
    take(records: readonly JournalRecord[]): void {
      written.push(...records.flatMap((record) => (record.is === 'entry' ? [record.entry] : [])));
    },
  };
}

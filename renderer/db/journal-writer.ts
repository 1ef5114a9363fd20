import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { JournalNote } from '#shared/journal/frame.ts';
import type { JournalRecord } from '#shared/journal/journal-record.ts';
import { encodeJournalAct } from '#shared/journal/journal-record.ts';
import type { ActIndex } from './act-index.ts';
import type { ActBuilder, BuiltGroup, PendingAct } from './build-group.ts';
import { buildGroup } from './build-group.ts';
import { replayJournal } from './replay-journal.ts';
import type { Work } from './work.ts';
import { workAfter } from './work.ts';

/**
 * The one writer. Acts are taken in the order they came; those that come while the disk is busy are written together.
 * `act` answers when its frames are durable and the index has them (or is known to be behind: it is saved all the same).
 */
export interface JournalWriter {
  act<T>(build: ActBuilder<T>): Promise<Result<T, Failure>>;
  /** Runs something between two acts. */
  alone(run: () => Promise<void>): Promise<void>;
  work(): Work;
}

export interface WriterDeps {
  readonly desktop: Desktop;
  readonly index: Pick<ActIndex, 'apply' | 'states' | 'fallBehind'>;
  /** How far the journal is, and what it makes of the work. */
  readonly note: JournalNote;
  readonly work: Work;
  /** This laptop's clock, corrected by the server's; and as the laptop shows it, which drafts are dated by. */
  nowMs(): number;
  laptopMs(): number;
  onSaving(saving: SavingState): void;
}

/** What the writer says of itself. */
export type SavingState =
  | { readonly saving: 'saving' | 'saved' }
  | { readonly saving: 'failed'; readonly failure: Failure };

type Job = { readonly alone: () => Promise<void> } | { readonly act: PendingAct };

// One append carries at most 1000 payloads, and an act may have several.
const MAX_GROUP = 100;

export function createJournalWriter(deps: WriterDeps): JournalWriter {
  const { desktop, index } = deps;
  const queue: Job[] = [];
  let { note, work } = deps;
  let isRunning = false;
  // After an append that ended badly it is looked up what the journal really holds before anything follows it.
  let isDoubtful = false;

  async function drain(): Promise<void> {
    isRunning = true;
    // A turn later, acts of one event are together.
    await Promise.resolve();
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
      if ('alone' in job) await job.alone();
      else await commit([job.act, ...takeActs()]);
    }
    isRunning = false;
  }

  function takeActs(): readonly PendingAct[] {
    const alone = queue.findIndex((job) => 'alone' in job);
    const end = Math.min(MAX_GROUP - 1, alone < 0 ? queue.length : alone);
    return queue.splice(0, end).flatMap((job) => ('act' in job ? [job.act] : []));
  }

  function enqueue(job: Job): void {
    queue.push(job);
    if (!isRunning) void drain();
  }

  async function commit(group: readonly PendingAct[]): Promise<void> {
    deps.onSaving({ saving: 'saving' });
    const certain = isDoubtful ? await lookUp() : ok(null);
    if (!certain.ok) return refuse(group, certain.error);
    const clock = { nowMs: deps.nowMs(), laptopMs: deps.laptopMs() };
    const built = await buildGroup(group, work, clock, index.states);
    const saved = await write(built);
    if (!saved.ok) {
      return refuse(
        built.acts.map(({ pending }) => pending),
        saved.error,
      );
    }
    deps.onSaving({ saving: 'saved' });
    for (const { pending, act } of built.acts) pending.answer(ok(act.answer));
  }

  function refuse(acts: readonly PendingAct[], failure: Failure): void {
    deps.onSaving({ saving: 'failed', failure });
    for (const act of acts) act.answer(err(failure));
  }

  async function write(built: BuiltGroup): Promise<Result<null, Failure>> {
    const frames = built.acts.flatMap(({ act }) => act.frames);
    if (frames.length === 0) return ok(null);
    const appended = await append(desktop, frames);
    if (!appended.ok) {
      isDoubtful = true;
      return appended;
    }
    work = built.work;
    if (appended.value.frames === note.frames + frames.length) {
      note = appended.value;
      const acts = frames.map((records) => ({ records, unknown: 0 }));
      await index.apply(acts, note);
    } else {
      // The journal has frames that an append left there which was said to have failed.
      isDoubtful = true;
      index.fallBehind();
    }
    return ok(null);
  }

  /** Takes in what the journal holds after `note`: acts whose append was said to have failed and had not. */
  async function lookUp(): Promise<Result<null, Failure>> {
    const read = await replayJournal(desktop, note, async (acts, after) => {
      const records = acts.flatMap((act) => act.records);
      work = workAfter(work, records, deps.laptopMs());
      note = after;
      await index.apply(acts, after);
    });
    if (!read.ok) return read;
    isDoubtful = false;
    return ok(null);
  }

  return {
    act: <T>(build: ActBuilder<T>) =>
      new Promise<Result<T, Failure>>((resolve, reject) => {
        // `build` makes the T that comes back with its answer.
        const answer = resolve as PendingAct['answer'];
        enqueue({ act: { build, answer, fail: reject } });
      }),
    alone: (run) =>
      new Promise<void>((resolve, reject) => {
        enqueue({ alone: () => run().then(resolve, reject) });
      }),
    work: () => work,
  };
}

async function append(
  desktop: Desktop,
  frames: readonly (readonly JournalRecord[])[],
): Promise<Result<JournalNote, Failure>> {
  try {
    return await desktop.call('journal.append', { payloads: frames.map(encodeJournalAct) });
  } catch (error) {
    return err({ kind: 'journal/write-failed', detail: String(error) });
  }
}

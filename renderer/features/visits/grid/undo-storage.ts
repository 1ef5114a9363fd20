import { z } from 'zod';
import type { Failure } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import { recordIdSchema } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import type { SettingStore } from '../../../db/stores.ts';
import type { UndoLog, UndoStep } from './undo-log.ts';
import { emptyLog, MAX_STEPS } from './undo-log.ts';

/** Keeps the undo logs of the visits that were typed last, where drafts are kept: they outlive the app. */
export interface UndoStorage {
  readonly save: (log: UndoLog) => Promise<Result<unknown, Failure>>;
  /** The log of an earlier session with this visit; empty where too many others were typed since. */
  readonly load: () => Promise<UndoLog>;
}

// Each step is written with its neighbours, some 2 kB at a time, instead of with all others.
const STEPS_PER_PIECE = 20;
const PIECES = MAX_STEPS / STEPS_PER_PIECE + 1;
const KEY = 'price-grid.undo';
/** Visits whose logs are kept: each in a slot, which the next visit takes over from the one typed longest ago. */
const MAX_VISITS = 5;

const cellsSchema = z.record(
  z.string(),
  z.strictObject({
    value: z.exactOptional(z.json()),
    raw: z.exactOptional(z.string()),
    reason: z.exactOptional(z.string()),
    remark: z.exactOptional(z.string()),
    isCarried: z.exactOptional(z.literal(true)),
  }),
);
const stepSchema = z.array(
  z.strictObject({ row: recordIdSchema, before: cellsSchema, after: cellsSchema }),
);
/** The visits with a log, the one typed last at the end. */
const headsSchema = z.array(
  z.strictObject({
    visit: recordIdSchema,
    slot: z.int(),
    first: z.int(),
    count: z.int(),
    done: z.int(),
  }),
);
const pieceSchema = z.strictObject({
  visit: recordIdSchema,
  piece: z.int(),
  steps: z.record(z.string(), stepSchema),
});

export function createUndoStorage(settings: SettingStore, visit: RecordId): UndoStorage {
  const saved = new Map<number, UndoStep>();

  async function loadHeads(): Promise<z.infer<typeof headsSchema>> {
    return headsSchema.safeParse(await settings.get(KEY)).data ?? [];
  }
  function savePiece(slot: number, piece: number, log: UndoLog): Promise<Result<unknown, Failure>> {
    const steps = log.steps.flatMap((step, at) =>
      pieceOf(log.first + at) === piece ? [[String(log.first + at), step] as const] : [],
    );
    return settings.set(keyOf(slot, piece), {
      visit,
      piece,
      steps: Object.fromEntries(steps) as unknown as Json,
    });
  }
  async function readPiece(slot: number, piece: number): Promise<ReadonlyMap<number, UndoStep>> {
    const read = pieceSchema.safeParse(await settings.get(keyOf(slot, piece)));
    if (!read.success || read.data.visit !== visit || read.data.piece !== piece) return new Map();
    // What was written by this module reads as it was: answers are JSON.
    const steps = Object.entries(read.data.steps) as unknown as readonly [string, UndoStep][];
    return new Map(steps.map(([number, step]) => [Number(number), step]));
  }

  return {
    async save(log) {
      const changed = log.steps.flatMap((step, at) =>
        saved.get(log.first + at) === step ? [] : [log.first + at],
      );
      const heads = await loadHeads();
      const others = heads.filter((head) => head.visit !== visit).slice(1 - MAX_VISITS);
      const slot = heads.find((head) => head.visit === visit)?.slot ?? freeSlot(others);
      const head = { visit, slot, first: log.first, count: log.steps.length, done: log.done };
      const results = await Promise.all([
        ...[...new Set(changed.map(pieceOf))].map((piece) => savePiece(slot, piece, log)),
        settings.set(KEY, [...others, head]),
      ]);
      const failed = results.find((result) => !result.ok);
      if (failed) return failed;
      for (const number of changed) {
        const step = log.steps[number - log.first];
        if (step) saved.set(number, step);
      }
      return ok(null);
    },
    async load() {
      const head = (await loadHeads()).find((each) => each.visit === visit);
      if (!head) return emptyLog;
      const { slot, first, count, done } = head;
      const from = pieceOf(first);
      const pieces = await Promise.all(
        Array.from({ length: PIECES }, (_, at) => readPiece(slot, from + at)),
      );
      const known = new Map(pieces.flatMap((piece) => [...piece]));
      const steps = Array.from({ length: count }, (_, at) => known.get(first + at));
      // A power cut between a step and the head: nothing of it can be trusted to fit.
      if (!steps.every((step) => step !== undefined)) return emptyLog;
      for (const [at, step] of steps.entries()) saved.set(first + at, step);
      return { first, steps, done };
    },
  };
}

function keyOf(slot: number, piece: number): string {
  return `${KEY}/${slot}/${piece % PIECES}`;
}

function freeSlot(taken: readonly { readonly slot: number }[]): number {
  const slots = Array.from({ length: MAX_VISITS }, (_, slot) => slot);
  return slots.find((slot) => taken.every((head) => head.slot !== slot)) ?? 0;
}

function pieceOf(number: number): number {
  return Math.floor(number / STEPS_PER_PIECE);
}

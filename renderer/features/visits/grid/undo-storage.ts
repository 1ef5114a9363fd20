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

/** Keeps the undo log of the visit that was typed last, where drafts are kept: it outlives the app. */
export interface UndoStorage {
  readonly save: (log: UndoLog) => Promise<Result<unknown, Failure>>;
  /** The log of an earlier session with this visit; empty where the last one was with another. */
  readonly load: () => Promise<UndoLog>;
}

// Each step is written with its neighbours, some 2 kB at a time, instead of with all others.
const STEPS_PER_PIECE = 20;
const PIECES = MAX_STEPS / STEPS_PER_PIECE + 1;
const KEY = 'price-grid.undo';

const cellsSchema = z.record(
  z.string(),
  z.strictObject({
    value: z.exactOptional(z.json()),
    raw: z.exactOptional(z.string()),
    reason: z.exactOptional(z.string()),
    isCarried: z.exactOptional(z.literal(true)),
  }),
);
const stepSchema = z.array(
  z.strictObject({ row: recordIdSchema, before: cellsSchema, after: cellsSchema }),
);
const headSchema = z.strictObject({
  visit: recordIdSchema,
  first: z.int(),
  count: z.int(),
  done: z.int(),
});
const pieceSchema = z.strictObject({
  visit: recordIdSchema,
  piece: z.int(),
  steps: z.record(z.string(), stepSchema),
});

export function createUndoStorage(settings: SettingStore, visit: RecordId): UndoStorage {
  const saved = new Map<number, UndoStep>();

  function keyOf(piece: number): string {
    return `${KEY}/${piece % PIECES}`;
  }
  function savePiece(piece: number, log: UndoLog): Promise<Result<unknown, Failure>> {
    const steps = log.steps.flatMap((step, at) =>
      pieceOf(log.first + at) === piece ? [[String(log.first + at), step] as const] : [],
    );
    return settings.set(keyOf(piece), {
      visit,
      piece,
      steps: Object.fromEntries(steps) as unknown as Json,
    });
  }
  async function readPiece(piece: number): Promise<ReadonlyMap<number, UndoStep>> {
    const read = pieceSchema.safeParse(await settings.get(keyOf(piece)));
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
      const head = { visit, first: log.first, count: log.steps.length, done: log.done };
      const results = await Promise.all([
        ...[...new Set(changed.map(pieceOf))].map((piece) => savePiece(piece, log)),
        settings.set(KEY, head),
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
      const head = headSchema.safeParse(await settings.get(KEY));
      if (!head.success || head.data.visit !== visit) return emptyLog;
      const { first, count, done } = head.data;
      const from = pieceOf(first);
      const pieces = await Promise.all(
        Array.from({ length: PIECES }, (_, at) => readPiece(from + at)),
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

function pieceOf(number: number): number {
  return Math.floor(number / STEPS_PER_PIECE);
}

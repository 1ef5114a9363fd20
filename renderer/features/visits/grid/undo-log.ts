import type { RowChange } from './cell-change.ts';

/** One thing a person did, in as many rows as it touched. */
export type UndoStep = readonly RowChange[];

/** What can be undone and done again. `first`: the number of the oldest step that is kept, so that each step has one for ever. */
export interface UndoLog {
  readonly first: number;
  readonly steps: readonly UndoStep[];
  /** How many of the steps are done; those after it were undone. */
  readonly done: number;
}

export const emptyLog: UndoLog = { first: 0, steps: [], done: 0 };

/** Steps that are kept: more than a person remembers. */
export const MAX_STEPS = 200;

/** The log after something was done: what was undone before cannot be done again. */
export function withStep(log: UndoLog, step: UndoStep): UndoLog {
  const steps = [...log.steps.slice(0, log.done), step];
  const dropped = Math.max(0, steps.length - MAX_STEPS);
  return { first: log.first + dropped, steps: steps.slice(dropped), done: steps.length - dropped };
}

interface Moved {
  readonly log: UndoLog;
  readonly step: UndoStep;
}

/** The last step that is done, and the log without it; undefined where there is none. */
export function undone(log: UndoLog): Moved | undefined {
  const step = log.steps[log.done - 1];
  return step && { log: { ...log, done: log.done - 1 }, step };
}

/** The step that was undone last, and the log with it. */
export function redone(log: UndoLog): Moved | undefined {
  const step = log.steps[log.done];
  return step && { log: { ...log, done: log.done + 1 }, step };
}

import type { FormContext } from '#shared/forms/context.ts';
import { shownFields } from '#shared/forms/hidden-answers.ts';
import type { FormStatus, Issue } from '../../../forms/form-status.ts';
import { issuesOf, readStatus } from '../../../forms/form-status.ts';
import type { GridRow, RowState } from './grid-row.ts';

/** What is looked at to check a row: everything but the row itself. */
export type ContextOfRow = (row: GridRow) => FormContext;

/** Reads what rows amount to, each once for every change of it. */
export interface RowReader {
  readonly status: (row: GridRow) => FormStatus;
  /** The questions that have a cell in a row. A finished row is not checked for it: no cell hangs on what a check finds. */
  readonly shown: (row: GridRow) => ReadonlySet<string>;
  /** What keeps a row from being finished. */
  readonly issues: (row: GridRow) => readonly Issue[];
  readonly state: (row: GridRow) => RowState;
  readonly context: ContextOfRow;
}

export function createRowReader(context: ContextOfRow): RowReader {
  const statuses = new WeakMap<GridRow, FormStatus>();
  const shownSets = new WeakMap<GridRow, ReadonlySet<string>>();
  const states = new WeakMap<GridRow, RowState>();

  function status(row: GridRow): FormStatus {
    const known = statuses.get(row) ?? readStatus(row.form, row.content, context(row));
    statuses.set(row, known);
    return known;
  }
  function shown(row: GridRow): ReadonlySet<string> {
    if (row.hasDraft || !row.record) return status(row).shown;
    const { form, content } = row;
    const known = shownSets.get(row) ?? new Set(shownFields(form, content.answers, context(row)));
    shownSets.set(row, known);
    return known;
  }
  function issues(row: GridRow): readonly Issue[] {
    return issuesOf(row.form, row.content, status(row), row.retyped);
  }
  function stateOf(row: GridRow): RowState {
    const { record, hasDraft } = row;
    if (row.isFinishing) return { is: 'finishing' };
    if (record && !hasDraft) {
      if (record.conflicts.length > 0) return { is: 'conflict' };
      if (record.review === 'returned') return { is: 'returned' };
      return { is: row.isLocked ? 'locked' : 'finished' };
    }
    if (!hasDraft) return { is: 'empty' };
    const open = issues(row);
    const warned = open.filter(isWarning).length;
    if (open.length > warned) return { is: 'missing', count: open.length - warned };
    if (warned > 0) return { is: 'warned' };
    return { is: record ? 'changed' : 'ready' };
  }
  return {
    status,
    shown,
    issues,
    context,
    state(row) {
      const known = states.get(row) ?? stateOf(row);
      states.set(row, known);
      return known;
    },
  };
}

/** Whether an issue is settled by saying why, rather than by another answer. */
function isWarning(issue: Issue): boolean {
  return (
    issue.kind === 'no-reason' || issue.kind === 'not-retyped' || issue.field === 'outlier_reason'
  );
}

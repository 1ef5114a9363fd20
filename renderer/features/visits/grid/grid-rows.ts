import type { RecordId } from '#shared/core/ids.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import type { Draft } from '#shared/records/draft.ts';
import type { RecordView } from '#shared/records/record.ts';
import { emptyContent } from '../../../forms/form-content.ts';
import { freshMemory, reopenedMemory, settleContent } from '../../../forms/settle-content.ts';
import type { Acting } from '../../../services/acting.ts';
import type { VisitPart } from '../../../services/visit-parts.ts';
import { answersOfDraft } from '../../../services/visit-parts.ts';
import { contentOf } from '../../../services/part-content.ts';
import { mayChange } from '../../../services/record-change.ts';
import { formOfPart } from '../record-subject.ts';
import type { GridRow } from './grid-row.ts';
import { isBlank } from './grid-row.ts';
import type { GridStateStore } from './grid-state.ts';
import type { RowReader } from './row-status.ts';

/** The rows of a grid, and how they come into it. */
export interface GridRows {
  /** There is always an empty row at the end to go on with, but in a visit of another team. */
  readonly addBlank: () => void;
  /** An empty row that is entered takes over what is pinned from the row above it. */
  readonly carryInto: (row: GridRow) => void;
  /** A new row that is not in the grid yet, with what is pinned from its last one. */
  readonly freshRow: () => GridRow;
  /** Puts those of the rows that are not in it yet at the end of the grid. */
  readonly addRows: (rows: readonly GridRow[]) => void;
  /** So many rows for what was asked here before: the empty one at the end first, and a new empty one after them. */
  readonly addItems: (count: number) => readonly RecordId[];
  /** Brings back a row that is not there any more. */
  readonly revive: (id: RecordId) => GridRow;
  /** Takes in a record that came from elsewhere. */
  readonly append: (record: RecordView) => void;
  /** Takes in a draft that was begun, or brought back, outside of the grid. */
  readonly takeDraft: (draft: Draft) => void;
  /** Answers of the other rows, the latest row first. */
  readonly answersBeside: (row: GridRow) => readonly Answers[];
}

interface RowsSetup {
  readonly state: GridStateStore;
  readonly reader: Pick<RowReader, 'context'>;
  readonly identity: Acting;
  /** Whether the visit is of another team: it is read only. */
  readonly isOthers: boolean;
  readonly newId: () => RecordId;
}

/** Fills a grid with the price parts of a visit. */
export function createGridRows(parts: readonly VisitPart[], setup: RowsSetup): GridRows {
  const { state, reader, identity, isOthers, newId } = setup;
  putRows([...parts.map(rowOf), ...(isOthers ? [] : [fresh()])]);

  function fresh(): GridRow {
    return newRow(newId());
  }

  function rowOf(part: VisitPart): GridRow {
    const { id, record, draft, answers } = part;
    const form = formOfPart('price', part);
    const content = contentOf(part);
    const row = { ...newRow(id), form, content, record, hasDraft: draft !== undefined };
    return {
      ...row,
      memory: reopenedMemory(form, answers, reader.context(row)),
      isLocked: record !== undefined && !mayChange(record, identity),
    };
  }
  function answersBeside(row: GridRow): readonly Answers[] {
    const { order, rows } = state.getState();
    return order
      .flatMap((id) => (id === row.id ? [] : [rows[id]?.content.answers ?? {}]))
      .toReversed();
  }
  function putRows(rows: readonly GridRow[]): void {
    state.setState({
      order: rows.map(({ id }) => id),
      rows: Object.fromEntries(rows.map((row) => [row.id, row])),
    });
  }
  function insert(row: GridRow): GridRow {
    const empty = isOthers ? 0 : 1;
    state.setState(({ order, rows }) => ({
      order: order.toSpliced(order.length - empty, 0, row.id),
      rows: { ...rows, [row.id]: row },
    }));
    return row;
  }
  function append(record: RecordView): void {
    insert(
      rowOf({
        id: record.id,
        kind: 'price',
        answers: record.answers as Answers,
        record,
        draft: undefined,
      }),
    );
  }
  function addBlank(): void {
    const { order, rows } = state.getState();
    const last = rows[order.at(-1) ?? ('' as RecordId)];
    if (isOthers || (last && isBlank(last))) return;
    const row = fresh();
    state.setState({ order: [...order, row.id], rows: { ...rows, [row.id]: row } });
  }
  /** The row with what is pinned from another one, where it has no answer itself. */
  function carried(row: GridRow, from: GridRow): GridRow {
    const { pins: pinned } = state.getState();
    const { content: own, memory } = row;
    const taken = Object.entries(from.content.answers).filter(
      ([name, value]) => pinned.has(name) && value !== undefined && own.answers[name] === undefined,
    );
    const isSame = taken.length === 0 && Object.keys(own.answers).length > 0;
    if (isSame) return row;
    const content = {
      ...own,
      answers: { ...Object.fromEntries(taken), ...own.answers },
      carried: [...own.carried, ...taken.map(([name]) => name)],
    };
    return { ...row, ...settleContent(row.form, { content, memory }, reader.context(row)) };
  }
  function carryInto(row: GridRow): void {
    const { order, rows } = state.getState();
    const above = rows[order[order.indexOf(row.id) - 1] ?? ('' as RecordId)];
    if (!isBlank(row) || !above) return;
    const next = carried(row, above);
    if (next !== row) state.setState({ rows: { ...rows, [row.id]: next } });
  }
  function freshRow(): GridRow {
    const { order, rows } = state.getState();
    const last = order.map((id) => rows[id]).findLast((row) => row && !isBlank(row));
    return last ? carried(fresh(), last) : fresh();
  }
  function addRows(added: readonly GridRow[]): void {
    const { order, rows } = state.getState();
    const unknown = added.filter(({ id }) => !rows[id]);
    putRows([...order.flatMap((id) => rows[id] ?? []), ...unknown]);
  }
  function addItems(count: number): readonly RecordId[] {
    const { order, rows } = state.getState();
    const last = rows[order.at(-1) ?? ('' as RecordId)];
    const free = last && isBlank(last) && last.content.answers['product_id'] === undefined;
    const first = free ? [last] : [];
    const added = Array.from({ length: count + 1 - first.length }, () => fresh());
    addRows(added);
    return [...first, ...added].slice(0, count).map(({ id }) => id);
  }
  function takeDraft(draft: Draft): void {
    const { record: id } = draft;
    if (state.getState().rows[id]) return;
    insert(rowOf({ id, kind: 'price', answers: answersOfDraft(draft), record: undefined, draft }));
  }

  return {
    addBlank,
    carryInto,
    freshRow,
    addRows,
    addItems,
    revive: (id) => insert(newRow(id)),
    append,
    takeDraft,
    answersBeside,
  };
}

function newRow(id: RecordId): GridRow {
  return {
    id,
    form: formOf('price'),
    content: emptyContent,
    memory: freshMemory,
    record: undefined,
    hasDraft: false,
    isLocked: false,
    isFinishing: false,
    retyped: {},
  };
}

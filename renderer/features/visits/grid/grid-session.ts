import type { Failure } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import { rederivedPrice } from '#shared/analysis/rederived-prices.ts';
import { canonicalJson } from '#shared/core/json.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { Autosave } from '../../../forms/autosave.ts';
import { createAutosave } from '../../../forms/autosave.ts';
import { itemsOf } from '../../../forms/registers.ts';
import { isOfOthers } from '../../../services/record-change.ts';
import type { AppServices } from '../../../services/services.ts';
import type { PastRecords, VisitReferences } from '../past-records.ts';
import { prepareReferences, recordedElsewhere } from '../past-records.ts';
import { contextOf } from '../record-subject.ts';
import type { VisitData } from '../use-visit-data.ts';
import type { GridActs } from './grid-acts.ts';
import { createGridActs } from './grid-acts.ts';
import type { GridColumn } from './grid-columns.ts';
import { gridColumns } from './grid-columns.ts';
import type { GridCursor } from './grid-cursor.ts';
import { createGridCursor } from './grid-cursor.ts';
import type { GridRows } from './grid-rows.ts';
import { createGridRows } from './grid-rows.ts';
import type { GridStateStore } from './grid-state.ts';
import { createGridState } from './grid-state.ts';
import { createItemOffer } from './item-memory.ts';
import type { ItemsAskedBefore } from './items-asked-before.ts';
import { createItemsAskedBefore } from './items-asked-before.ts';
import { lastVisit } from './last-visit.ts';
import type { RowFinish } from './row-finish.ts';
import { createRowFinish } from './row-finish.ts';
import { createRowSaver } from './row-saver.ts';
import type { RowReader } from './row-status.ts';
import { createRowReader } from './row-status.ts';
import type { UndoLog } from './undo-log.ts';
import { createUndoStorage } from './undo-storage.ts';
import type { TypingQueue } from './typing-queue.ts';
import { createTypingQueue } from './typing-queue.ts';
import { weighedContent } from './weighed-content.ts';

/** An open grid: the price rows of a visit, and all that can be done to them. */
export interface GridSession extends ItemsAskedBefore {
  /** Whether the visit is of another team: it is read only, and has no empty row. */
  readonly isOthers: boolean;
  readonly state: GridStateStore;
  readonly columns: readonly GridColumn[];
  readonly reader: RowReader;
  readonly references: (record: RecordId) => VisitReferences;
  /** The header of the visit as it is now, and the day. */
  readonly header: () => Answers;
  readonly today: PlainDate;
  /** Holds the rows against the header of the visit as it is now. */
  readonly takeHeader: (answers: Answers) => void;
  /** Holds the rows against the measures that were weighed, as they are now. */
  readonly takeFactors: (measures: readonly RecordView[]) => void;
  /** Holds the rows against what was recorded elsewhere, where it is other than before; what is typed stays as it is. */
  readonly takePast: (past: PastRecords) => void;
  /** Gives open rows of a unit without a fixed content what it was weighed to hold. */
  readonly fillContent: (unit: string) => void;
  /**
   * How many finished rows would come out otherwise with what is known now: per standard unit by the measures, or in
   * dollars alone by the rate.
   */
  readonly keptOtherwise: (by: 'measure' | 'rate') => number;
  readonly acts: GridActs;
  readonly cursor: GridCursor;
  readonly finish: RowFinish;
  /** Hears of rows whose change needs a reason and was left while they were being written. */
  readonly onLateChange: (hear: (rows: readonly RecordId[]) => void) => void;
  readonly autosave: Autosave;
  readonly typing: TypingQueue;
  /** Finishes what is complete and saves the rest; answers when all is on the disk. */
  readonly close: () => Promise<void>;
  readonly rows: Pick<GridRows, 'freshRow' | 'addRows' | 'takeDraft'>;
  /** Finishes those of the rows that are complete; says so where it fails. */
  readonly finishRows: (rows: readonly RecordId[]) => Promise<void>;
  /** Whether the text of the cell with the keyboard is being changed; nothing is drawn by it. */
  readonly editing: { readonly isTyped: () => boolean; readonly set: (isTyped: boolean) => void };
}

type Services = Pick<AppServices, 'store' | 'ambient' | 'identity'>;

export function createGridSession(
  data: VisitData,
  { store, ambient, identity }: Services,
  pins: ReadonlySet<string>,
  onFailure: (failure: Failure) => void,
): GridSession {
  const { whole, registers } = data;
  let { past } = data;
  const visit = whole.visit.id;
  const isOthers = isOfOthers(whole.visit.record, identity);
  const columns = gridColumns(formOf('price'));
  const state = createGridState(pins);
  let header = whole.visit;
  let factors = registers.items('unit_factor');
  let references = referencesOfHeader();
  let before = lastVisit(past, visit, header.answers);
  const reader = createRowReader((row) => {
    const subject = {
      ...data,
      whole: { ...whole, visit: header },
      id: row.id,
      kind: 'price' as const,
      form: row.form,
      part: undefined,
    };
    return { ...contextOf(subject, references(row.id)), siblings: finishedBeside(row.id) };
  });
  const parts = whole.parts.filter(({ kind }) => kind === 'price');
  const rows = createGridRows(parts, {
    state,
    reader,
    identity,
    isOthers,
    newId: () => ambient.newRecordId(),
  });
  const autosave = createAutosave();
  const typing = createTypingQueue();
  const undoStorage = createUndoStorage(store.settings, visit);
  let unsavedLog: UndoLog | undefined;
  let isTyped = false;
  let hearLate: ((rows: readonly RecordId[]) => void) | undefined;
  const editing = {
    isTyped: () => isTyped,
    set(now: boolean) {
      isTyped = now;
    },
  };
  const saver = createRowSaver({
    state,
    store,
    visit,
    nowMs: () => ambient.nowMs(),
    autosave,
    onSave: typing.flush,
    saveMore,
  });
  const finish = createRowFinish({
    state,
    reader,
    saver,
    store,
    identity,
    visit,
    append: rows.append,
    onLateChange: (late) => hearLate?.(late),
  });
  const acts = createGridActs({
    state,
    reader,
    offer: createItemOffer({ here: rows.answersBeside, past: past.prices.map(answersOf) }, reader),
    revive: rows.revive,
    onChange(id) {
      saver.touch(id);
      rows.addBlank();
    },
    onLog(log) {
      unsavedLog = log;
      autosave.touch();
    },
  });
  const cursor = createGridCursor({
    state,
    reader,
    columns,
    onLeaveCell() {
      typing.flush();
      acts.settle();
      const { at } = state.getState();
      if (at) acts.notice(at.row);
      editing.set(false);
    },
    onLeaveRow: (id) => void finishRows([id]),
    onEnterRow: rows.carryInto,
  });

  function referencesOfHeader() {
    return prepareReferences(past, registers, {
      country: textAnswer(header.answers['country']) ?? '',
      record: '',
      visit: header.answers,
      today: data.today,
      factors,
    });
  }
  function takeHeader(answers: Answers): void {
    if (canonicalJson(answers) === canonicalJson(header.answers)) return;
    header = { ...header, answers };
    findAnew();
  }
  function takeFactors(measures: readonly RecordView[]): void {
    const taken = itemsOf(measures);
    if (canonicalJson(taken) === canonicalJson(factors)) return;
    factors = taken;
    findAnew();
  }
  function takePast(now: PastRecords): void {
    if (recordedElsewhere(now, visit) === recordedElsewhere(past, visit)) return;
    past = now;
    findAnew();
  }
  function findAnew(): void {
    references = referencesOfHeader();
    before = lastVisit(past, visit, header.answers);
    // What was found of the rows is found anew.
    const { rows: now } = state.getState();
    state.setState({
      rows: Object.fromEntries(Object.entries(now).map(([id, row]) => [id, { ...row }])),
    });
  }
  function fillContent(unit: string): void {
    const open = Object.values(state.getState().rows).filter(({ isLocked }) => !isLocked);
    const contents = open.flatMap((row) => weighedContent(row, unit, reader));
    if (contents.length > 0) acts.give(contents);
  }
  function keptOtherwise(by: 'measure' | 'rate'): number {
    return Object.values(state.getState().rows).filter((row) => {
      const { record } = row;
      if (!record || row.hasDraft) return false;
      const answers = answersOf(record);
      const now = rederivedPrice(row.id, row.form, answers, reader.context(row));
      if (now === undefined) return false;
      const isMeasure = now.std.before !== now.std.after;
      return by === 'measure' ? isMeasure : !isMeasure && now.usd.before !== now.usd.after;
    }).length;
  }
  async function saveMore(): Promise<Result<unknown, Failure>> {
    const log = unsavedLog;
    if (!log) return ok(null);
    unsavedLog = undefined;
    const saved = await undoStorage.save(log);
    if (!saved.ok) unsavedLog ??= log;
    return saved;
  }
  async function finishRows(ids: readonly RecordId[]): Promise<void> {
    const finished = await finish.finishNew(ids);
    if (!finished.ok) onFailure(finished.error);
  }
  function finishedBeside(id: RecordId): readonly Answers[] {
    return Object.values(state.getState().rows).flatMap((row) =>
      row.id !== id && row.record ? [row.record.answers as Answers] : [],
    );
  }
  void undoStorage.load().then(acts.resume);
  return {
    isOthers,
    state,
    columns,
    reader,
    references: (id) => references(id),
    header: () => header.answers,
    today: data.today,
    takeHeader,
    takeFactors,
    takePast,
    fillContent,
    keptOtherwise,
    ...createItemsAskedBefore({ lastVisit: () => before, state, rows, acts, cursor }),
    acts,
    cursor,
    finish,
    onLateChange(hear) {
      hearLate = hear;
    },
    autosave,
    typing,
    editing,
    close,
    rows,
    finishRows,
  };

  async function close(): Promise<void> {
    const { at } = state.getState();
    typing.flush();
    acts.settle();
    if (at) await finishRows([at.row]);
    await autosave.flush();
  }
}

function answersOf(record: RecordView): Answers {
  return record.answers as Answers;
}

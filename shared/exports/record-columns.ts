import { toInstant } from '../core/instant.ts';
import type { PersonId } from '../core/ids.ts';
import type { Stamp } from '../core/stamp.ts';
import { parseStamp } from '../core/stamp.ts';
import { isMissing } from '../forms/answers.ts';
import type { SurveyFormId } from '../forms/definitions/catalogue.ts';
import { choiceLabel, fieldTexts, formTitle } from '../forms/form-labels.ts';
import type { RecordView } from '../records/record.ts';
import { answerColumns, questionColumns } from './answer-columns.ts';
import { missingText, notesText } from './answer-text.ts';
import type { ExportSource } from './export-source.ts';
import type { ExportChoices } from './manifest.ts';
import { isPersonal, maySharePersonal } from './personal-data.ts';
import type { RecordColumn } from './record-column.ts';
import { withCompanions } from './record-column.ts';
import { outcomeTexts, recordTexts } from './record-texts.ts';
import type { Cell, ColumnType } from './table.ts';

/** What decides how records are written. `offsetMinutes`: the clock that moments without a place of their own are told by. */
export interface ExportOrder {
  readonly choices: ExportChoices;
  readonly offsetMinutes: number;
}

type RecordColumnName = keyof typeof recordTexts;

// What a reader of prices needs of the visit without looking it up by PARENT_KEY.
const visitFields: ReadonlySet<string> = new Set([
  'round_id',
  'visit_date',
  'country',
  'admin1_pcode',
  'market_id',
  'outlet_type',
]);

/** Every column of a form's table: keys, review, who and when, the visit's place and day, answers, what was not answered. */
export function recordColumns(
  form: SurveyFormId,
  source: ExportSource,
  order: ExportOrder,
): readonly RecordColumn[] {
  const { choices } = order;
  const isPart = form !== 'visit';
  return [
    own('KEY', 'text', choices, (record) => record.id),
    ...(isPart ? [own('PARENT_KEY', 'text', choices, (record) => record.visit ?? null)] : []),
    ...reviewColumns(choices),
    ...authorColumns(source, order),
    ...(isPart ? visitColumns(source, choices) : []),
    ...questionColumns(form, choices.personal).flatMap((column) =>
      answerColumns(form, column, source, choices),
    ),
    ...noteColumns(form, source, choices),
  ];
}

function own(
  name: RecordColumnName,
  type: ColumnType,
  { language, texts }: ExportChoices,
  read: (record: RecordView) => Cell,
): RecordColumn {
  return { name, header: texts === 'names' ? name : recordTexts[name][language], type, read };
}

function reviewColumns(choices: ExportChoices): readonly RecordColumn[] {
  function listed(list: 'review_status' | 'yes_no', code: string | undefined): Cell {
    if (code === undefined || choices.texts === 'names') return code ?? null;
    return choiceLabel(list, code)?.[choices.language] ?? code;
  }
  return [
    own('review_status', 'text', choices, (record) => listed('review_status', record.review)),
    own('flagged', 'text', choices, (record) => listed('yes_no', record.flagged ? 'yes' : 'no')),
    own('entered_version', 'integer', choices, (record) => String(record.form)),
  ];
}

function authorColumns(source: ExportSource, order: ExportOrder): readonly RecordColumn[] {
  const { choices, offsetMinutes } = order;
  function person(code: PersonId): string {
    return choices.texts === 'names' ? code : (source.itemLabel('person', code) ?? code);
  }
  function moment(stamp: Stamp): Cell {
    const ms = parseStamp(stamp)?.ms;
    return ms === undefined ? null : toInstant(ms, offsetMinutes);
  }
  return [
    own('recorded_by', 'text', choices, (record) => person(record.owner)),
    own('recorded_at', 'datetime', choices, (record) => moment(record.createdAt)),
    own('changed_by', 'text', choices, (record) => person(record.changedBy)),
    own('changed_at', 'datetime', choices, (record) => moment(record.changedAt)),
  ].flatMap((column) => withCompanions(column, choices));
}

function visitColumns(source: ExportSource, choices: ExportChoices): readonly RecordColumn[] {
  const title = formTitle('visit')[choices.language];
  const columns = questionColumns('visit', 'left_out')
    .filter(({ name }) => visitFields.has(name))
    .flatMap((column) => answerColumns('visit', column, source, choices));
  // Records of a visit come one after the other as a rule: its cells are read once for all of them.
  let last: { readonly visit: RecordView | undefined; readonly cells: readonly Cell[] } | undefined;
  function cellsOf(record: RecordView): readonly Cell[] {
    const visit = record.visit === undefined ? undefined : source.visit(record.visit);
    if (last?.visit?.id !== visit?.id || last === undefined) {
      last = { visit, cells: visit ? columns.map((column) => column.read(visit)) : [] };
    }
    return last.cells;
  }
  return columns.map((column, i) => ({
    ...column,
    name: `visit-${column.name}`,
    header: choices.texts === 'names' ? `visit-${column.name}` : `${title}: ${column.header}`,
    read: (record) => cellsOf(record)[i] ?? null,
  }));
}

function noteColumns(
  form: SurveyFormId,
  source: ExportSource,
  choices: ExportChoices,
): readonly RecordColumn[] {
  function notes(
    notesOf: (record: RecordView) => readonly (readonly [field: string, note: string])[],
  ): (record: RecordView) => Cell {
    return (record) => {
      const shared = maySharePersonal(record, source, choices.personal);
      const given = notesOf(record).filter(([field]) => shared || !isPersonal(form, field));
      return given.length === 0
        ? null
        : notesText(given.map(([field, note]) => [question(field), note]));
    };
  }
  function question(field: string): string {
    return choices.texts === 'names'
      ? field
      : (fieldTexts(form, field)?.[choices.language] ?? field);
  }
  return [
    own(
      'missing_answers',
      'text',
      choices,
      notes((record) => missingAnswers(record, choices)),
    ),
    own(
      'reasons',
      'text',
      choices,
      notes((record) => Object.entries(record.reasons)),
    ),
    own('warnings', 'text', choices, (record) => warningsCell(record, choices)),
    own(
      'remarks',
      'text',
      choices,
      notes((record) => Object.entries(record.remarks)),
    ),
  ];
}

/** Names and outcomes of warnings with the answers as they had been typed; no field of a price is personal. */
function warningsCell({ warnings }: RecordView, { language, texts }: ExportChoices): Cell {
  if (warnings.length === 0) return null;
  const outcomes = warnings.map(({ name, outcome, typed }) => {
    const before = Object.entries(typed).map(([field, value]) => `${field}=${value}`);
    const done = texts === 'names' ? outcome : outcomeTexts[outcome][language];
    return [name, `${done} (${before.join(' ')})`] as const;
  });
  return notesText(outcomes);
}

function missingAnswers(
  record: RecordView,
  choices: ExportChoices,
): readonly (readonly [field: string, reason: string])[] {
  return Object.entries(record.answers).flatMap(([field, value]) =>
    isMissing(value) ? [[field, missingText(value.missing, choices)] as const] : [],
  );
}

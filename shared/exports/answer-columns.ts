import type { Answers } from '../forms/answers.ts';
import { isMissing } from '../forms/answers.ts';
import type { SurveyFormId } from '../forms/definitions/catalogue.ts';
import { publishedForms } from '../forms/definitions/catalogue.ts';
import type { Column as FormColumn, ColumnType as FormColumnType } from '../forms/form-columns.ts';
import { formColumns } from '../forms/form-columns.ts';
import { columnPartLabel, fieldTexts } from '../forms/form-labels.ts';
import { codeText, codesText } from './answer-text.ts';
import type { ExportSource } from './export-source.ts';
import type { RecordView } from '../records/record.ts';
import type { ExportChoices } from './manifest.ts';
import { maySharePersonal } from './personal-data.ts';
import type { RecordColumn } from './record-column.ts';
import { withCompanions } from './record-column.ts';
import type { Cell, ColumnType } from './table.ts';

const typeOf: Readonly<Record<FormColumnType, ColumnType>> = {
  text: 'text',
  code: 'text',
  codes: 'text',
  hashes: 'text',
  integer: 'integer',
  decimal: 'decimal',
  date: 'date',
  datetime: 'datetime',
};

/**
 * The columns of a form's questions, those of every version it was ever published in, the newest first. Personal ones
 * are there only where the export asks for them; a review state has a column of its own on every record.
 */
export function questionColumns(
  form: SurveyFormId,
  personal: ExportChoices['personal'],
): readonly FormColumn[] {
  const byName = new Map<string, FormColumn>();
  for (const version of publishedForms()
    .filter(({ id }) => id === form)
    .toReversed()) {
    for (const column of formColumns(version)) {
      if (version.fields[column.field]?.review === true) continue;
      if (column.personal && personal === 'left_out') continue;
      if (!byName.has(column.name)) byName.set(column.name, column);
    }
  }
  return [...byName.values()];
}

/** What people call a question, or a part of one; its machine name where the export is in names. */
function questionHeader(
  form: SurveyFormId,
  column: FormColumn,
  { language, texts }: Pick<ExportChoices, 'language' | 'texts'>,
): string {
  const label = fieldTexts(form, column.field)?.[language];
  if (texts === 'names' || label === undefined) return column.name;
  if (column.part === undefined) return label;
  return `${label} – ${columnPartLabel(form, column.field, column.part)?.[language] ?? column.part}`;
}

/** A question's column, with its Solar Hijri companion where it is a date. Personal answers are given only as far as they may leave. */
export function answerColumns(
  form: SurveyFormId,
  column: FormColumn,
  source: Pick<ExportSource, 'itemLabel' | 'visit'>,
  choices: ExportChoices,
): readonly RecordColumn[] {
  const answer: RecordColumn = {
    name: column.name,
    header: questionHeader(form, column, choices),
    type: typeOf[column.type],
    read: (record) => {
      if (column.personal && !maySharePersonal(record, source, choices.personal)) return null;
      return answerCell(column, record, source, choices);
    },
  };
  return withCompanions(answer, choices);
}

/** The answer of one column as a cell; "don't know" and "refused" have a column of their own and leave this one empty. */
function answerCell(
  column: FormColumn,
  record: RecordView,
  source: Pick<ExportSource, 'itemLabel'>,
  choices: ExportChoices,
): Cell {
  // A record's answers were held against its form when it was written, and again when it was taken in.
  const value = column.read(record.answers as Answers);
  if (value === undefined || isMissing(value)) return null;
  if (column.type === 'code') return codeText(String(value), column.choices, source, choices);
  if (column.type === 'codes') return codesText(String(value), column.choices, source, choices);
  return String(value);
}

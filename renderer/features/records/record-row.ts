import { searchKey } from '#shared/core/search-key.ts';
import type { AnswerValue, Answers } from '#shared/forms/answers.ts';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { answerText } from '../../forms/answer-text.ts';

/** A record in the table, with the visit it belongs to (a visit with itself). */
export interface RecordRow {
  readonly record: RecordView;
  readonly visit: RecordView | undefined;
}

/** What a cell is sorted by: exact numbers as numbers, the rest by its words. */
export type SortValue = string | number | undefined;

/** Pairs records with their visits. */
export function pairWithVisits(
  records: readonly RecordView[],
  visits: ReadonlyMap<string, RecordView>,
): readonly RecordRow[] {
  return records.map((record) => ({
    record,
    visit: record.visit === undefined ? record : visits.get(record.visit),
  }));
}

/** The value of a question in a record; undefined where it was not answered. */
export function valueOf(record: RecordView, field: string): AnswerValue | undefined {
  return (record.answers as Answers)[field];
}

/** A question's answer in words. */
export function cellText(record: RecordView, field: string, reader: AnswerReader): string {
  const kind = record.kind as SurveyFormId;
  const definition = formOf(kind).fields[field];
  return definition === undefined
    ? ''
    : answerText(kind, field, definition, valueOf(record, field), reader);
}

/** Everything of a row that can be found by typing, folded: choices by their names and their codes. */
export function rowSearchKey({ record, visit }: RecordRow, reader: AnswerReader): string {
  const own = Object.keys(record.answers).map((field) => cellText(record, field, reader));
  const codes = Object.values(record.answers).filter((value) => typeof value === 'string');
  const place =
    visit === undefined || visit === record
      ? []
      : [cellText(visit, 'market_id', reader), cellText(visit, 'outlet_name', reader)];
  return searchKey([...own, ...codes, ...place].join(' '));
}

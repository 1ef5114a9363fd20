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

/**
 * Makes the text a row is found by: its answers in words, choices by their codes as well, and where it was recorded, all
 * folded. Names repeat from row to row and are folded once.
 */
export function createRowSearch(reader: AnswerReader): (row: RecordRow) => string {
  const folded = new Map<string, string>();
  function fold(text: string): string {
    const known = folded.get(text);
    if (known !== undefined) return known;
    const key = searchKey(text);
    folded.set(text, key);
    return key;
  }
  function keysOf(record: RecordView, fields: readonly string[]): readonly string[] {
    return fields.map((field) => fold(cellText(record, field, reader)));
  }
  return ({ record, visit }) => {
    const codes = Object.values(record.answers).filter((value) => typeof value === 'string');
    const place =
      visit === undefined || visit === record ? [] : keysOf(visit, ['market_id', 'outlet_name']);
    return [...keysOf(record, Object.keys(record.answers)), ...codes.map(fold), ...place].join(' ');
  };
}

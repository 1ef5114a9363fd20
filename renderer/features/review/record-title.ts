import { useLingui } from '@lingui/react/macro';
import { directionOf, listMarksOf } from '#shared/core/language.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import { formTitle } from '#shared/forms/form-labels.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { answerText } from '../../forms/answer-text.ts';
import { marketName, outletName, partNames } from '../../services/visit-names.ts';
import type { QueueItem } from './queue-item.ts';

/** What a record is about, and where: "White sugar, 50 kg – Baghdad". */
export function useRecordTitle({ record, visit }: QueueItem, reader: AnswerReader): string {
  const { t } = useLingui();
  const { registers, language } = reader;
  const market = visit && marketName(answered(visit), registers, language);
  const what = subjectOf(record, reader);
  return market === undefined ? what : t`${what} – ${market}`;
}

/** What a record says in one line: a price with its currency, a quantity; undefined for a visit. */
export function recordFigure(record: RecordView, reader: AnswerReader): string | undefined {
  const [first, second] = figureFields[record.kind as SurveyFormId];
  const texts = [first, second].map((field) => field && textOf(record, field, reader));
  const given = texts.filter((text) => text !== undefined && text !== '');
  return given.length === 0 ? undefined : given.join(' ');
}

/** An answer of a record in words. */
export function textOf(record: RecordView, field: string, reader: AnswerReader): string {
  const kind = record.kind as SurveyFormId;
  const definition = formOf(kind).fields[field];
  const value = (record.answers as Answers)[field];
  return definition === undefined ? '' : answerText(kind, field, definition, value, reader);
}

const figureFields: Readonly<Record<SurveyFormId, readonly [string?, string?]>> = {
  visit: [],
  price: ['price_amount', 'price_currency'],
  demand: ['purchase_qty', 'purchase_unit'],
  competitor: ['origin_country'],
};

function subjectOf(record: RecordView, { registers, language }: AnswerReader): string {
  const form = formTitle(record.kind as SurveyFormId)[language];
  if (record.kind === 'visit') return `${form}: ${outletName(answered(record), language) ?? ''}`;
  const { product, detail } = partNames(answered(record), registers, language);
  const separator = listMarksOf[directionOf[language]].comma;
  return [product ?? form, detail].filter(Boolean).join(separator);
}

function answered({ answers }: RecordView): { readonly answers: Answers } {
  return { answers: answers as Answers };
}

import type { I18n } from '@lingui/core';
import type { ReactNode } from 'react';
import { isDecimal, toNumber } from '#shared/core/decimal.ts';
import { isPlainDate } from '#shared/core/plain-date.ts';
import { parseStamp } from '#shared/core/stamp.ts';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import { choiceLabel, fieldTexts } from '#shared/forms/form-labels.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { nameOfCode } from '../../forms/registers.ts';
import type { Column } from '../../ui/data-table.tsx';
import { Figure } from '../../ui/figure.tsx';
import type { OwnColumn } from './own-columns.ts';
import { ownColumns, ownColumnTexts } from './own-columns.ts';
import type { RecordRow, SortValue } from './record-row.ts';
import { cellText, valueOf } from './record-row.ts';
import { ReviewBadge } from './review-badge.tsx';

/** A column of the table with what it is sorted by. */
export interface TableColumn extends Column<RecordRow> {
  readonly sortBy: (row: RecordRow) => SortValue;
}

const shownAtFirst: Readonly<Record<SurveyFormId, readonly string[]>> = {
  visit: ['visit_date', 'market_id', 'outlet_name', 'outlet_type', 'consent', 'review', 'owner'],
  price: [
    'product_id',
    'item_spec',
    'price_amount',
    'price_currency',
    'unit_price_usd',
    'visit.market_id',
    'visit.visit_date',
    'review',
  ],
  demand: [
    'product_id',
    'buyer_type',
    'purchase_qty',
    'interest_level',
    'visit.market_id',
    'visit.visit_date',
    'review',
  ],
  competitor: [
    'product_id',
    'brand_id',
    'origin_country',
    'item_spec',
    'visit.market_id',
    'visit.visit_date',
    'review',
  ],
};

/** The names of the columns a form has, in the order they are offered. */
export function columnNames(form: SurveyFormId): readonly string[] {
  const fields = Object.entries(formOf(form).fields).filter(([, field]) => field.review !== true);
  const ofVisit =
    form === 'visit' ? [] : ['visit.visit_date', 'visit.market_id', 'visit.outlet_name'];
  return [...ownColumns, ...ofVisit, ...fields.map(([name]) => name)];
}

/** The columns shown before a person chooses others. */
export function firstColumns(form: SurveyFormId): readonly string[] {
  const known = new Set(columnNames(form));
  return shownAtFirst[form].filter((name) => known.has(name));
}

/** What a column is called. */
export function columnLabel(
  form: SurveyFormId,
  name: string,
  i18n: I18n,
  reader: AnswerReader,
): string {
  if (isOwn(name)) return i18n._(ownColumnTexts[name]);
  const [source, field] = place(form, name);
  return fieldTexts(source, field)?.[reader.language] ?? name;
}

/** One column of a form's table. */
export function tableColumn(
  form: SurveyFormId,
  name: string,
  i18n: I18n,
  reader: AnswerReader,
): TableColumn {
  const base = { id: name, header: columnLabel(form, name, i18n, reader), canSort: true };
  if (isOwn(name)) return { ...base, ...ownColumn(name, reader) };
  const [source, field] = place(form, name);
  const kind = formOf(source).fields[field]?.kind;
  const isNumber = kind === 'decimal' || kind === 'integer' || isCalculated(source, field);
  function recordOf(row: RecordRow) {
    return source === form ? row.record : row.visit;
  }
  function text(row: RecordRow): string {
    const record = recordOf(row);
    if (record === undefined) return '';
    const value = valueOf(record, field);
    return kind === 'date' && typeof value === 'string' && isPlainDate(value)
      ? reader.format.date(value, 'short')
      : cellText(record, field, reader);
  }
  return {
    ...base,
    align: isNumber ? 'number' : 'start',
    cell: (row): ReactNode =>
      isNumber || kind === 'date' ? <Figure>{text(row)}</Figure> : text(row),
    sortBy: (row) => {
      const record = recordOf(row);
      const value = record && valueOf(record, field);
      if (typeof value === 'number') return value;
      if (isNumber)
        return typeof value === 'string' && isDecimal(value) ? toNumber(value) : undefined;
      // A day or moment is sorted by itself; what is shown of it begins with the day of the month.
      const isTime = kind === 'date' || kind === 'datetime';
      return isTime && typeof value === 'string' ? value : text(row);
    },
  };
}

function ownColumn(name: OwnColumn, reader: AnswerReader): Omit<TableColumn, 'id' | 'header'> {
  switch (name) {
    case 'review':
      return {
        width: '9rem',
        cell: ({ record }) => <ReviewBadge record={record} language={reader.language} />,
        sortBy: ({ record }) =>
          choiceLabel('review_status', record.review ?? '')?.[reader.language],
      };
    case 'changed':
      return {
        width: '13rem',
        cell: ({ record }) => reader.format.dateTime(parseStamp(record.changedAt)?.ms ?? 0),
        sortBy: ({ record }) => record.changedAt,
      };
    case 'owner':
      return {
        width: '10rem',
        cell: ({ record }) => nameOfCode(reader.registers, 'person', record.owner, reader.language),
        sortBy: ({ record }) => record.owner,
      };
  }
}

function place(form: SurveyFormId, name: string): readonly [SurveyFormId, string] {
  return name.startsWith('visit.') ? ['visit', name.slice('visit.'.length)] : [form, name];
}

function isCalculated(form: SurveyFormId, field: string): boolean {
  const definition = formOf(form).fields[field];
  return definition?.kind === 'calculate' && definition.result !== 'text';
}

function isOwn(name: string): name is OwnColumn {
  return ownColumns.some((own) => own === name);
}

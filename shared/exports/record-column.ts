import type { Instant } from '../core/instant.ts';
import type { PlainDate } from '../core/plain-date.ts';
import type { RecordView } from '../records/record.ts';
import { dateTexts } from './record-texts.ts';
import { offsetText, solarDay, solarMoment } from './solar-text.ts';
import type { Cell, Column } from './table.ts';
import type { TextChoices } from './answer-text.ts';

/** A column of a table of records, and how its cell is read from one. */
export interface RecordColumn extends Column {
  readonly read: (record: RecordView) => Cell;
}

/** A column with those that go with it: a day brings its Solar Hijri text, a moment that and its offset. */
export function withCompanions(
  column: RecordColumn,
  { language, texts }: TextChoices,
): readonly RecordColumn[] {
  function companion(
    part: keyof typeof dateTexts,
    convert: (value: string) => string,
  ): RecordColumn {
    const name = `${column.name}_${part}`;
    const header = texts === 'names' ? name : `${column.header} (${dateTexts[part][language]})`;
    return {
      name,
      header,
      type: 'text',
      read: (record) => {
        const value = column.read(record);
        return value === null ? null : convert(value);
      },
    };
  }
  switch (column.type) {
    case 'date':
      return [column, companion('solar', (day) => solarDay(day as PlainDate))];
    case 'datetime':
      return [
        column,
        companion('solar', (moment) => solarMoment(moment as Instant)),
        companion('offset', (moment) => offsetText(moment as Instant)),
      ];
    case 'text':
    case 'integer':
    case 'decimal':
      return [column];
  }
}

import type { JSX } from 'react';
import { fieldTexts } from '#shared/forms/form-labels.ts';
import type { RecordId } from '#shared/core/ids.ts';
import { FieldNotes } from '../../../forms/field-notes.tsx';
import { RecordSaid } from '../record-said.tsx';
import { useRecordTalk } from '../use-record-talk.ts';
import { useGridState, useGridTools } from './grid-context.ts';
import css from './grid.module.css';

/** What supervisors wrote about a finished row: why it came back, and what of its questions; first of the cell with the keyboard. */
export function RowTalk({ record }: { readonly record: RecordId }): JSX.Element | null {
  const { session, reader, labelOf } = useGridTools();
  const current = useGridState(({ at }) => at?.column);
  const talk = useRecordTalk(record, reader.registers);
  if (!talk) return null;
  const { onFields, onRecord, returned } = talk;
  function nameOf(field: string): string {
    const column = session.columns.find(({ name }) => name === field);
    return column ? labelOf(column) : (fieldTexts('price', field)?.[reader.language] ?? field);
  }
  function said(fields: readonly string[]): JSX.Element[] {
    return fields.map((field) => (
      <section key={field} aria-label={nameOf(field)} className={css['talk']}>
        <span className={css['talkOn']}>{nameOf(field)}</span>
        <FieldNotes notes={onFields[field] ?? []} />
      </section>
    ));
  }
  const fields = Object.keys(onFields);
  return (
    <>
      {said(fields.filter((field) => field === current))}
      <RecordSaid returned={returned} onRecord={onRecord} />
      {said(fields.filter((field) => field !== current))}
    </>
  );
}

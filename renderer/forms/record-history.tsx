import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { FormId } from '#shared/forms/definitions/catalogue.ts';
import { fieldTexts } from '#shared/forms/form-labels.ts';
import type { AnswerReader } from './answer-text.ts';
import type { RecordEvent, RecordEventKind } from './record-events.ts';
import css from './record-history.module.css';
import { nameOfCode } from './registers.ts';
import { DataText } from '../ui/data-text.tsx';

interface RecordHistoryProps {
  readonly form: FormId;
  readonly events: readonly RecordEvent[];
  readonly reader: AnswerReader;
}

/** Everything that was done to a record: when, who, what and why. */
export function RecordHistory({ form, events, reader }: RecordHistoryProps): JSX.Element {
  const tell = useEventText(form, reader);
  return (
    <ol className={css['events']}>
      {events.map((event) => (
        <li key={event.id} className={css['event']}>
          <time className={css['time']}>{reader.format.dateTime(event.ms)}</time>
          <p>
            {tell(
              event.what,
              nameOfCode(reader.registers, 'person', event.author, reader.language),
            )}
          </p>
          {event.what.is === 'comment' && (
            <q className={css['words']}>
              <DataText>{event.what.text}</DataText>
            </q>
          )}
          {event.why !== undefined && (
            <q className={css['words']}>
              <DataText>{event.why}</DataText>
            </q>
          )}
        </li>
      ))}
    </ol>
  );
}

function useEventText(
  form: FormId,
  { language, format }: AnswerReader,
): (what: RecordEventKind, who: string) => string {
  const { t } = useLingui();
  function named(fields: readonly string[]): string {
    return format.list(fields.map((field) => fieldTexts(form, field)?.[language] ?? field));
  }
  return (what, who) => {
    switch (what.is) {
      case 'made':
        return t`${who} recorded it`;
      case 'changed':
        return t`${who} changed: ${named(what.fields)}`;
      case 'sent-again':
        return what.fields.length === 0
          ? t`${who} sent it again without a change`
          : t`${who} corrected and sent it again: ${named(what.fields)}`;
      case 'returned':
        return t`${who} returned it`;
      case 'approved':
        return t`${who} approved it`;
      case 'rejected':
        return t`${who} rejected it`;
      case 'flagged':
        return t`${who} flagged it for a second look`;
      case 'unflagged':
        return t`${who} took the flag off`;
      case 'deleted':
        return t`${who} deleted it`;
      case 'restored':
        return t`${who} brought it back`;
      case 'comment':
        return what.field === undefined
          ? t`${who} wrote:`
          : t`${who} wrote about “${named([what.field])}”:`;
    }
  };
}

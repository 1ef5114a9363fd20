import type { JSX } from 'react';
import { Icon } from '../ui/icons.tsx';
import type { FieldNote } from './question-model.ts';
import css from './question.module.css';
import { DataText } from '../ui/data-text.tsx';

/** What others wrote about an answer. */
export function FieldNotes({
  notes,
}: {
  readonly notes: readonly FieldNote[];
}): JSX.Element | null {
  if (notes.length === 0) return null;
  return (
    <ul className={css['notes']}>
      {notes.map(({ text, by, at }) => (
        <li key={`${at} ${text}`} className={css['note']}>
          <Icon name="comment" />
          <div>
            <p className={css['noteText']}>
              <DataText>{text}</DataText>
            </p>
            <p className={css['noteBy']}>
              {by} · {at}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

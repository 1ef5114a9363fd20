import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { FieldNotes } from '../../forms/field-notes.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { RecordTalk } from './use-record-talk.ts';

/** What supervisors said of a record as a whole, and that it came back. */
export function RecordSaid({
  returned,
  onRecord,
}: Pick<RecordTalk, 'returned' | 'onRecord'>): JSX.Element {
  const { t } = useLingui();
  return (
    <>
      {returned && (
        <Notice tone="warn" title={t`Returned to you: correct it and finish it again`}>
          {returned.text !== '' && <FieldNotes notes={[returned]} />}
        </Notice>
      )}
      <FieldNotes notes={onRecord} />
    </>
  );
}

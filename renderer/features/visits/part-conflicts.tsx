import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { RecordView } from '#shared/records/record.ts';
import { useAnswerReader } from '../../services/use-answer-reader.ts';
import { RecordConflicts } from '../../services/record-conflicts.tsx';

interface PartConflictsProps {
  readonly record: RecordView;
  /** Whether a change of the record is being typed: it was begun with what was known then, and would bring the conflict back. */
  readonly isTyped: boolean;
}

/** Where two answers of a visit or record wait for a person, its author chooses. */
export function PartConflicts(props: PartConflictsProps): JSX.Element | null {
  // Hardly any record has one, and the registers they are told with are many.
  return props.record.conflicts.length === 0 ? null : <OpenConflicts {...props} />;
}

function OpenConflicts({ record, isTyped }: PartConflictsProps): JSX.Element | null {
  const { t } = useLingui();
  const reader = useAnswerReader();
  if (reader.status !== 'ready') return null;
  return (
    <RecordConflicts
      record={record}
      reader={reader.value}
      onHold={isTyped && t`Finish or discard your change first; then you can choose.`}
    />
  );
}

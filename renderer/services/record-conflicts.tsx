import type { JSX, ReactNode } from 'react';
import type { RecordView } from '#shared/records/record.ts';
import { useLive } from '../db/use-live.ts';
import type { AnswerReader } from '../forms/answer-text.ts';
import { ConflictView } from '../forms/conflict-view.tsx';
import { askedConflicts, maySettle, settlementOf } from './conflicts.ts';
import { useServices } from './use-services.ts';

interface RecordConflictsProps {
  readonly record: RecordView;
  readonly reader: AnswerReader;
  /** What has to be done before one is chosen: they are then only shown. */
  readonly onHold?: ReactNode;
}

/** The answers of a record that contradict each other, for its author or reviewer to choose from. */
export function RecordConflicts(props: RecordConflictsProps): JSX.Element | null {
  const { record, reader, onHold } = props;
  const { store, identity } = useServices();
  const live = useLive(() => store.records.state(record.id), [store, record]);
  if (record.conflicts.length === 0 || live.status !== 'ready' || !live.value) return null;
  const state = live.value;
  return (
    <ConflictView
      state={state}
      paths={askedConflicts(record)}
      reader={reader}
      maySettle={(path) => !onHold && maySettle(record, path, identity)}
      onSettle={(path, head, words) =>
        store.records.write([settlementOf(record, state, { path, head }, words)])
      }
    >
      {onHold}
    </ConflictView>
  );
}

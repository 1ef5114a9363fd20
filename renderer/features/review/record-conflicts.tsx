import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { Json } from '#shared/core/json.ts';
import type { RecordView } from '#shared/records/record.ts';
import { remarkPath } from '#shared/records/record.ts';
import { useLive } from '../../db/use-live.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { ConflictView } from '../../forms/conflict-view.tsx';
import { useFailureText } from '../../i18n/use-failure-text.ts';
import { useServices } from '../../services/use-services.ts';
import { showToast } from '../../ui/toasts.tsx';

interface RecordConflictsProps {
  readonly record: RecordView;
  readonly reader: AnswerReader;
}

/** The answers of a record that contradict each other, for the reviewer to choose from. */
export function RecordConflicts({ record, reader }: RecordConflictsProps): JSX.Element | null {
  const { t } = useLingui();
  const { store } = useServices();
  const failureText = useFailureText();
  const state = useLive(() => store.records.state(record.id), [store, record]);
  if (record.conflicts.length === 0 || state.status !== 'ready' || !state.value) return null;

  async function settle(path: string, value: Json, others?: string): Promise<void> {
    const { id, kind, form } = record;
    const remarks = [record.remarks[path], others].filter(Boolean).join('\n');
    const remark = others === undefined ? {} : { [remarkPath(path)]: remarks };
    const why = t`One of two answers was chosen.`;
    const written = await store.records.write([
      { record: id, kind, form, set: { [path]: value, ...remark }, why },
    ]);
    if (written.ok) showToast({ tone: 'ok', text: t`The answer is settled` });
    else showToast({ tone: 'error', text: failureText(written.error).what });
  }
  return (
    <ConflictView
      state={state.value}
      paths={record.conflicts}
      reader={reader}
      onSettle={(path, value) => void settle(path, value)}
      onKeepBoth={(path, value, others) => void settle(path, value, others)}
    />
  );
}

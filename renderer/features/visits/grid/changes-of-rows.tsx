import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { RecordId } from '#shared/core/ids.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { changedAnswers } from '../../../forms/changed-answers.ts';
import { ChangedAnswersView } from '../../../forms/changed-answers-view.tsx';
import { nameOfCode } from '../../../forms/registers.ts';
import { useServices } from '../../../services/use-services.ts';
import { useGridTools } from './grid-context.ts';
import { finishedRow } from './row-finish.ts';

/** Both versions of finished rows that were changed. */
export function ChangesOfRows({ rows }: { readonly rows: readonly RecordId[] }): JSX.Element {
  const { t } = useLingui();
  const { store } = useServices();
  const { session, reader } = useGridTools();
  const now = session.state.getState();
  function number(id: RecordId): string {
    return reader.format.number(now.order.indexOf(id) + 1);
  }
  return (
    <>
      {rows.map((id) => {
        const row = now.rows[id];
        if (!row?.record) return null;
        const product = textAnswer(row.record.answers['product_id'] as string | undefined);
        const words = product && nameOfCode(reader.registers, 'product', product, reader.language);
        const changes = changedAnswers(
          { before: row.record, after: finishedRow(row, session.reader), visit: session.header() },
          reader,
        );
        return (
          <ChangedAnswersView
            key={id}
            title={words ? t`Row ${number(id)}: ${words}` : t`Row ${number(id)}`}
            changes={changes}
            readPhoto={store.photos.get}
          />
        );
      })}
    </>
  );
}

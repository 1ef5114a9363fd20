import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { Card } from '../../ui/card.tsx';
import { PartList } from './part-list.tsx';
import { PriceAside } from './price-aside.tsx';
import { measureOf } from './unit-measure.ts';
import type { RecordEditor } from './use-record-editor.ts';
import css from './visits.module.css';

/** Beside the form of a record: what its price comes to, and the other records of the visit. */
export function RecordAside({ editor }: { readonly editor: RecordEditor }): JSX.Element {
  const { t } = useLingui();
  const { subject, open, references } = editor;
  const { id, kind, whole, registers } = subject;
  const parts = whole.parts.filter((part) => part.kind === kind);
  const title = t`In this visit`;
  return (
    <aside className={css['editorAside']}>
      {kind === 'price' && (
        <PriceAside
          record={open.session.status.record}
          registers={registers}
          references={references}
          measure={measureOf(open.session.status.context)}
        />
      )}
      {parts.length > 0 && (
        <Card title={title}>
          <PartList
            label={title}
            visit={whole.visit.id}
            parts={parts}
            registers={registers}
            current={id}
          />
        </Card>
      )}
    </aside>
  );
}

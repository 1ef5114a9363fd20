import type { JSX, ReactNode } from 'react';
import { useState } from 'react';
import type { RecordId } from '#shared/core/ids.ts';
import type { RegisterName } from '#shared/forms/choices.ts';
import type { RecordView } from '#shared/records/record.ts';
import { useServices } from '../../services/use-services.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import type { BookFormProps } from './book-form.tsx';
import type { BooksData } from './load-books.ts';
import css from './rates.module.css';

type FormOfItem = Pick<BookFormProps, 'record' | 'before' | 'draft' | 'onClose'>;

interface BookViewProps {
  readonly register: Extract<RegisterName, 'exchange_rate' | 'unit_factor'>;
  readonly data: BooksData;
  readonly items: readonly RecordView[];
  readonly texts: { readonly begin: string; readonly written: string };
  /** Prices that would come out otherwise. */
  readonly changed: ReactNode;
  readonly renderForm: (props: FormOfItem) => ReactNode;
  readonly renderTable: (onChange: (record: RecordId) => void) => ReactNode;
}

/** A book of what prices are worked out with: what was written down, the form of a new item, and what it changes. */
export function BookView(props: BookViewProps): JSX.Element {
  const { register, data, items, texts, changed, renderForm, renderTable } = props;
  const { ambient } = useServices();
  const begun = data.drafts.find(({ kind }) => kind === register);
  const [open, setOpen] = useState<RecordId | undefined>(begun?.record);
  const isBeside = open !== undefined || Boolean(changed);
  return (
    <div className={isBeside ? `${css['board']} ${css['beside']}` : css['board']}>
      <div className={css['column']}>
        {open === undefined ? (
          <div className={css['begin']}>
            <Button
              kind="primary"
              icon="add"
              onClick={() => setOpen(`${register}/${ambient.newRecordId()}` as RecordId)}
            >
              {texts.begin}
            </Button>
          </div>
        ) : (
          renderForm({
            record: open,
            before: items.find(({ id }) => id === open),
            draft: begun?.record === open ? begun : undefined,
            onClose: () => setOpen(undefined),
          })
        )}
        {changed}
      </div>
      <Card title={texts.written}>{renderTable(setOpen)}</Card>
    </div>
  );
}

import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxGroup } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import css from './records.module.css';
import { columnLabel, columnNames, firstColumns } from './table-columns.tsx';

interface ColumnDialogProps {
  readonly form: SurveyFormId;
  readonly reader: AnswerReader;
  readonly chosen: readonly string[];
  readonly onChoose: (names: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Which columns of a form are shown. */
export function ColumnDialog(props: ColumnDialogProps): JSX.Element {
  const { form, reader, chosen, onChoose, onClose } = props;
  const { i18n, t } = useLingui();
  return (
    <Dialog
      title={t`Columns`}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onClick={onClose}>{t`Done`}</Button>
          <Button kind="quiet" onClick={() => onChoose(firstColumns(form))}>
            {t`The usual columns`}
          </Button>
        </>
      }
    >
      <div className={css['columns']}>
        <CheckboxGroup
          label={t`Shown in the table`}
          look="columns"
          values={chosen}
          onChange={onChoose}
          choices={columnNames(form).map((name) => ({
            value: name,
            label: columnLabel(form, name, i18n, reader),
          }))}
        />
      </div>
    </Dialog>
  );
}

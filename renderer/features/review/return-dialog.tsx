import { useLingui } from '@lingui/react/macro';
import type { JSX, SyntheticEvent } from 'react';
import { useId, useState } from 'react';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import { fieldTexts } from '#shared/forms/form-labels.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import type { ReturnMessage } from './decisions.ts';
import { saysSomething } from './decisions.ts';
import css from './review.module.css';

interface ReturnDialogProps {
  readonly record: RecordView;
  readonly reader: AnswerReader;
  readonly isBusy: boolean;
  readonly onReturn: (message: ReturnMessage) => void;
  readonly onClose: () => void;
}

/** What the surveyor is to correct: about the whole record, about one question, or both. */
export function ReturnDialog(props: ReturnDialogProps): JSX.Element {
  const { record, reader, isBusy, onReturn, onClose } = props;
  const { t } = useLingui();
  const formId = useId();
  const kind = record.kind as SurveyFormId;
  const [message, setMessage] = useState<ReturnMessage>({
    overall: '',
    // The question whose answer was kept although unusual is the likeliest to be asked about.
    field: Object.keys(record.reasons)[0],
    onField: '',
  });
  const [isTried, setIsTried] = useState(false);
  const isSilent = isTried && !saysSomething(message);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setIsTried(true);
    if (saysSomething(message)) onReturn(message);
  }
  return (
    <Dialog
      title={t`Return to the surveyor`}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" icon="return" type="submit" form={formId} busy={isBusy}>
            {t`Return`}
          </Button>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </>
      }
    >
      <form id={formId} className={css['dialogForm']} onSubmit={submit}>
        <TextArea
          label={t`What is to be corrected?`}
          hint={t`The surveyor reads it on the page “Today” and above the record.`}
          error={
            isSilent ? t`Write what is to be corrected, here or about a question below.` : undefined
          }
          value={message.overall}
          maxLength={2000}
          onChange={(event) => setMessage({ ...message, overall: event.currentTarget.value })}
        />
        <Select
          label={t`About a question (if it is one)`}
          placeholder={t`None`}
          value={message.field ?? ''}
          options={Object.entries(formOf(kind).fields)
            .filter(([, field]) => field.kind !== 'calculate' && field.review !== true)
            .map(([name]) => ({
              value: name,
              label: fieldTexts(kind, name)?.[reader.language] ?? name,
            }))}
          onChange={(event) =>
            setMessage({ ...message, field: event.currentTarget.value || undefined })
          }
        />
        {message.field !== undefined && (
          <TextArea
            label={t`What about this question?`}
            hint={t`It stands beside the question when the surveyor opens the record.`}
            value={message.onField}
            maxLength={2000}
            onChange={(event) => setMessage({ ...message, onField: event.currentTarget.value })}
          />
        )}
      </form>
    </Dialog>
  );
}

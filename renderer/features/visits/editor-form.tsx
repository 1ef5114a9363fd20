import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { FormView } from '../../forms/form-view.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { WhyDialog } from '../../ui/why-dialog.tsx';
import { ChangesOfRecord } from './changes-of-record.tsx';
import { RecordNotices } from './record-notices.tsx';
import { useFinishKeys } from './use-finish-keys.ts';
import type { FinishWay } from './use-finish.ts';
import type { RecordEditor } from './use-record-editor.ts';
import css from './visits.module.css';

interface EditorFormProps {
  readonly editor: RecordEditor;
  readonly onFinish: (way: FinishWay) => void;
}

/** The questions of a record, and what is to be said before and after them. */
export function EditorForm({ editor, onFinish }: EditorFormProps): JSX.Element {
  const { t } = useLingui();
  useFinishKeys(onFinish);
  const { subject, talk, open, aid, isLocked, finishing } = editor;
  return (
    <>
      <RecordNotices part={subject.part} talk={talk} isLocked={isLocked} />
      <fieldset disabled={isLocked} className={css['lock']}>
        <FormView open={open} aid={aid} onFinish={onFinish} />
      </fieldset>
      {finishing.failure && <FailureView failure={finishing.failure} />}
      {finishing.changed && (
        <WhyDialog
          title={t`Why is this record changed?`}
          confirmLabel={t`Finish the change`}
          usual={[t`Typing mistake`, t`Asked the seller again`, t`At the supervisor's request`]}
          onConfirm={finishing.confirmWhy}
          onCancel={finishing.cancelWhy}
        >
          <ChangesOfRecord subject={subject} after={finishing.changed} />
        </WhyDialog>
      )}
    </>
  );
}

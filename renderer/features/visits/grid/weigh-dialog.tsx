import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import type { RecordId } from '#shared/core/ids.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { Draft } from '#shared/records/draft.ts';
import { focusQuestion } from '../../../forms/focus-order.ts';
import { FormView } from '../../../forms/form-view.tsx';
import { nameOfCode } from '../../../forms/registers.ts';
import { useItemForm } from '../../../services/use-item-form.ts';
import { useServices } from '../../../services/use-services.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FailureView } from '../../../ui/failure-view.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useGridTools } from './grid-context.ts';

interface WeighDialogProps {
  readonly unit: string;
  /** What was begun to be written of this unit before. */
  readonly draft: Draft | undefined;
  readonly visit: Answers;
  readonly today: PlainDate;
  readonly onWritten: () => void;
  readonly onClose: () => void;
}

const nothing = {};

/** "Weigh it": what one of a customary unit is at this place, written down for all rows of the place from now on. */
export function WeighDialog(props: WeighDialogProps): JSX.Element {
  const { unit, draft, visit, today, onWritten, onClose } = props;
  const { t } = useLingui();
  const { ambient } = useServices();
  const { registers, language } = useGridTools().reader;
  const [record] = useState(
    () => draft?.record ?? (`unit_factor/${ambient.newRecordId()}` as RecordId),
  );
  const [offered] = useState(() => ({
    unit,
    dated: today,
    country: textAnswer(visit['country']),
    admin1_pcode: textAnswer(visit['admin1_pcode']),
    market: visit['market_id'] === 'other' ? undefined : textAnswer(visit['market_id']),
  }));
  const { open, aid, failure, write, giveUp } = useItemForm({
    register: 'unit_factor',
    record,
    before: undefined,
    draft,
    offered,
    registers,
    today,
    references: nothing,
    folds: true,
  });
  useEffect(() => {
    if (open.rootRef.current) focusQuestion(open.rootRef.current, 'factor');
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the dialog appears
  }, []);
  async function finish(): Promise<void> {
    if (await write()) onWritten();
  }
  async function leave(): Promise<void> {
    await giveUp();
    onClose();
  }
  async function close(): Promise<void> {
    // What was typed stays as a draft, and is there when the unit is weighed again.
    await open.autosave.flush();
    onClose();
  }
  const name = nameOfCode(registers, 'unit', unit, language);
  return (
    <Dialog
      title={t`Weigh it: ${name}`}
      onClose={() => void close()}
      actions={
        <>
          <Button kind="primary" onClick={() => void finish()}>
            {t`Write it down`}
            <KeyHint keys="Ctrl+Enter" />
          </Button>
          <Button kind="quiet" onClick={() => void leave()}>{t`Leave it`}</Button>
        </>
      }
    >
      <FormView open={open} aid={aid} onFinish={() => void finish()} />
      {failure && <FailureView failure={failure} />}
    </Dialog>
  );
}

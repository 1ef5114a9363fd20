import { useLingui } from '@lingui/react/macro';
import type { JSX, ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { RecordId } from '#shared/core/ids.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { References } from '#shared/forms/context.ts';
import type { Draft } from '#shared/records/draft.ts';
import type { RecordView } from '#shared/records/record.ts';
import { changedAnswers } from '../../forms/changed-answers.ts';
import { ChangedAnswersView } from '../../forms/changed-answers-view.tsx';
import { focusFirstOpen } from '../../forms/focus-first-open.ts';
import { FormView } from '../../forms/form-view.tsx';
import type { Registers } from '../../forms/registers.ts';
import type { FinishedForm } from '../../forms/use-open-form.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useItemForm } from '../../services/use-item-form.ts';
import { useServices } from '../../services/use-services.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Inline, Stack } from '../../ui/stack.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { WhyDialog } from '../../ui/why-dialog.tsx';

/** What is written down or changed, whichever book it stands in. */
export interface BookFormProps {
  readonly record: RecordId;
  /** The item as it stands, where it is changed. */
  readonly before: RecordView | undefined;
  readonly draft: Draft | undefined;
  readonly registers: Registers;
  readonly today: PlainDate;
  readonly onClose: () => void;
}

interface OwnProps extends BookFormProps {
  readonly register: 'exchange_rate' | 'unit_factor';
  readonly offered: Answers;
  readonly references: References;
  readonly texts: {
    readonly title: string;
    readonly finish: (answers: Answers) => ReactNode;
    readonly written: string;
    readonly why: string;
    readonly change: string;
  };
}

/** One item of a book that prices are worked out with: typed, and written down or changed with a reason. */
export function BookForm({ onClose, texts, ...setup }: OwnProps): JSX.Element {
  const { t } = useLingui();
  const { before } = setup;
  const { open, aid, failure, write, giveUp } = useItemForm(setup);
  const [changed, setChanged] = useState<FinishedForm>();
  const { store } = useServices();
  const { language } = usePreferences();
  const format = useFormat();
  const changes =
    before && changed
      ? changedAnswers(
          { before, after: changed, visit: undefined },
          { registers: setup.registers, language, format },
        )
      : [];
  useEffect(() => {
    focusFirstOpen(open);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the form appears
  }, []);

  async function writeDown(why?: string): Promise<void> {
    if (!(await write(why))) return;
    showToast({ tone: 'ok', text: texts.written });
    onClose();
  }
  function finish(): void {
    if (before) setChanged(open.tryFinish());
    else void writeDown();
  }
  async function leave(): Promise<void> {
    await giveUp();
    onClose();
  }
  return (
    <Card title={texts.title}>
      <Stack>
        <FormView open={open} aid={aid} onFinish={finish} />
        {failure && <FailureView failure={failure} />}
        <Inline>
          <Button kind="primary" onClick={finish}>
            {texts.finish(open.session.content.answers)}
            <KeyHint keys="Ctrl+Enter" />
          </Button>
          <Button kind="quiet" onClick={() => void leave()}>{t`Leave it`}</Button>
        </Inline>
      </Stack>
      {before && changed && (
        <WhyDialog
          title={texts.why}
          confirmLabel={texts.change}
          usual={[t`Typing mistake`]}
          onConfirm={(why) => {
            setChanged(undefined);
            void writeDown(why);
          }}
          onCancel={() => setChanged(undefined)}
        >
          <ChangedAnswersView changes={changes} readPhoto={store.photos.get} />
        </WhyDialog>
      )}
    </Card>
  );
}

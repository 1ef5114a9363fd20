import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useEffect, useMemo, useState } from 'react';
import type { BookedRate } from '#shared/analysis/rate-book.ts';
import { rateFor } from '#shared/analysis/rate-book.ts';
import { noticedRates } from '#shared/analysis/mistakes/noticed-in.ts';
import type { Failure } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { localCurrency } from '#shared/forms/calculations/exchange.ts';
import type { AnswerContext, FormContext } from '#shared/forms/context.ts';
import { exchangeRateForm } from '#shared/forms/definitions/survey-registers.ts';
import type { Draft } from '#shared/records/draft.ts';
import type { RecordView } from '#shared/records/record.ts';
import { focusFirstOpen } from '../../forms/focus-first-open.ts';
import type { FormAid } from '../../forms/form-aid.ts';
import { FormView } from '../../forms/form-view.tsx';
import type { Registers } from '../../forms/registers.ts';
import { useOpenForm } from '../../forms/use-open-form.ts';
import { useServices } from '../../services/use-services.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Inline, Stack } from '../../ui/stack.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { contentOfRate, rateChange, rateDraft } from './rate-content.ts';
import { RateWhy } from './rate-why.tsx';

interface RateFormProps {
  readonly record: RecordId;
  /** The rate as it stands, where it is changed. */
  readonly before: RecordView | undefined;
  readonly draft: Draft | undefined;
  /** Answers of the last visit, whose place is offered. */
  readonly place: Answers;
  readonly book: readonly BookedRate[];
  readonly registers: Registers;
  readonly today: PlainDate;
  readonly onClose: () => void;
}

const none = {};

/** One rate of the register, typed like every other form and kept as a draft until it is finished. */
export function RateForm(props: RateFormProps): JSX.Element {
  const { record, before, draft, place, book, registers, today, onClose } = props;
  const { t } = useLingui();
  const { store, ambient } = useServices();
  const [initial] = useState(() => contentOfRate(before, draft, place, today));
  const [failure, setFailure] = useState<Failure>();
  const [asksWhy, setAsksWhy] = useState(false);
  const context = useMemo((): FormContext => {
    function noticed({ answers }: AnswerContext) {
      const currency = textAnswer(answers['currency']) ?? '';
      const country = textAnswer(answers['country']);
      const others = book.filter((rate) => rate.record !== record);
      const market = textAnswer(answers['market']);
      const province = textAnswer(answers['admin1_pcode']);
      const where = { currency, country, province, market, round: undefined, day: today };
      return noticedRates(answers, ['buy', 'sell'], rateFor(others, where)?.rate);
    }
    return {
      recordId: record,
      siblings: [],
      item: registers.item,
      today,
      flags: [],
      references: { noticed },
      insideAdmin1: () => undefined,
    };
  }, [record, registers, today, book]);
  const open = useOpenForm({
    formId: 'exchange_rate',
    form: exchangeRateForm,
    initial,
    isReopened: before !== undefined || draft !== undefined,
    context,
    registers,
    records: [],
    notes: none,
    folds: false,
    onSave: (content) =>
      store.drafts.save(rateDraft(record, before !== undefined, content, ambient.nowMs())),
  });
  const aid = useMemo(
    (): FormAid => ({
      suggestions: () => [],
      photos: {
        keep: (bytes) => store.photos.put({ record, mediaType: 'image/jpeg', bytes }),
        read: (sha256) => store.photos.get(sha256),
        moment: () => {
          throw new Error('a rate has no photo');
        },
      },
    }),
    [store, record],
  );
  useEffect(() => {
    focusFirstOpen(open);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the form appears
  }, []);

  async function write(why?: string): Promise<void> {
    const finished = open.tryFinish();
    if (!finished) return;
    await open.autosave.stop();
    const written = await store.records.write(
      [rateChange(record, before, finished, why)],
      [record],
    );
    setFailure(written.ok ? undefined : written.error);
    if (!written.ok) {
      open.autosave.resume();
      return;
    }
    showToast({ tone: 'ok', text: t`The rate is written down and waits to be sent.` });
    onClose();
  }
  function finish(): void {
    if (before && open.tryFinish()) setAsksWhy(true);
    else if (!before) void write();
  }
  async function giveUp(): Promise<void> {
    await open.autosave.stop();
    await store.drafts.remove(record);
    onClose();
  }
  const currency = localCurrency[textAnswer(open.session.content.answers['country']) ?? ''];
  return (
    <Card title={before ? t`Change a rate` : t`A new rate`}>
      <Stack>
        <FormView open={open} aid={aid} onFinish={finish} />
        {failure && <FailureView failure={failure} />}
        <Inline>
          <Button kind="primary" onClick={finish}>
            {currency === undefined ? t`Write it down` : t`Write it down: ${currency} per dollar`}
            <KeyHint keys="Ctrl+Enter" />
          </Button>
          <Button kind="quiet" onClick={() => void giveUp()}>{t`Leave it`}</Button>
        </Inline>
      </Stack>
      {asksWhy && (
        <RateWhy
          onConfirm={(why) => {
            setAsksWhy(false);
            void write(why);
          }}
          onCancel={() => setAsksWhy(false)}
        />
      )}
    </Card>
  );
}

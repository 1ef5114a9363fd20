import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import type { BookedRate } from '#shared/analysis/rate-book.ts';
import { rateFor } from '#shared/analysis/rate-book.ts';
import { noticedRates } from '#shared/analysis/mistakes/noticed-in.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { localCurrency } from '#shared/forms/calculations/exchange.ts';
import type { AnswerContext, References } from '#shared/forms/context.ts';
import type { BookFormProps } from './book-form.tsx';
import { BookForm } from './book-form.tsx';
import { offeredRate } from './offered-place.ts';

interface RateFormProps extends BookFormProps {
  /** Answers of the last visit, whose place is offered. */
  readonly place: Answers;
  readonly book: readonly BookedRate[];
}

/** One rate of the register, held against those known of its place while it is typed. */
export function RateForm({ place, book, ...props }: RateFormProps): JSX.Element {
  const { record, before, today } = props;
  const { t } = useLingui();
  const [offered] = useState(() => offeredRate(place, today));
  const references = useMemo((): References => {
    function noticed({ answers }: AnswerContext) {
      const currency = textAnswer(answers['currency']) ?? '';
      const country = textAnswer(answers['country']);
      const others = book.filter((rate) => rate.record !== record);
      const market = textAnswer(answers['market']);
      const province = textAnswer(answers['admin1_pcode']);
      const where = { currency, country, province, market, round: undefined, day: today };
      return noticedRates(answers, ['buy', 'sell'], rateFor(others, where)?.rate);
    }
    return { noticed };
  }, [record, today, book]);
  function finish(answers: Answers): string {
    const currency = localCurrency[textAnswer(answers['country']) ?? ''];
    return currency === undefined ? t`Write it down` : t`Write it down: ${currency} per dollar`;
  }
  return (
    <BookForm
      {...props}
      register="exchange_rate"
      offered={offered}
      references={references}
      texts={{
        title: before ? t`Change a rate` : t`A new rate`,
        finish,
        written: t`The rate is written down and waits to be sent.`,
        why: t`Why is this rate changed?`,
        change: t`Change the rate`,
      }}
    />
  );
}

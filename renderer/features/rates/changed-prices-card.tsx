import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Decimal } from '#shared/core/decimal.ts';
import { isDecimal } from '#shared/core/decimal.ts';
import type { Failure } from '#shared/core/failure.ts';
import type { Answers, AnswerValue } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { nameOfCode } from '../../forms/registers.ts';
import { useServices } from '../../services/use-services.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Figure } from '../../ui/figure.tsx';
import { showToast } from '../../ui/toasts.tsx';
import type { ChangedPrice } from './changed-prices.ts';
import { changesOf } from './changed-prices.ts';
import css from './rates.module.css';
import { DataText } from '../../ui/data-text.tsx';

interface ChangedPricesProps {
  /** What has changed for them. */
  readonly by: 'rate' | 'measure';
  readonly changed: readonly ChangedPrice[];
  readonly reader: AnswerReader;
}

const PLACES = 4;
const MOST_SHOWN = 50;

/** Prices kept with another rate or measure than is known now: before and after, and the act that writes it, keeping both. */
export function ChangedPrices({ by, changed, reader }: ChangedPricesProps): JSX.Element {
  const { t } = useLingui();
  const { store } = useServices();
  const { registers, language, format } = reader;
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  const texts = {
    rate: {
      title: t`Prices kept with another rate`,
      note: t`With the rates known now these would differ by one per cent or more. Nothing changes until you say so; what was kept stays in the history of each.`,
      kept: t`Rate kept`,
      now: t`Rate now`,
      why: t`The exchange rate changed`,
    },
    measure: {
      title: t`Prices kept with another measure`,
      note: t`With what was weighed since these would differ by one per cent or more. Nothing changes until you say so; what was kept stays in the history of each.`,
      kept: t`Per unit kept`,
      now: t`Per unit now`,
      why: t`The unit was weighed anew`,
    },
  }[by];
  const figureOf = by === 'rate' ? 'fx_rate' : 'unit_price_std';

  async function rederive(): Promise<void> {
    setIsBusy(true);
    const written = await store.records.write(changesOf(changed, texts.why));
    setIsBusy(false);
    setFailure(written.ok ? undefined : written.error);
    if (written.ok) {
      const count = changed.length;
      showToast({
        tone: 'ok',
        text: t`${plural(count, { one: '# price worked out anew', other: '# prices worked out anew' })}`,
      });
    }
  }
  function figure(value: Decimal | undefined): JSX.Element {
    return <Figure>{value === undefined ? '–' : format.number(value, PLACES)}</Figure>;
  }
  function kept(value: AnswerValue | undefined): JSX.Element {
    const text = textAnswer(value);
    return figure(text !== undefined && isDecimal(text) ? text : undefined);
  }
  return (
    <Card title={texts.title}>
      <p className={css['quiet']}>{texts.note}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <section className={css['scroll']} tabIndex={0} aria-label={texts.why}>
        <table className={css['table']} aria-label={texts.title}>
          <thead>
            <tr>
              <th scope="col" className={css['head']}>{t`Price`}</th>
              <th scope="col" className={css['head']}>
                {texts.kept}
              </th>
              <th scope="col" className={css['head']}>
                {texts.now}
              </th>
              <th scope="col" className={css['head']}>{t`Dollars kept`}</th>
              <th scope="col" className={css['head']}>{t`Dollars now`}</th>
            </tr>
          </thead>
          <tbody>
            {changed.slice(0, MOST_SHOWN).map(({ price, visit, before, after, usd }) => {
              const { product_id, item_spec } = price.answers as Answers;
              const product = textAnswer(product_id) ?? '';
              const name = nameOfCode(registers, 'product', product, language);
              return (
                <tr key={price.id}>
                  <th scope="row" className={css['cell']}>
                    <ButtonLink
                      kind="quiet"
                      size="small"
                      to={`/visits/${visit.id}/price/${price.id}`}
                    >
                      {name}
                    </ButtonLink>
                    <DataText className={css['quiet']}>{textAnswer(item_spec) ?? ''}</DataText>
                  </th>
                  <td className={css['cell']}>{kept(before[figureOf])}</td>
                  <td className={css['cell']}>{kept(after[figureOf])}</td>
                  <td className={css['cell']}>{figure(usd.before)}</td>
                  <td className={css['cell']}>{figure(usd.after)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {failure && <FailureView failure={failure} />}
      <Button kind="primary" busy={isBusy} onClick={() => void rederive()}>
        {t`${plural(changed.length, { one: 'Work # price out anew', other: 'Work # prices out anew' })}`}
      </Button>
    </Card>
  );
}

import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { BookedRate } from '#shared/analysis/rate-book.ts';
import type { Decimal } from '#shared/core/decimal.ts';
import type { RecordId } from '#shared/core/ids.ts';
import { choiceLabel } from '#shared/forms/form-labels.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { nameOfCode } from '../../forms/registers.ts';
import { useServices } from '../../services/use-services.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Figure } from '../../ui/figure.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import css from './rates.module.css';

interface RateTableProps {
  readonly book: readonly BookedRate[];
  readonly rates: readonly RecordView[];
  readonly reader: AnswerReader;
  readonly onChange: (record: RecordId) => void;
}

const MOST_SHOWN = 100;

/** Every rate this laptop knows, newest first: those of visits and those of the register. */
export function RateTable({ book, rates, reader, onChange }: RateTableProps): JSX.Element {
  const { t } = useLingui();
  const { identity } = useServices();
  const { registers, language, format } = reader;
  if (book.length === 0) return <EmptyState icon="table" title={t`No rate yet`} />;

  function number(rate: Decimal | undefined): JSX.Element {
    return <Figure>{rate === undefined ? '–' : format.number(rate)}</Figure>;
  }
  function placeOf({ market, province, country }: BookedRate): string {
    if (market !== undefined) return nameOfCode(registers, 'market', market, language);
    if (province !== undefined) return nameOfCode(registers, 'admin_area', province, language);
    return (country && choiceLabel('country', country)?.[language]) ?? t`everywhere`;
  }
  function actionOf(rate: BookedRate): JSX.Element | null {
    if (rate.from === 'visit') {
      return (
        <ButtonLink kind="quiet" size="small" to={`/visits/${rate.record}?`}>
          {t`Open the visit`}
        </ButtonLink>
      );
    }
    const record = rates.find(({ id }) => id === rate.record);
    const isMine = record?.owner === identity.person || identity.role !== 'surveyor';
    return record && isMine ? (
      <Button kind="quiet" size="small" onClick={() => onChange(record.id)}>
        {t`Change`}
      </Button>
    ) : null;
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section className={css['scroll']} tabIndex={0} aria-label={t`Exchange rates`}>
      <table className={css['table']} aria-label={t`Exchange rates`}>
        <thead>
          <tr>
            <th scope="col" className={css['head']}>{t`Day`}</th>
            <th scope="col" className={css['head']}>{t`Place`}</th>
            <th scope="col" className={css['head']}>{t`Currency`}</th>
            <th scope="col" className={css['head']}>{t`Kind`}</th>
            <th scope="col" className={css['head']}>{t`Buying`}</th>
            <th scope="col" className={css['head']}>{t`Selling`}</th>
            <th scope="col" className={css['head']}>{t`From`}</th>
            <th scope="col" className={css['head']}>
              <VisuallyHidden>{t`What can be done`}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {book.slice(0, MOST_SHOWN).map((rate) => (
            <tr key={rate.record}>
              <td className={css['cell']}>{format.date(rate.dated)}</td>
              <th scope="row" className={css['cell']}>
                {placeOf(rate)}
              </th>
              <td className={css['cell']}>
                {nameOfCode(registers, 'currency', rate.currency, language)}
              </td>
              <td className={css['cell']}>
                {(rate.kind && choiceLabel('fx_type', rate.kind)?.[language]) ?? '–'}
              </td>
              <td className={css['cell']}>{number(rate.buy)}</td>
              <td className={css['cell']}>{number(rate.sell)}</td>
              <td className={css['cell']}>
                {rate.from === 'visit' ? t`a visit` : t`the register`}
              </td>
              <td className={css['cell']}>{actionOf(rate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

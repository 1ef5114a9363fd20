import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { BookedFactor } from '#shared/analysis/unit-factors.ts';
import type { RecordId } from '#shared/core/ids.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { choiceLabel } from '#shared/forms/form-labels.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { nameOfCode } from '../../forms/registers.ts';
import { useServices } from '../../services/use-services.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Figure } from '../../ui/figure.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import css from './rates.module.css';

interface MeasureTableProps {
  readonly book: readonly BookedFactor[];
  readonly measures: readonly RecordView[];
  readonly reader: AnswerReader;
  readonly onChange: (record: RecordId) => void;
}

const MOST_SHOWN = 100;

/** Every local measure this laptop knows, newest first, with who weighed it. */
export function MeasureTable(props: MeasureTableProps): JSX.Element {
  const { book, measures, reader, onChange } = props;
  const { t } = useLingui();
  const { identity } = useServices();
  const { registers, language, format } = reader;
  if (book.length === 0) return <EmptyState icon="scales" title={t`Nothing weighed yet`} />;

  function placeOf({ market, province, country }: BookedFactor): string {
    if (market !== undefined) return nameOfCode(registers, 'market', market, language);
    if (province !== undefined) return nameOfCode(registers, 'admin_area', province, language);
    return (country && choiceLabel('country', country)?.[language]) ?? t`everywhere`;
  }
  function baseOf(unit: string): string {
    const base = textAnswer(registers.item('unit', unit)?.['base_unit']);
    return base === undefined ? '' : nameOfCode(registers, 'unit', base, language);
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section className={css['scroll']} tabIndex={0} aria-label={t`Local measures`}>
      <table className={css['table']} aria-label={t`Local measures`}>
        <thead>
          <tr>
            <th scope="col" className={css['head']}>{t`Day`}</th>
            <th scope="col" className={css['head']}>{t`Unit`}</th>
            <th scope="col" className={css['head']}>{t`Place`}</th>
            <th scope="col" className={css['head']}>{t`One of it is`}</th>
            <th scope="col" className={css['head']}>{t`Weighed by`}</th>
            <th scope="col" className={css['head']}>
              <VisuallyHidden>{t`What can be done`}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {book.slice(0, MOST_SHOWN).map((each) => {
            const record = measures.find(({ id }) => id === `unit_factor/${each.item}`);
            const isMine = record?.owner === identity.person || identity.role !== 'surveyor';
            return (
              <tr key={each.item}>
                <td className={css['cell']}>{format.date(each.dated)}</td>
                <th scope="row" className={css['cell']}>
                  {nameOfCode(registers, 'unit', each.unit, language)}
                </th>
                <td className={css['cell']}>{placeOf(each)}</td>
                <td className={css['cell']}>
                  <Figure>{format.number(each.factor)}</Figure> {baseOf(each.unit)}
                </td>
                <td className={css['cell']}>
                  {record && nameOfCode(registers, 'person', record.owner, language)}
                </td>
                <td className={css['cell']}>
                  {record && isMine && (
                    <Button kind="quiet" size="small" onClick={() => onChange(record.id)}>
                      {t`Change`}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

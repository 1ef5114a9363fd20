import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { CoverageCell } from '#shared/analysis/coverage.ts';
import { isDecimal } from '#shared/core/decimal.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { choiceLabel } from '#shared/forms/form-labels.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { nameOfCode } from '../../forms/registers.ts';
import { outletName, partNames } from '../../services/visit-names.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import css from './coverage.module.css';

interface CellRecordsProps {
  readonly cell: CoverageCell;
  readonly reader: AnswerReader;
  readonly onClose: () => void;
}

/** The quotations behind one cell, and who is to bring the rest. */
export function CellRecords({ cell, reader, onClose }: CellRecordsProps): JSX.Element {
  const { t } = useLingui();
  const { registers, language, format } = reader;
  const product = nameOfCode(registers, 'product', cell.product, language);
  const market = nameOfCode(registers, 'market', cell.market, language);
  const people = cell.persons.map((code) => nameOfCode(registers, 'person', code, language));
  const rest = Math.max(0, cell.wanted - cell.have);
  return (
    <Card
      title={`${product} — ${market}`}
      actions={<Button size="small" onClick={onClose}>{t`Close`}</Button>}
    >
      <p className={css['sum']}>
        {rest > 0 ? t`Still needed: ${format.number(rest)}` : t`Nothing is missing.`}
        {people.length > 0 && ` · ${people.join(' · ')}`}
      </p>
      <RowList>
        {cell.records.map(({ record, visitRecord, visit, answers }) => {
          const usd = textAnswer(answers['unit_price_std']);
          const currency = textAnswer(answers['price_currency']);
          const availability = textAnswer(answers['availability']);
          const isPriced = usd !== undefined && isDecimal(usd);
          return (
            <Row
              key={record}
              title={
                isPriced ? (
                  <>
                    <Figure>{format.number(usd, 2)}</Figure>{' '}
                    {currency && nameOfCode(registers, 'currency', currency, language)}
                  </>
                ) : (
                  ((availability && choiceLabel('availability', availability)?.[language]) ?? '–')
                )
              }
              note={[
                outletName({ answers: visit }, language),
                partNames({ answers }, registers, language).detail,
              ]
                .filter(Boolean)
                .join(' · ')}
              actions={
                <ButtonLink size="small" to={`/visits/${visitRecord}/price/${record}`}>
                  {t`Open`}
                </ButtonLink>
              }
            />
          );
        })}
      </RowList>
    </Card>
  );
}

import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { Registers } from '../../forms/registers.ts';
import { nameOfCode } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { partNames } from '../../services/visit-names.ts';
import { joinParts } from '../../services/visit-parts.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import type { ReturnedRecord } from './today-work.ts';
import css from './today.module.css';
import { DataText } from '../../ui/data-text.tsx';

interface ReturnedCardProps {
  readonly returned: readonly ReturnedRecord[];
  readonly registers: Registers;
}

/** Records that a supervisor sent back, with what they asked. */
export function ReturnedCard({ returned, registers }: ReturnedCardProps): JSX.Element {
  const { t } = useLingui();
  const { language } = usePreferences();
  const format = useFormat();
  return (
    <Card
      title={
        <>
          {t`Returned by your supervisor`}{' '}
          <Badge tone="warn">{format.number(returned.length)}</Badge>
        </>
      }
    >
      <RowList>
        {returned.map(({ record, message, by }) => {
          const [part] = joinParts([record], []);
          const { product, detail } = part
            ? partNames(part, registers, language)
            : { product: undefined, detail: undefined };
          const names = [product, detail].filter((name) => name !== undefined);
          const visit = record.visit ?? record.id;
          return (
            <Row
              key={record.id}
              title={names.join(' — ') || t`Visit header`}
              note={by && t`From ${nameOfCode(registers, 'person', by, language)}`}
              actions={
                <ButtonLink
                  to={
                    record.visit === undefined
                      ? `/visits/${visit}?`
                      : `/visits/${visit}/${record.kind}/${record.id}`
                  }
                >
                  {t`Open and correct`}
                </ButtonLink>
              }
            >
              {message !== undefined && message !== '' && (
                <p className={css['message']}>
                  <DataText>{message}</DataText>
                </p>
              )}
            </Row>
          );
        })}
      </RowList>
    </Card>
  );
}

import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import { dayOf, toInstant } from '#shared/core/instant.ts';
import type { Registers } from '../../forms/registers.ts';
import { useServices } from '../../services/use-services.ts';
import type { VisitPart } from '../../services/visit-parts.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { useAddressQuery } from '../../ui/use-address-query.ts';
import { passesFilter, visitFilterOf } from './visit-filter.ts';
import { VisitFilterBar } from './visit-filter-bar.tsx';
import { VisitRow } from './visit-row.tsx';

interface VisitListProps {
  readonly visits: readonly VisitPart[];
  readonly registers: Registers;
}

const PAGE = 30;

export function VisitList({ visits, registers }: VisitListProps): JSX.Element {
  const { t } = useLingui();
  const { ambient } = useServices();
  const query = useAddressQuery();
  const [shownCount, setShownCount] = useState(PAGE);
  const nowMs = ambient.nowMs();
  const today = dayOf(toInstant(nowMs, ambient.offsetMinutes(nowMs)));
  const filter = visitFilterOf(query.get);
  const found = visits.filter((visit) => passesFilter(visit, filter, today));
  return (
    <>
      <VisitFilterBar
        visits={visits}
        registers={registers}
        filter={filter}
        onChange={query.change}
      />
      {found.length === 0 ? (
        <EmptyState
          icon="filter"
          title={t`No visit is like that`}
          action={
            <Button
              onClick={() => query.change({ market: undefined, state: undefined, days: undefined })}
            >
              {t`Show all visits`}
            </Button>
          }
        />
      ) : (
        <Card>
          <RowList>
            {found.slice(0, shownCount).map((visit) => (
              <VisitRow key={visit.id} visit={visit} registers={registers} />
            ))}
          </RowList>
          {found.length > shownCount && (
            <Button onClick={() => setShownCount((count) => count + PAGE)}>{t`Show more`}</Button>
          )}
        </Card>
      )}
    </>
  );
}

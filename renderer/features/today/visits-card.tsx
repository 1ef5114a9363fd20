import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { choiceLabel } from '#shared/forms/form-labels.ts';
import type { Registers } from '../../forms/registers.ts';
import { nameOfCode } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useServices } from '../../services/use-services.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { OpenVisitRow } from './open-visit-row.tsx';
import type { TodayWork } from './today-work.ts';
import { assignedMarkets } from './today-work.ts';
import css from './today.module.css';

interface VisitsCardProps {
  readonly work: TodayWork;
  readonly registers: Registers;
  readonly onStart: (market?: string) => void;
}

/** Visits of today and unfinished ones, and markets that are still to be visited. */
export function VisitsCard({ work, registers, onStart }: VisitsCardProps): JSX.Element | null {
  const { t } = useLingui();
  const { language } = usePreferences();
  const format = useFormat();
  const { identity } = useServices();
  const assigned = assignedMarkets(registers, identity.person, work.visits);
  const waiting = assigned.filter((each) => !each.isBegun);
  if (work.visits.length === 0 && waiting.length === 0) return null;
  return (
    <Card title={t`Today's visits`}>
      <RowList>
        {work.visits.map((whole) => (
          <OpenVisitRow
            key={whole.visit.id}
            whole={whole}
            registers={registers}
            wanted={wantedAt(assigned, whole.visit.answers['market_id'])}
          />
        ))}
        {waiting.map(({ market, level, wanted }) => {
          const levelName = level && choiceLabel('market_level', level)?.[language];
          const aim = t`${format.number(wanted)} prices to bring`;
          return (
            <Row
              key={`${market} ${level}`}
              title={nameOfCode(registers, 'market', market, language)}
              note={
                <span className={css['quiet']}>
                  {[t`Not begun`, levelName, wanted > 0 && aim].filter(Boolean).join(' · ')}
                </span>
              }
              actions={<Button onClick={() => onStart(market)}>{t`Begin the visit`}</Button>}
            />
          );
        })}
      </RowList>
    </Card>
  );
}

function wantedAt(assigned: ReturnType<typeof assignedMarkets>, market: unknown): number {
  return assigned
    .filter((each) => each.market === market)
    .reduce((sum, { wanted }) => sum + wanted, 0);
}

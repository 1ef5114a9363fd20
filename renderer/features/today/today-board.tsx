import type { JSX } from 'react';
import type { Registers } from '../../forms/registers.ts';
import { useServices } from '../../services/use-services.ts';
import { ContinueCard } from './continue-card.tsx';
import { DataCard } from './data-card.tsx';
import { FirstVisitCard } from './first-visit-card.tsx';
import { NeededCard } from './needed-card.tsx';
import { RecoveryNotice } from './recovery-notice.tsx';
import { ReturnedCard } from './returned-card.tsx';
import { ReviewCard } from './review-card.tsx';
import type { TodayWork } from './today-work.ts';
import css from './today.module.css';
import { VisitsCard } from './visits-card.tsx';

interface TodayBoardProps {
  readonly work: TodayWork;
  readonly registers: Registers;
  readonly onStart: (market?: string) => void;
}

export function TodayBoard({ work, registers, onStart }: TodayBoardProps): JSX.Element {
  const { identity } = useServices();
  const isReviewer = identity.role !== 'surveyor';
  return (
    <div className={css['board']}>
      <div className={css['column']}>
        {work.stopped && <ContinueCard stopped={work.stopped} registers={registers} />}
        {!work.hasAnyVisit && !isReviewer && <FirstVisitCard onStart={() => onStart()} />}
        {isReviewer && <ReviewCard />}
        <VisitsCard work={work} registers={registers} onStart={onStart} />
        {!isReviewer && <NeededCard registers={registers} />}
      </div>
      <div className={css['column']}>
        {work.returned.length > 0 && (
          <ReturnedCard returned={work.returned} registers={registers} />
        )}
        <RecoveryNotice />
        <DataCard />
      </div>
    </div>
  );
}

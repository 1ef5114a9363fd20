import type { JSX } from 'react';
import { useEffect } from 'react';
import type { RecordId } from '#shared/core/ids.ts';
import { isOpenFor } from '#shared/forms/hidden-answers.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import { readingContext } from '../../../forms/reading-context.ts';
import { Spinner } from '../../../ui/spinner.tsx';
import { ClosedNotice } from '../closed-notice.tsx';
import { OthersNotice } from '../others-notice.tsx';
import { VisitFrame } from '../visit-frame.tsx';
import type { VisitData } from '../use-visit-data.ts';
import css from '../visits.module.css';
import { VisitShell } from '../visit-shell.tsx';
import { countParts } from '../visit-tabs.ts';
import type { GridSession } from './grid-session.ts';
import { GridOfVisit } from './grid-of-visit.tsx';
import { useGridSession } from './use-grid-session.ts';
import { useHeader } from './use-header.ts';
import { usePriceCount } from './use-price-count.ts';

/** The prices of a visit, in the grid. */
export function PriceGridPage({ visit }: { readonly visit: RecordId }): JSX.Element {
  const { open, reopen } = useGridSession(visit);
  // The frame says so, and notices when the visit arrives after all.
  if (open.status === 'missing') {
    return <VisitFrame visit={visit}>{() => <Arrived onArrive={reopen} />}</VisitFrame>;
  }
  if (open.status === 'loading') return <Spinner />;
  return <OpenPage data={open.data} session={open.session} />;
}

function Arrived({ onArrive }: { readonly onArrive: () => void }): JSX.Element {
  useEffect(onArrive, [onArrive]);
  return <Spinner />;
}

interface OpenPageProps {
  readonly data: VisitData;
  readonly session: GridSession;
}

function OpenPage({ data, session }: OpenPageProps): JSX.Element {
  const { whole, registers } = data;
  const { visit, parts } = whole;
  const prices = usePriceCount(session);
  const header = useHeader(visit.id) ?? visit.answers;
  const context = readingContext({}, header, registers);
  return (
    <VisitShell
      visit={visit}
      registers={registers}
      tab="price"
      layout="fill"
      counts={{ ...countParts(parts), price: prices }}
    >
      {() =>
        isOpenFor(formOf('price'), header, context) ? (
          <>
            {session.isOthers && (
              <div className={css['aboveGrid']}>
                <OthersNotice />
              </div>
            )}
            {session.isOthers && prices === 0 ? null : (
              <GridOfVisit data={data} session={session} />
            )}
          </>
        ) : (
          <ClosedNotice />
        )
      }
    </VisitShell>
  );
}

import type { JSX } from 'react';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import { isOpenFor } from '#shared/forms/hidden-answers.ts';
import { readingContext } from '../../forms/reading-context.ts';
import { HeaderTab } from './header-tab.tsx';
import { PartsTab } from './parts-tab.tsx';
import type { VisitData } from './use-visit-data.ts';
import { VisitShell } from './visit-shell.tsx';
import { countParts } from './visit-tabs.ts';

interface VisitViewProps {
  readonly data: VisitData;
  readonly tab: Exclude<SurveyFormId, 'price'>;
}

/** The header of a visit, or its records of a kind; its prices have a grid of their own. */
export function VisitView({ data, tab }: VisitViewProps): JSX.Element {
  const { whole, registers } = data;
  const { visit, parts } = whole;
  return (
    <VisitShell visit={visit} registers={registers} tab={tab} counts={countParts(parts)}>
      {(select) =>
        tab === 'visit' ? (
          <HeaderTab data={data} onPrices={() => select('price')} />
        ) : (
          <PartsTab
            key={tab}
            kind={tab}
            whole={whole}
            registers={registers}
            isOpen={isOpenFor(
              formOf(tab),
              visit.answers,
              readingContext({}, visit.answers, registers),
            )}
          />
        )
      }
    </VisitShell>
  );
}

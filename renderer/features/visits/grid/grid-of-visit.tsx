import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useCallback, useEffect, useMemo } from 'react';
import { fieldTexts, formTitle } from '#shared/forms/form-labels.ts';
import { createOptionSource } from '../../../forms/option-source.ts';
import { usePreferences } from '../../../i18n/preference-store.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useServices } from '../../../services/use-services.ts';
import { earlierSpecs } from '../past-records.ts';
import type { VisitData } from '../use-visit-data.ts';
import { useColumnNames } from './use-column-names.ts';
import type { GridTools } from './grid-context.ts';
import type { GridSession } from './grid-session.ts';
import { beginsAt } from './grid-state.ts';
import { savePins } from '../pins.ts';
import { PriceGrid } from './price-grid.tsx';
import { specsBeside } from './specs-beside.ts';
import { useNews } from './use-news.ts';

interface GridOfVisitProps {
  readonly data: VisitData;
  readonly session: GridSession;
}

/** The grid with what it is read by in the language of the moment, and with what comes from elsewhere. */
export function GridOfVisit({ data, session }: GridOfVisitProps): JSX.Element {
  const { t } = useLingui();
  const { store } = useServices();
  const { language } = usePreferences();
  const format = useFormat();
  const { registers, past, whole } = data;
  const visit = whole.visit.id;
  const names = useColumnNames();
  const tools = useMemo(
    (): GridTools => ({
      session,
      reader: { registers, language, format },
      optionsOf: createOptionSource(registers, language, []),
      labelOf: ({ name }) => names[name] ?? name,
      questionOf: ({ name }) => fieldTexts('price', name)?.[language] ?? name,
      specsOf: (product) => [
        ...new Set([...specsBeside(session, product), ...earlierSpecs(past, 'price', product)]),
      ],
    }),
    [session, registers, language, format, past, names],
  );
  useNews(session, visit);
  const keepPins = useCallback(
    (pins: ReadonlySet<string>) => savePins(store.settings, pins),
    [store],
  );
  useFirstCell(session);
  return (
    <PriceGrid
      tools={tools}
      visit={visit}
      label={t`${formTitle('price')[language]} of the visit`}
      onPins={keepPins}
    />
  );
}

/** The keyboard begins where the work goes on: the first row that is not finished, else the new one. */
function useFirstCell({ isOthers, state, columns, cursor }: GridSession): void {
  useEffect(() => {
    const { at, order } = state.getState();
    if (at || document.activeElement?.role === 'tab') return;
    const [first] = order;
    if (isOthers) {
      if (first !== undefined) cursor.moveTo({ row: first, column: columns[0]?.name ?? '' });
      return;
    }
    const before = order[order.indexOf(beginsAt(state.getState())) - 1];
    if (before !== undefined) cursor.nextRow(before);
    else cursor.newRow();
  }, [isOthers, state, columns, cursor]);
}

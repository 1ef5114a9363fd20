import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import type { RecordId } from '#shared/core/ids.ts';
import type { Draft } from '#shared/records/draft.ts';
import { useServices } from '../../../services/use-services.ts';
import { showToast } from '../../../ui/toasts.tsx';
import { measureOf } from '../unit-measure.ts';
import type { GridSession } from './grid-session.ts';

interface Weighed {
  readonly unit: string;
  readonly draft: Draft | undefined;
}

interface Weighing {
  /** The unit that is being weighed. */
  readonly now: Weighed | undefined;
  readonly begin: (row: RecordId) => void;
  /** Takes what was written into the rows, and says which finished ones were kept with another measure. */
  readonly takeIn: () => Promise<void>;
  readonly end: () => void;
}

/** "Weigh it" for the unit of a row. */
export function useWeighing(session: GridSession): Weighing {
  const { t } = useLingui();
  const { store } = useServices();
  const [, navigate] = useLocation();
  const [now, setNow] = useState<Weighed>();

  const begin = useCallback(
    (id: RecordId): void => {
      async function open(unit: string): Promise<void> {
        const drafts = await store.drafts.list();
        const draft = drafts.find(
          ({ kind, set }) => kind === 'unit_factor' && set['unit'] === unit,
        );
        setNow({ unit, draft });
      }
      const row = session.state.getState().rows[id];
      const measure = row && measureOf(session.reader.status(row).context);
      if (measure) void open(measure.unit);
      else {
        showToast({
          tone: 'warn',
          text: t`Only a unit that differs from place to place is weighed, such as a seer or a man: choose it in the row first.`,
        });
      }
    },
    [session, store, t],
  );
  async function takeIn(): Promise<void> {
    const unit = now?.unit;
    setNow(undefined);
    session.takeFactors(await store.records.list('unit_factor'));
    if (unit !== undefined) session.fillContent(unit);
    const count = session.keptOtherwise('measure');
    showToast(
      count === 0
        ? { tone: 'ok', text: t`The measure is written down and holds for the rows of this place.` }
        : {
            tone: 'warn',
            text: t`${plural(count, {
              one: 'The measure is written down. # finished price of this visit was kept with another.',
              other:
                'The measure is written down. # finished prices of this visit were kept with another.',
            })}`,
            action: { label: t`Look at them`, run: () => navigate('/measures') },
          },
    );
  }
  return { now, begin, takeIn, end: () => setNow(undefined) };
}

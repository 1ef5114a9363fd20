import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { useGridState, useGridTools } from './grid-context.ts';

/** Offers what was asked here the last time as rows, as long as some of it is not in the grid. */
export function LastItems(): JSX.Element | null {
  const { session } = useGridTools();
  // Rows come and go with whole items; what is typed in one changes nothing of the offer until it is left.
  const left = useGridState(({ order, at }) => `${order.length} ${at?.row ?? ''}`);
  const count = left === '' ? 0 : session.itemsLeft().length;
  return count === 0 ? null : <Offer count={count} />;
}

function Offer({ count }: { readonly count: number }): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const { session } = useGridTools();
  const last = session.lastVisit();
  const day = last?.dated === undefined ? '' : format.date(last.dated);
  function take(): void {
    session.takeItems();
  }
  useShortcut({
    code: 'KeyL',
    run: take,
    label: t`Items of the last visit as rows`,
    needsAlt: true,
  });
  return (
    <Button
      size="small"
      kind="quiet"
      icon="history"
      title={
        last?.isOutlet ? t`At this outlet, ${day}` : t`At another outlet of this market, ${day}`
      }
      onClick={take}
    >
      {t`${plural(count, { one: '# item of the last visit', other: '# items of the last visit' })}`}
      <KeyHint keys="Alt+L" />
    </Button>
  );
}

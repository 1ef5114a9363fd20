import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import { IconButton } from '../../ui/button.tsx';
import css from './widgets.module.css';

interface RankedListProps {
  readonly items: readonly { readonly value: string; readonly label: string }[];
  readonly onOrder: (values: readonly string[]) => void;
}

/** The choices made so far, first the highest; each can be moved up, or taken out again. */
export function RankedList({ items, onOrder }: RankedListProps): JSX.Element | null {
  const { t } = useLingui();
  const format = useFormat();
  const values = items.map((item) => item.value);
  if (items.length === 0) return null;
  return (
    <ol className={css['ranked']}>
      {items.map(({ value, label }, index) => (
        <li key={value} className={css['rankedItem']}>
          <span className={css['digit']}>{format.digits(String(index + 1))}</span>
          <span className={css['rankedLabel']}>{label}</span>
          <IconButton
            icon="arrow-up"
            label={t`Move up: ${label}`}
            disabled={index === 0}
            onClick={() => onOrder(movedUp(values, index))}
          />
          <IconButton
            icon="close"
            label={t`Take out: ${label}`}
            onClick={() => onOrder(values.filter((each) => each !== value))}
          />
        </li>
      ))}
    </ol>
  );
}

function movedUp(values: readonly string[], index: number): readonly string[] {
  const before = values[index - 1];
  const moved = values[index];
  if (before === undefined || moved === undefined) return values;
  return values.with(index - 1, moved).with(index, before);
}

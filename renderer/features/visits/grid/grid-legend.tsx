import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useShortcutHints } from '../../../ui/shortcut-hints.ts';
import css from './grid.module.css';

/** The keys that are used most. */
export function GridLegend(): JSX.Element {
  const { t } = useLingui();
  const legend: readonly (readonly [keys: string, meaning: string])[] = [
    ['Enter', t`next open cell`],
    ['Tab', t`next cell`],
    ['Ctrl+D', t`as above`],
    ['Ctrl+;', t`as typed last`],
    ['F4', t`no price`],
    ['F8', t`correct a likely slip`],
    ['Ctrl+Z', t`undo`],
  ];
  useShortcutHints(legend.map(([keys, label]) => ({ keys, label })));
  return (
    <ul className={css['legend']}>
      {legend.map(([keys, meaning]) => (
        <li key={keys} className={css['legendItem']}>
          <KeyHint keys={keys} />
          {meaning}
        </li>
      ))}
    </ul>
  );
}

import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useFormat } from '../i18n/use-format.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import css from './form-view.module.css';

/** What the keys do, for those who do not know yet. */
export function KeyLegend(): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const legend: readonly (readonly [keys: string, meaning: string])[] = [
    ['Enter', t`next question`],
    ['Shift+Enter', t`the one before`],
    [format.digits('1–7'), t`choose and go on`],
    ['F4', t`does not know, would not say`],
    ['F8', t`correct a likely slip`],
  ];
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

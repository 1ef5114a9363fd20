import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useFormat } from '../i18n/use-format.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import type { ShortcutHint } from '../ui/shortcut-hints.ts';
import { useShortcutHints } from '../ui/shortcut-hints.ts';
import css from './form-view.module.css';

/** What the keys do, for those who do not know yet. */
export function KeyLegend(): JSX.Element {
  return (
    <ul className={css['legend']}>
      {useEntryKeys().map(({ keys, label }) => (
        <li key={keys} className={css['legendItem']}>
          <KeyHint keys={keys} />
          {label}
        </li>
      ))}
    </ul>
  );
}

function useEntryKeys(): readonly ShortcutHint[] {
  const { t } = useLingui();
  const format = useFormat();
  return [
    { keys: 'Enter', label: t`next question` },
    { keys: 'Shift+Enter', label: t`the one before` },
    { keys: format.digits('1–7'), label: t`choose and go on` },
    { keys: 'F4', label: t`does not know, would not say` },
    { keys: 'F8', label: t`correct a likely slip` },
  ];
}

/** Tells the sheet of shortcuts the keys of a form. */
export function useFormKeyHints(): void {
  const { t } = useLingui();
  useShortcutHints([
    ...useEntryKeys(),
    { keys: 'Ctrl+Enter', label: t`finish` },
    { keys: 'Alt+C', label: t`a remark on the question` },
    { keys: 'Alt+M', label: t`show or hide the optional questions` },
    { keys: 'Alt+H', label: t`show or hide the hints` },
  ]);
}

import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useShortcutHints } from '../../../ui/shortcut-hints.ts';
import { gridKeyHints, readingCommands, usualCommands } from './grid-key-hints.ts';
import css from './grid.module.css';
import type { GridCommand } from './grid-keys.ts';

/** Tells the sheet of shortcuts the keys of the grid. */
export function useGridKeyHints(isReadOnly: boolean): void {
  const { i18n } = useLingui();
  const commands = Object.keys(gridKeyHints) as readonly GridCommand['do'][];
  useShortcutHints(
    commands
      .filter((command) => !isReadOnly || readingCommands.has(command))
      .flatMap((command) => gridKeyHints[command])
      .map(({ keys, label }) => ({ keys, label: i18n._(label) })),
  );
}

/** The keys that are used most. */
export function GridLegend(): JSX.Element {
  const { i18n } = useLingui();
  return (
    <ul className={css['legend']}>
      {usualCommands.map((command) => {
        const [usual] = gridKeyHints[command];
        return (
          usual && (
            <li key={command} className={css['legendItem']}>
              <KeyHint keys={usual.keys} />
              {i18n._(usual.label)}
            </li>
          )
        );
      })}
    </ul>
  );
}

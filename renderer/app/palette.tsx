import { useLingui } from '@lingui/react/macro';
import { useCombobox } from 'downshift';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import controls from '../ui/controls.module.css';
import { joinClasses } from '../ui/join-classes.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { createNameIndex } from '../ui/name-index.ts';
import { useFieldId } from '../ui/use-field-id.ts';
import type { Command } from './palette-commands.ts';
import css from './palette.module.css';
import { useCommands } from './use-commands.ts';
import { DataText } from '../ui/data-text.tsx';

interface PaletteProps {
  readonly onClose: () => void;
  readonly onSheet: () => void;
}

const MAX_SHOWN = 12;

/** Everything that can be gone to or done, found by typing a part of its name in any spelling. */
export function Palette({ onClose, onSheet }: PaletteProps): JSX.Element {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState<number>();
  const { commands, groupNames } = useCommands(onSheet);
  const index = useMemo(
    () => createNameIndex(commands, ({ label, note, aliases }) => [label, note ?? '', ...aliases]),
    [commands],
  );
  const found = index.find(typed);
  const isNear = found.length === 0;
  const items = (isNear ? index.near(typed) : found).slice(0, MAX_SHOWN);

  function run(command: Command): void {
    onClose();
    command.run();
  }
  const inputId = useFieldId();
  const downshift = useCombobox<Command>({
    inputId,
    items: [...items],
    isOpen: true,
    inputValue: typed,
    selectedItem: null,
    // The best is marked, also once more was loaded; what is only nearly so called is never taken by Enter alone.
    highlightedIndex: marked ?? (isNear ? -1 : 0),
    itemToString: (command) => command?.label ?? '',
    itemToKey: (command) => command?.id,
    onStateChange: ({ type, selectedItem, highlightedIndex: moved }) => {
      if (type === useCombobox.stateChangeTypes.InputChange) setMarked(undefined);
      else if (moved !== undefined && moved >= 0) setMarked(moved);
      // The library also chooses what is marked when the field is left; going away is not a choice.
      if (selectedItem && type !== useCombobox.stateChangeTypes.InputBlur) run(selectedItem);
    },
  });
  const { getInputProps, getMenuProps, getItemProps, highlightedIndex } = downshift;

  return (
    <Dialog title={t`Search and commands`} onClose={onClose}>
      <input
        {...getInputProps({
          'aria-label': t`Search for a screen, visit, record, name or command`,
          'aria-labelledby': undefined,
          placeholder: t`Where to, or what to do?`,
          onChange: (event) => setTyped(event.currentTarget.value),
          onKeyDown: (event) => {
            if (event.key === 'Escape') onClose();
          },
        })}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the palette is opened to type into it
        autoFocus
        className={controls['control']}
      />
      <ul {...getMenuProps({ 'aria-label': t`Found` })} className={css['list']}>
        {items.map((command, at) => (
          <li
            key={command.id}
            {...getItemProps({ item: command, index: at })}
            className={joinClasses(css['item'], at === highlightedIndex && css['marked'])}
          >
            <span className={css['label']}>
              <DataText>{command.label}</DataText>
              {command.note !== undefined && (
                <span className={css['note']}>
                  <DataText>{command.note}</DataText>
                </span>
              )}
            </span>
            {command.keys !== undefined && <KeyHint keys={command.keys} />}
            <span className={css['group']}>{groupNames[command.group]}</span>
          </li>
        ))}
      </ul>
      {items.length === 0 && <p className={css['hint']}>{t`Nothing of this name`}</p>}
      {isNear && items.length > 0 && (
        <p className={css['hint']}>
          {t`Nothing of this name; these are like it. Choose with the arrow keys.`}
        </p>
      )}
    </Dialog>
  );
}

import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import type { JSX, KeyboardEvent } from 'react';
import css from './combobox.module.css';
import controls from './controls.module.css';
import type { ControlProps } from './field-shell.tsx';
import { Icon } from './icons.tsx';
import { joinClasses } from './join-classes.ts';
import type { ComboboxItem } from './shown-items.ts';
import { MAX_SHOWN, keyOf } from './shown-items.ts';
import type { ComboboxBehaviour } from './use-combobox-state.ts';
import { useComboboxState } from './use-combobox-state.ts';
import { useFieldId } from './use-field-id.ts';
import { usePopover } from './use-popover.ts';

interface ComboboxProps extends ComboboxBehaviour {
  /** From the FieldShell around it. */
  readonly control?: ControlProps | undefined;
  /** The name of a combobox that stands without a FieldShell, as in a grid. */
  readonly label?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined;
}

/** A choice among many: type a part of the name in any spelling, pick with arrows and Enter, or leave with Tab to take the marked one. */
export function Combobox(props: ComboboxProps): JSX.Element {
  const { control, label, placeholder, isDisabled, onBlur, onKeyDown, ...behaviour } = props;
  const { t } = useLingui();
  const ownId = useFieldId();
  const inputId = control?.id ?? ownId;
  const state = useComboboxState({ ...behaviour, inputId });
  const { isOpen, highlightedIndex, getInputProps, getMenuProps, getItemProps } = state.downshift;
  const { anchorRef, popoverRef } = usePopover(isOpen);
  const hiddenCount = state.matchCount - MAX_SHOWN;

  function keepDialogOpen(event: KeyboardEvent<HTMLInputElement>): void {
    // Esc closes the list only, not the dialog around it.
    if (event.key === 'Escape' && isOpen) event.preventDefault();
    onKeyDown?.(event);
  }

  return (
    <div className={controls['wrap']} ref={anchorRef}>
      <input
        {...getInputProps({
          ...control,
          'aria-label': label ?? '',
          'aria-labelledby': undefined,
          placeholder,
          disabled: isDisabled,
          onChange: (event) => state.type(event.currentTarget.value),
          onFocus: (event) => event.currentTarget.select(),
          onBlur: () => {
            state.leave();
            onBlur?.();
          },
          onKeyDown: keepDialogOpen,
        })}
        className={joinClasses(controls['control'], controls['select'])}
      />
      <span className={controls['chevron']}>
        <Icon name="chevron-down" />
      </span>
      <div popover="manual" ref={popoverRef} className={css['popover']}>
        {isOpen && state.isNear && (
          <p className={css['more']}>{t`Nothing of this name; names like it:`}</p>
        )}
        <ul {...getMenuProps({ 'aria-label': label ?? t`Choices` })} className={css['list']}>
          {isOpen &&
            state.items.map((item, index) => (
              <li
                key={keyOf(item)}
                {...getItemProps({ item, index, 'aria-selected': isChosen(item, behaviour.value) })}
                data-kind={item.kind}
                className={joinClasses(
                  css['item'],
                  item.kind === 'extra' && css['extra'],
                  index === highlightedIndex && css['marked'],
                )}
              >
                <ItemWords item={item} />
              </li>
            ))}
        </ul>
        {isOpen && state.matchCount === 0 && (
          <p className={css['more']}>{t`Nothing of this name in the list`}</p>
        )}
        {isOpen && hiddenCount > 0 && (
          <p className={css['more']}>
            {t`${plural(hiddenCount, { one: '# more; type to find it', other: '# more; type to find them' })}`}
          </p>
        )}
      </div>
      {state.isUnmatched && (
        <p className={css['unmatched']}>{t`This is not in the list. Choose from the list.`}</p>
      )}
    </div>
  );
}

function ItemWords({ item }: { readonly item: ComboboxItem }): JSX.Element {
  if (item.kind === 'extra') {
    return (
      <>
        <Icon name="add" />
        {item.extra.label}
      </>
    );
  }
  return (
    <>
      <span>{item.option.label}</span>
      {item.option.note !== undefined && <span className={css['note']}>{item.option.note}</span>}
    </>
  );
}

function isChosen(item: ComboboxItem, value: string | null): boolean {
  return item.kind === 'option' && item.option.value === value;
}

import type { JSX } from 'react';
import { useFormat } from '../i18n/use-format.ts';
import type { ComboboxOption } from './combobox-search.ts';
import css from './combobox.module.css';
import { joinClasses } from './join-classes.ts';
import { KeyHint } from './key-hint.tsx';
import { usePopover } from './use-popover.ts';
import { DataText } from './data-text.tsx';

interface AnchoredListProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly ComboboxOption[];
  /** The option that is marked, by its place; -1 for none. */
  readonly marked: number;
  /** Whether each has a digit that chooses it. */
  readonly isNumbered?: boolean | undefined;
  readonly onChoose: (option: ComboboxOption) => void;
}

/** The id of an option, to be named by the field as its active descendant. */
export function optionId(listId: string, place: number): string {
  return `${listId}-${place}`;
}

/** Choices below the field they stand in, which keeps the keyboard; the list is open as long as it is rendered. */
export function AnchoredList(props: AnchoredListProps): JSX.Element {
  const { id, label, options, marked, isNumbered = false, onChoose } = props;
  const format = useFormat();
  const { anchorRef, popoverRef } = usePopover(true);
  return (
    <div ref={anchorRef} className={css['anchor']}>
      <div popover="manual" ref={popoverRef} className={css['popover']}>
        <div id={id} role="listbox" tabIndex={-1} aria-label={label} className={css['list']}>
          {options.map((option, place) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keyboard
            <div
              key={option.value}
              id={optionId(id, place)}
              role="option"
              tabIndex={-1}
              aria-selected={place === marked}
              className={joinClasses(css['item'], place === marked && css['marked'])}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onChoose(option)}
            >
              {isNumbered && <KeyHint keys={format.digits(String(place + 1))} />}
              <DataText>{option.label}</DataText>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

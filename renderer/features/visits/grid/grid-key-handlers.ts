import type { KeyboardEvent } from 'react';
import { commandOf } from './grid-keys.ts';
import type { Place } from './grid-keys.ts';
import type { RunCommand } from './run-command.ts';

type Press = KeyboardEvent<HTMLElement>;

interface GridKeys {
  readonly onKeyDownCapture: (event: Press) => void;
  readonly onKeyDown: (event: Press) => void;
}

/** What keys do in the grid: before the field of a cell hears them, except those that belong to its open list. */
export function gridKeys(run: RunCommand, editing: { readonly isTyped: () => boolean }): GridKeys {
  function placeOf(event: Press): Place {
    const field = event.target;
    const isList =
      field instanceof HTMLInputElement && ownsKey(field, event.key, editing.isTyped());
    return {
      mode: isList ? 'list' : editing.isTyped() ? 'typing' : 'cell',
      // Looked up where a key asks for it: a letter should wait for no style.
      isRtl: () => getComputedStyle(event.currentTarget).direction === 'rtl',
    };
  }
  return {
    onKeyDownCapture(event) {
      if (event.nativeEvent.isComposing || !isOfCell(event)) return;
      const command = commandOf(event, placeOf(event));
      if (!command || !run(command)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onKeyDown(event) {
      const field = event.target;
      // Enter has just taken an option of a searched list; what was typed and names none stays where it is.
      if (event.key !== 'Enter' || !(field instanceof HTMLInputElement) || isLost(field)) return;
      if (field.ariaExpanded !== 'true' || field.dataset['list']) return;
      event.preventDefault();
      queueMicrotask(() => run({ do: event.shiftKey ? 'back' : 'next' }));
    },
  };
}

/** The head of the grid has buttons of its own. */
function isOfCell(event: Press): boolean {
  const { target, currentTarget } = event;
  return (
    target === currentTarget ||
    (target instanceof Element && target.closest('[role=gridcell]') !== null)
  );
}

function ownsKey(field: HTMLInputElement, key: string, isTyped: boolean): boolean {
  const own = field.dataset['list'];
  // Suggestions below a text are gone into with the arrow down; from then on the keys are theirs.
  if (own === 'entered') return true;
  if (own === 'below')
    return key === 'ArrowDown' && !field.readOnly && (isTyped || field.value === '');
  return field.ariaExpanded === 'true';
}

function isLost(field: HTMLInputElement): boolean {
  return field.value.trim() !== '' && (field.getAttribute('aria-activedescendant') ?? '') === '';
}

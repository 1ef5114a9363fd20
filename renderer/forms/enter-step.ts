import type { KeyboardEvent } from 'react';

/** Where Enter leads from a field: to the next place, with Shift to the one before; undefined where Enter means something else. */
export function stepOf(event: KeyboardEvent): 1 | -1 | undefined {
  if (event.key !== 'Enter' || event.altKey || event.nativeEvent.isComposing) return undefined;
  const { target } = event;
  // Enter presses a button, and follows a link.
  const isPressed = target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement;
  if (isPressed || target instanceof HTMLTextAreaElement) return undefined;
  return isLost(target) ? undefined : event.shiftKey ? -1 : 1;
}

/**
 * A name that was typed into an open list and is not in it: going on would leave it behind. An act at the end of the list
 * goes on itself, once it has an answer.
 */
function isLost(target: EventTarget): boolean {
  if (!(target instanceof HTMLInputElement) || target.getAttribute('aria-expanded') !== 'true') {
    return false;
  }
  const marked = target.getAttribute('aria-activedescendant') ?? '';
  if (marked === '') return target.value.trim() !== '';
  return document.getElementById(marked)?.dataset['kind'] === 'extra';
}

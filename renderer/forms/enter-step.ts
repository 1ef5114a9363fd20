import type { KeyboardEvent } from 'react';

/** Where Enter leads from a field: to the next place, with Shift to the one before; undefined where Enter means something else. */
export function stepOf(event: KeyboardEvent): 1 | -1 | undefined {
  if (event.key !== 'Enter' || event.altKey || event.nativeEvent.isComposing) return undefined;
  const { target } = event;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLButtonElement)
    return undefined;
  return isLost(target) ? undefined : event.shiftKey ? -1 : 1;
}

/** A name that was typed into an open list and is not in it: going on would leave it behind. */
function isLost(target: EventTarget): boolean {
  return (
    target instanceof HTMLInputElement &&
    target.getAttribute('aria-expanded') === 'true' &&
    target.value.trim() !== '' &&
    (target.getAttribute('aria-activedescendant') ?? '') === ''
  );
}

const PLACE = 'bazarnegar-locked-unsaved';

/** Notes in clear, without a word of it, that a lock came before all that was typed could be saved. */
export function keepUnsavedNote(): void {
  localStorage.setItem(PLACE, '1');
}

/** Whether that was so the last time. */
export function hasUnsavedNote(): boolean {
  return localStorage.getItem(PLACE) !== null;
}

/** Forgets it. */
export function forgetUnsavedNote(): void {
  localStorage.removeItem(PLACE);
}

/** Marks the field a dialog begins with: a dialog that opens gives its focus to it, not to its close button. */
export function focusFirst(field: HTMLElement | null): void {
  field?.setAttribute('autofocus', '');
}

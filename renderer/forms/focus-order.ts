/** The places where typing stops: each text field, each radio group once, each group of checkboxes once, and marked buttons. */
const stopSelector = [
  'input:not([type=file], :disabled)',
  'textarea:not(:disabled)',
  'select:not(:disabled)',
  '[data-stop]',
].join(', ');

/** Focuses the stop after (or before) the one that has the focus; answers false where there is none. */
export function moveFocus(root: HTMLElement, step: 1 | -1): boolean {
  const stops = stopsOf(root);
  const here = stops.findIndex((stop) => groupOf(stop) === groupOf(document.activeElement));
  const target = here === -1 ? stops.at(step === 1 ? 0 : -1) : stops[here + step];
  if (!target) return false;
  focusStop(target);
  return true;
}

/** Focuses the first stop of a question; answers false where it is not on the screen. */
export function focusQuestion(root: HTMLElement, field: string): boolean {
  const question = root.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  const stop = question && stopsOf(question)[0];
  question?.scrollIntoView({ block: 'nearest' });
  if (!stop) return false;
  focusStop(stop);
  return true;
}

/** The question that has the focus. */
export function focusedField(root: HTMLElement): string | undefined {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || !root.contains(at)) return undefined;
  return at.closest<HTMLElement>('[data-field]')?.dataset['field'];
}

function focusStop(stop: HTMLElement): void {
  stop.focus({ preventScroll: true });
  stop.closest('[data-field]')?.scrollIntoView({ block: 'nearest' });
}

function stopsOf(root: HTMLElement): readonly HTMLElement[] {
  const stops: HTMLElement[] = [];
  const seen = new Set<unknown>();
  for (const element of root.querySelectorAll<HTMLElement>(stopSelector)) {
    const group = groupOf(element);
    if (!seen.has(group)) stops.push(entryOf(element, root));
    seen.add(group);
  }
  return stops;
}

/** Radio buttons of one name, and checkboxes of one group, are one stop. */
function groupOf(element: Element | null): unknown {
  if (!(element instanceof HTMLInputElement)) return element;
  if (element.type === 'radio') return element.name;
  return element.type === 'checkbox' ? (element.closest('fieldset') ?? element) : element;
}

/** Where one comes into a stop: the chosen radio button, else the first. */
function entryOf(element: HTMLElement, root: HTMLElement): HTMLElement {
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return element;
  return (
    root.querySelector<HTMLElement>(`input[name="${CSS.escape(element.name)}"]:checked`) ?? element
  );
}

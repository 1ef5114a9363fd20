const ROUNDS = 24;
/** How long a round waits for a frame: a hidden window draws none. */
const FRAME_LIMIT_MS = 40;
const heard = ['beforeinput', 'input', 'change'] as const;

/**
 * Writes dots over what stands in the field that has the keyboard, over and over, unheard by the page. A browser is told the text after each letter, and
 * lets go of what it was told without wiping it: what is told next, of the same length, takes its place (`e2e/web/memory`, `e2e/desktop/lock`).
 * For a page that is about to go: everything in it was saved before, and nothing is after.
 */
export async function overwriteTyping(): Promise<void> {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  for (const name of heard) {
    addEventListener(name, (event) => event.stopImmediatePropagation(), { capture: true });
  }
  const { length } = field.value;
  if (length === 0) return;
  for (let round = 0; round < ROUNDS; round++) {
    // Never selected: the browser keeps what is.
    field.value = '';
    // Only what is typed, pasted or comes this way is told to the browser; a value that is set is not.
    // oxlint-disable-next-line typescript/no-deprecated -- the platform has no other way
    document.execCommand('insertText', false, '.'.repeat(Math.max(1, length - (round % 6))));
    await nextFrame();
  }
}

function nextFrame(): Promise<unknown> {
  return Promise.race([
    new Promise((resolve) => requestAnimationFrame(resolve)),
    new Promise((resolve) => setTimeout(resolve, FRAME_LIMIT_MS)),
  ]);
}

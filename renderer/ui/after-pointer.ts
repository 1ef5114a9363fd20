let isDown = false;
addEventListener('pointerdown', () => (isDown = true), true);
for (const end of ['pointerup', 'pointercancel'])
  addEventListener(end, () => (isDown = false), true);

/**
 * Runs something that may move the page, as soon as no button of the mouse is down. A message that appears when a field is
 * left by a press elsewhere would otherwise push the thing that is pressed from under the pointer, and the press would be lost.
 */
export function afterPointer(run: () => void): void {
  if (!isDown) {
    run();
    return;
  }
  // The click comes after the button is up.
  addEventListener('pointerup', () => setTimeout(run), { once: true });
}

/** Resolves when the page has nothing else to do for a few milliseconds. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve());
  });
}

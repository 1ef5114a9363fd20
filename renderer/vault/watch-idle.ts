/** A vault nobody touches for so long is locked, in ms. */
const IDLE_MS = 10 * 60_000;
const LOOK_EVERY_MS = 5_000;
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;

/**
 * Calls `onIdle` once nobody has touched the page for ten minutes. By the clock rather than by one timer, for a laptop that slept
 * comes back late; and by counting looks as well, for a clock may be put back. The answer ends it.
 */
export function watchIdle(nowMs: () => number, onIdle: () => void): () => void {
  let touchedMs = nowMs();
  let looks = 0;
  function touch(): void {
    touchedMs = nowMs();
    looks = 0;
  }
  for (const sign of signs) addEventListener(sign, touch, { capture: true, passive: true });
  const timer = setInterval(() => {
    looks += 1;
    if (nowMs() - touchedMs >= IDLE_MS || looks * LOOK_EVERY_MS >= IDLE_MS) onIdle();
  }, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    for (const sign of signs) removeEventListener(sign, touch, { capture: true });
  };
}

const FIRST_MS = 2000;
const LONGEST_MS = 5 * 60_000;

/**
 * How long to wait before try number `tries` (1 = the first again): anywhere up to a limit that doubles with each try
 * ("full jitter"), so that laptops which lost the server together do not come back together. `chance` is 0..1.
 */
export function retryDelayMs(tries: number, chance: number): number {
  const limitMs = Math.min(FIRST_MS * 2 ** Math.min(tries - 1, 20), LONGEST_MS);
  return Math.round(chance * limitMs);
}

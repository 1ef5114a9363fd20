/** The middle of some measurements. */
function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/**
 * Runs subject and baseline by turns, so that whatever else the machine does falls on both, and gives the medians. The first
 * round warms up and does not count.
 */
export async function compare(
  rounds: number,
  subject: () => Promise<number>,
  baseline: () => Promise<number>,
): Promise<{ readonly value: number; readonly baseline: number }> {
  const values: number[] = [];
  const baselines: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const value = await subject();
    const bare = await baseline();
    if (round === 0) continue;
    values.push(value);
    baselines.push(bare);
  }
  return { value: median(values), baseline: median(baselines) };
}

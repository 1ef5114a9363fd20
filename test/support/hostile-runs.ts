const isSoak = process.env['HOSTILE_INPUT'] === 'all';
const MOST_MS = 2000;

/** How many generated inputs a test tries: few in `npm test`, all of them by `npm run test:soak:hostile`. */
export function hostileRuns(few: number, all: number): number {
  return isSoak ? all : few;
}

/** An answer to hostile input. In the soak it may take two seconds at the most; `npm test` keeps no time. */
export async function promptly<T>(answer: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const given = await answer();
  const took = performance.now() - began;
  if (isSoak && took > MOST_MS) throw new Error(`an answer took ${Math.round(took)} ms`);
  return given;
}

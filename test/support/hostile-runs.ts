/** How many generated inputs a test tries: few in `npm test`, all of them by `npm run test:soak:hostile`. */
export function hostileRuns(few: number, all: number): number {
  return process.env['HOSTILE_INPUT'] === 'all' ? all : few;
}

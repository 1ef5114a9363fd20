import type { Result } from '#shared/core/result.ts';

/** The value of a result that must be good; else the test ends with its failure. */
export function expectOk<T>(result: Result<T, { readonly kind: string }>): T {
  if (!result.ok) throw new Error(`expected no failure, got ${JSON.stringify(result.error)}`);
  return result.value;
}

import type { Failure } from '../core/failure.ts';

/** Ends the reading of a bundle with a failure, through streams and generators that only an error passes. */
export class BundleRefusal extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** The refusal of a bundle that is not what a sender wrote. */
export function damaged(detail: string): BundleRefusal {
  return new BundleRefusal({ kind: 'bundle/damaged', detail });
}

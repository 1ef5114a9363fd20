import type { Failure, FailureKind } from '#shared/core/failure.ts';

// Only what time alone may mend is tried again by itself; for everything else a person must do something first.
const passing: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'network/unreachable',
  'network/not-our-server',
  'network/bad-certificate',
  'network/too-slow',
  'server/busy',
  'server/internal',
  'server/not-found',
  'index/write-failed',
]);

/** True for a failure after which sync tries again by itself. */
export function isPassing(failure: Failure): boolean {
  return passing.has(failure.kind);
}

const asides: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'sync/server-forgot',
  'sync/audit-changed',
  'sync/audit-restored',
]);

/** True for what a person is told of while all else goes on: a single photo, what the server had lost and was sent again. */
export function isAside(failure: Failure): boolean {
  const { kind } = failure;
  return kind.startsWith('photo/') || asides.has(kind) || isAboutProof(failure);
}

/** True for what does not fit the signatures of others' laptops. */
export function isAboutProof({ kind }: Failure): boolean {
  return kind === 'sync/not-proved' || kind === 'sync/other-device';
}

const aboutSize: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'network/unreachable',
  'network/too-slow',
  'server/too-large',
]);

/** True for a failure that smaller batches may get past. */
export function isAboutSize(failure: Failure): boolean {
  return aboutSize.has(failure.kind);
}

const forks: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'sync/forked-feed',
  'sync/broken-chain',
]);

/** True for a refusal that says: the server has other entries under the numbers of this feed. */
export function isAboutFork(failure: Failure): boolean {
  return forks.has(failure.kind);
}

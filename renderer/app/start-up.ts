import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import type { AppServices } from '../services/services.ts';
import type { UnlockedVault } from '../vault/open-vaults.ts';

/** How far opening the store has come. */
export type StartProgress =
  | { readonly kind: 'checking' }
  /** The working copy is made anew from the journal. */
  | { readonly kind: 'rebuilding'; readonly done: number; readonly total: number };

/** What is there before anyone has signed in. */
export type StartedServices = Omit<AppServices, 'identity'>;

/** Opens everything the app works with. */
export type Start = (
  unlocked: UnlockedVault,
  onProgress: (progress: StartProgress) => void,
) => Promise<Result<StartedServices, Failure>>;

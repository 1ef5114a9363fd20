import { LEAST_RECIPIENTS } from '#shared/vault/key-file.ts';
import { useLive } from '../db/use-live.ts';
import { readTeamKeys } from '../sync/team-keys.ts';
import { useServices } from './use-services.ts';

/**
 * The recovery keys that the secretariat offers and this vault has not, as the server last said; undefined where there is nothing to be
 * taken. Their person takes them, never the laptop by itself: a server must not let itself in.
 */
export function useRecoveryOffer(): readonly string[] | undefined {
  const { store, vault } = useServices();
  const live = useLive(() => readTeamKeys(store.settings), [store]);
  const offered = (live.status === 'ready' ? live.value?.recovery : undefined) ?? [];
  const taken = new Set(vault.current().recipients);
  const isSame = offered.length === taken.size && offered.every((key) => taken.has(key));
  return offered.length < LEAST_RECIPIENTS || isSame ? undefined : offered;
}

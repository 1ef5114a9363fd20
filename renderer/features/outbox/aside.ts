import type { RecordId } from '#shared/core/ids.ts';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import type { LocalStore } from '../../db/stores.ts';

const SETTING = 'outbox-aside';

/** The refused records that a person has set aside for later. */
export async function readAside({
  settings,
}: Pick<LocalStore, 'settings'>): Promise<ReadonlySet<RecordId>> {
  const value = await settings.get(SETTING);
  const ids = Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  return new Set(ids as RecordId[]);
}

/** Sets a refused record aside, or takes it up again. */
export async function setAside(
  store: Pick<LocalStore, 'settings'>,
  record: RecordId,
  isAside: boolean,
): Promise<Result<null, Failure>> {
  const others = [...(await readAside(store))].filter((id) => id !== record);
  return store.settings.set(SETTING, isAside ? [...others, record] : others);
}

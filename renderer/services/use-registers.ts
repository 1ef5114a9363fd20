import { registerNames } from '#shared/forms/choices.ts';
import type { RecordStore } from '../db/stores.ts';
import type { Live } from '../db/use-live.ts';
import { useLive } from '../db/use-live.ts';
import type { Registers } from '../forms/registers.ts';
import { createRegisters } from '../forms/registers.ts';
import { useServices } from './use-services.ts';

/** All registers this laptop holds; read again when one of them changes. */
export function useRegisters(): Live<Registers> {
  const { store } = useServices();
  return useLive(() => loadRegisters(store.records), [store]);
}

/** Reads the items of every register. */
export async function loadRegisters(records: RecordStore): Promise<Registers> {
  const lists = await Promise.all(
    registerNames.map(async (name) => [name, await records.list(name)] as const),
  );
  return createRegisters(Object.fromEntries(lists));
}

import type { RecordId } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';

/** Entries by the record they are of, in their order. */
export function groupByRecord(entries: readonly Entry[]): ReadonlyMap<RecordId, readonly Entry[]> {
  const groups = new Map<RecordId, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.record);
    if (group) group.push(entry);
    else groups.set(entry.record, [entry]);
  }
  return groups;
}

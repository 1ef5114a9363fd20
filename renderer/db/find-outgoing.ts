import type { RecordId } from '#shared/core/ids.ts';
import type { IndexDatabase } from './database.ts';
import type { OutgoingRow } from './rows.ts';

/** The rows of those of the records that wait to be sent or were refused; one for each of them. */
export async function findOutgoing(
  db: IndexDatabase,
  records: readonly RecordId[],
): Promise<readonly OutgoingRow[]> {
  return records.length === 0 ? [] : db.outgoing.where('record').anyOf(records).toArray();
}

import type { RecordView } from '#shared/records/record.ts';
import type { Writer } from '#shared/rules/check-write.ts';
import type { RecordStore } from '../db/stores.ts';
import { mayReview } from './record-change.ts';

/** Records that wait for a decision of who acts, oldest first. What came before they were put into their team waits for others. */
export async function listToReview(
  records: Pick<RecordStore, 'listByReview'>,
  by: Writer,
): Promise<readonly RecordView[]> {
  const submitted = await records.listByReview('submitted');
  return submitted.filter((record) => mayReview(record, by));
}

/** How many they are; counted by the index, without reading them, where everybody is reached. */
export async function countToReview(
  records: Pick<RecordStore, 'listByReview' | 'countByReview'>,
  by: Writer,
): Promise<number> {
  if (by.team === undefined) return records.countByReview('submitted');
  return (await listToReview(records, by)).length;
}

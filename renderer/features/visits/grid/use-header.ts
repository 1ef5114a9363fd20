import { useMemo } from 'react';
import type { Answers } from '#shared/forms/answers.ts';
import type { RecordId } from '#shared/core/ids.ts';
import { useLive } from '../../../db/use-live.ts';
import { useServices } from '../../../services/use-services.ts';
import { answersOfDraft } from '../../../services/visit-parts.ts';

/**
 * The header of a visit as it is now: it may have been typed a moment ago, and still be on its way to the disk when the
 * grid opens. Undefined until it was read.
 */
export function useHeader(visit: RecordId): Answers | undefined {
  const { store } = useServices();
  const header = useLive(
    () => Promise.all([store.drafts.find(visit), store.records.find(visit)]),
    [store, visit],
  );
  return useMemo(() => {
    if (header.status !== 'ready') return undefined;
    const [draft, record] = header.value;
    return draft ? answersOfDraft(draft) : (record?.answers as Answers | undefined);
  }, [header]);
}

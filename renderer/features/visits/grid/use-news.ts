import { useEffect } from 'react';
import type { Answers } from '#shared/forms/answers.ts';
import type { RecordId } from '#shared/core/ids.ts';
import { useLive } from '../../../db/use-live.ts';
import { useServices } from '../../../services/use-services.ts';
import { answersOfDraft } from '../../../services/visit-parts.ts';
import type { GridSession } from './grid-session.ts';

/** Brings into an open grid what came to its visit from elsewhere: by sync, or back from a deletion. */
export function useNews(session: GridSession, visit: RecordId): void {
  const { store } = useServices();
  const records = useLive(() => store.records.listOfVisit(visit), [store, visit]);
  const drafts = useLive(() => store.drafts.idsOfVisit(visit), [store, visit]);
  const header = useLive(
    () => Promise.all([store.drafts.find(visit), store.records.find(visit)]),
    [store, visit],
  );
  useEffect(() => {
    if (header.status !== 'ready') return;
    // The header may have been typed a moment ago, and still be on its way to the disk when the grid opens.
    const [draft, record] = header.value;
    const answers = draft ? answersOfDraft(draft) : (record?.answers as Answers | undefined);
    if (answers) session.takeHeader(answers);
  }, [header, session]);
  useEffect(() => {
    if (records.status !== 'ready') return;
    session.finish.takeIn(records.value.filter(({ kind }) => kind === 'price'));
  }, [records, session]);
  useEffect(() => {
    if (drafts.status !== 'ready') return;
    async function take(ids: readonly RecordId[]): Promise<void> {
      const found = await Promise.all(ids.map((id) => store.drafts.find(id)));
      for (const draft of found) if (draft?.kind === 'price') session.rows.takeDraft(draft);
    }
    const { rows } = session.state.getState();
    void take(drafts.value.filter((id) => !rows[id]));
  }, [drafts, session, store]);
}

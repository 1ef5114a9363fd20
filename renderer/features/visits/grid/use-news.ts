import { useEffect } from 'react';
import type { RecordId } from '#shared/core/ids.ts';
import { canonicalJson } from '#shared/core/json.ts';
import { useLive } from '../../../db/use-live.ts';
import { useServices } from '../../../services/use-services.ts';
import type { GridSession } from './grid-session.ts';
import { rowsTalk } from './rows-talk.ts';
import { usePastNews } from './use-past-news.ts';
import { useRateChange } from './use-rate-change.ts';
import { useHeader } from './use-header.ts';

/** Brings into an open grid what came to its visit from elsewhere: by sync, or back from a deletion. */
export function useNews(session: GridSession, visit: RecordId): void {
  const { store } = useServices();
  const records = useLive(() => store.records.listOfVisit(visit), [store, visit]);
  const drafts = useLive(() => store.drafts.idsOfVisit(visit), [store, visit]);
  const measures = useLive(() => store.records.list('unit_factor'), [store]);
  const comments = useLive(() => store.records.list('comment'), [store]);
  useEffect(() => {
    if (comments.status !== 'ready') return;
    const talk = rowsTalk(comments.value);
    if (canonicalJson(talk) === canonicalJson(session.state.getState().talk)) return;
    session.state.setState({ talk });
  }, [comments, session]);
  const header = useHeader(visit);
  useEffect(() => {
    if (measures.status === 'ready') session.takeFactors(measures.value);
  }, [measures, session]);
  useEffect(() => {
    if (header) session.takeHeader(header);
  }, [header, session]);
  useRateChange(session, visit, header);
  usePastNews(session);
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

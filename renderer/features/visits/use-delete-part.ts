import { useLingui } from '@lingui/react/macro';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { specialPaths } from '#shared/records/record.ts';
import type { Autosave } from '../../forms/autosave.ts';
import { useFailureText } from '../../i18n/use-failure-text.ts';
import { useServices } from '../../services/use-services.ts';
import type { VisitPart } from '../../services/visit-parts.ts';
import { showToast } from '../../ui/toasts.tsx';

interface DeleteActs {
  readonly removeDraft: () => void;
  readonly deleteRecord: (why: string) => void;
}

export function useDeletePart(part: VisitPart, autosave: Autosave, onDone: () => void): DeleteActs {
  const { t } = useLingui();
  const failureText = useFailureText();
  const { store, ambient } = useServices();
  const { id, kind, record, draft } = part;

  async function run(
    act: () => Promise<Result<unknown, Failure>>,
    undo: () => Promise<unknown>,
    said: string,
  ): Promise<void> {
    await autosave.stop();
    const done = await act();
    if (!done.ok) {
      autosave.resume();
      showToast({ tone: 'error', text: failureText(done.error).what });
      return;
    }
    showToast({ tone: 'ok', text: said, action: { label: t`Undo`, run: () => void undo() } });
    onDone();
  }
  function setDeleted(deleted: boolean, why: string) {
    const set = { [specialPaths.deleted]: deleted };
    return store.records.write([{ record: id, kind, form: record?.form ?? 1, set, why }]);
  }
  return {
    removeDraft: () =>
      void run(
        () => store.drafts.remove(id),
        async () => draft && store.drafts.save({ ...draft, savedMs: ambient.nowMs() }),
        record ? t`The change was discarded.` : t`The draft was deleted.`,
      ),
    deleteRecord: (why) =>
      void run(
        () => setDeleted(true, why),
        () => setDeleted(false, why),
        t`The record was deleted.`,
      ),
  };
}

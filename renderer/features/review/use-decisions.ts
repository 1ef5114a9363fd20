import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { RecordView } from '#shared/records/record.ts';
import type { RecordChange } from '../../db/stores.ts';
import { useFailureText } from '../../i18n/use-failure-text.ts';
import { useServices } from '../../services/use-services.ts';
import { showToast } from '../../ui/toasts.tsx';
import type { ReturnMessage } from './decisions.ts';
import { flagChange, returnChanges, reviewChange } from './decisions.ts';

export interface Decisions {
  readonly approve: (record: RecordView) => Promise<boolean>;
  readonly approveAll: (records: readonly RecordView[]) => Promise<boolean>;
  readonly sendBack: (record: RecordView, message: ReturnMessage) => Promise<boolean>;
  readonly reject: (record: RecordView, why: string) => Promise<boolean>;
  readonly flag: (record: RecordView) => Promise<boolean>;
}

/** Decides on records: saved on this laptop at once, sent with the next sync. Each answers whether it was saved. */
export function useDecisions(): Decisions {
  const { t } = useLingui();
  const { store, ambient } = useServices();
  const failureText = useFailureText();

  async function write(changes: readonly RecordChange[]): Promise<boolean> {
    const written = await store.records.write(changes);
    if (written.ok) return true;
    const { what, advice } = failureText(written.error);
    showToast({ tone: 'error', text: `${what} ${advice}` });
    return false;
  }
  async function flag(record: RecordView): Promise<boolean> {
    const isOn = !record.flagged;
    const done = await write([flagChange(record, isOn)]);
    if (done) {
      showToast({
        tone: 'ok',
        text: isOn ? t`Flagged for a second look` : t`The flag is taken off`,
        action: { label: t`Undo`, run: () => void write([flagChange(record, !isOn)]) },
      });
    }
    return done;
  }
  return {
    flag,
    approve: async (record) => {
      const done = await write([reviewChange(record, 'approved')]);
      if (done) showToast({ tone: 'ok', text: t`The record is approved` });
      return done;
    },
    approveAll: async (records) => {
      const done = await write(records.map((record) => reviewChange(record, 'approved')));
      if (done) {
        showToast({
          tone: 'ok',
          text: t`${plural(records.length, { one: '# record approved', other: '# records approved' })}`,
        });
      }
      return done;
    },
    sendBack: async (record, message) => {
      const done = await write(returnChanges(record, message, ambient.newRecordId));
      if (done) showToast({ tone: 'ok', text: t`Returned; the surveyor sees it at the next sync` });
      return done;
    },
    reject: async (record, why) => {
      const done = await write([reviewChange(record, 'rejected', why)]);
      if (done) showToast({ tone: 'ok', text: t`The record is rejected` });
      return done;
    },
  };
}

import { useCallback, useMemo, useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { FormContext, References } from '#shared/forms/context.ts';
import type { RegisterName } from '#shared/forms/choices.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import type { Draft } from '#shared/records/draft.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { FormAid } from '../forms/form-aid.ts';
import type { FormContent } from '../forms/form-content.ts';
import type { Registers } from '../forms/registers.ts';
import type { OpenForm } from '../forms/use-open-form.ts';
import { useOpenForm } from '../forms/use-open-form.ts';
import { changeOfItem, contentOfItem } from './item-content.ts';
import { draftOf } from './part-content.ts';
import { photoAccess, plainPhotos } from './photo-access.ts';
import { useServices } from './use-services.ts';

interface ItemSetup {
  readonly register: RegisterName;
  readonly record: RecordId;
  /** The item as it stands, where it is changed. */
  readonly before: RecordView | undefined;
  readonly draft: Draft | undefined;
  /** What a new one begins with. */
  readonly offered: Answers;
  readonly registers: Registers;
  readonly today: PlainDate;
  readonly references: References;
  /** Whether optional questions wait until they are wanted. */
  readonly folds?: boolean;
}

/** An item of a register that is being typed. */
interface ItemForm {
  readonly open: OpenForm;
  readonly aid: FormAid;
  /** Why it could not be written. */
  readonly failure: Failure | undefined;
  /** Writes it, if nothing stands in the way; answers whether it is written. */
  readonly write: (why?: string) => Promise<boolean>;
  /** Drops what was typed. */
  readonly giveUp: () => Promise<void>;
}

const noNotes = {};

/** One item of a register, typed like every other form and kept as a draft until it is written. */
export function useItemForm(setup: ItemSetup): ItemForm {
  const {
    register,
    record,
    before,
    draft,
    offered,
    registers,
    today,
    references,
    folds = false,
  } = setup;
  const { store, ambient } = useServices();
  const [initial] = useState(() => contentOfItem(before, draft, offered));
  const [failure, setFailure] = useState<Failure>();
  const form = formOf(register);
  const isChange = before !== undefined;
  const context = useMemo(
    (): FormContext => ({
      recordId: record,
      siblings: [],
      item: registers.item,
      today,
      flags: [],
      references,
      insideAdmin1: () => undefined,
    }),
    [record, registers, today, references],
  );
  const onSave = useCallback(
    (content: FormContent) =>
      store.drafts.save(draftOf({ record, form, visit: null, isChange }, content, ambient.nowMs())),
    [store, ambient, record, form, isChange],
  );
  const open = useOpenForm({
    formId: register,
    form,
    initial,
    isReopened: isChange || draft !== undefined,
    context,
    registers,
    records: [],
    notes: noNotes,
    folds,
    onSave,
  });
  const aid = useMemo(
    (): FormAid => ({
      suggestions: () => [],
      photos: photoAccess({ store, ambient }, record, plainPhotos),
    }),
    [store, ambient, record],
  );
  async function write(why = ''): Promise<boolean> {
    const finished = open.tryFinish();
    if (!finished) return false;
    await open.autosave.stop();
    const written = await store.records.write(
      [changeOfItem({ record, form }, before, finished, why)],
      [record],
    );
    setFailure(written.ok ? undefined : written.error);
    if (!written.ok) open.autosave.resume();
    return written.ok;
  }
  async function giveUp(): Promise<void> {
    await open.autosave.stop();
    await store.drafts.remove(record);
  }
  return { open, aid, failure, write, giveUp };
}

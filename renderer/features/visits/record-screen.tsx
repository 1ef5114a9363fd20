import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { RecordId } from '#shared/core/ids.ts';
import type { FinishedForm } from '../../forms/use-open-form.ts';
import { useServices } from '../../services/use-services.ts';
import type { VisitPart } from '../../services/visit-parts.ts';
import { Button } from '../../ui/button.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Stack } from '../../ui/stack.tsx';
import { ActionBar } from './action-bar.tsx';
import { carryOver } from './carry-over.ts';
import { DeletePart } from './delete-part.tsx';
import { EditorForm } from './editor-form.tsx';
import { contentOf } from '../../services/part-content.ts';
import { PartHistory } from './part-history.tsx';
import { RecordAside } from './record-aside.tsx';
import type { RecordSubject } from './record-subject.ts';
import { formOfPart } from './record-subject.ts';
import type { FinishWay } from './use-finish.ts';
import { usePinKey } from './use-pin-key.ts';
import { usePriceOptions } from './use-price-options.ts';
import { useRecordEditor } from './use-record-editor.ts';
import type { RecordTalk } from './use-record-talk.ts';
import type { VisitData } from './use-visit-data.ts';
import type { PartKind } from './visit-tabs.ts';
import { visitAddress } from './visit-tabs.ts';
import css from './visits.module.css';

interface RecordScreenProps {
  readonly data: VisitData;
  readonly kind: PartKind;
  readonly record: RecordId;
  /** Undefined for a record nothing was typed of yet. */
  readonly part: VisitPart | undefined;
  /** The row a new one takes over from. */
  readonly before: VisitPart | undefined;
  readonly talk: RecordTalk;
  /** What a new price takes over. */
  readonly pins: ReadonlySet<string>;
  readonly onDone: (part: VisitPart) => void;
}

/** The form of one record, with the other records of the visit beside it. */
export function RecordScreen(props: RecordScreenProps): JSX.Element {
  const { data, kind, record, part, before, talk, pins, onDone } = props;
  const { whole, registers, past, today } = data;
  const { t } = useLingui();
  const { ambient } = useServices();
  const [, navigate] = useLocation();
  const prices = usePriceOptions(whole.parts, registers);
  const [form] = useState(() => formOfPart(kind, part));
  const [initial] = useState(() => (part ? contentOf(part) : carryOver(kind, before, pins)));
  const subject = useMemo(
    (): RecordSubject => ({ id: record, kind, form, part, whole, registers, past, today }),
    [record, kind, form, part, whole, registers, past, today],
  );
  const visitId = whole.visit.id;
  const list = visitAddress(visitId, kind);
  const isFinished = part?.record !== undefined;
  const editor = useRecordEditor(subject, { initial, records: prices, talk }, finishDone);
  const { open, finishing, isLocked, canFinish } = editor;
  usePinKey(kind, open.rootRef);

  const change = part?.draft ? t`Finish the change` : t`Finish it again as it is`;
  const finishLabel = isFinished ? change : t`Finish, and the next one`;

  function finishDone(way: FinishWay, { answers }: FinishedForm): void {
    onDone({ id: record, kind, answers, record: undefined, draft: undefined });
    const goesOn = way === 'main' && !isFinished;
    // The way back leads to the visit, not through every row that was finished.
    navigate(goesOn ? `/visits/${visitId}/${kind}/${ambient.newRecordId()}` : list, {
      replace: true,
    });
  }
  function finish(way: FinishWay): void {
    if (canFinish) finishing.finish(way);
  }
  return (
    <Stack>
      <div className={css['editor']}>
        <div className={css['editorMain']}>
          <EditorForm editor={editor} onFinish={finish} />
          <ActionBar isFailing={open.isFailing}>
            {canFinish && (
              <Button kind="primary" busy={finishing.isBusy} onClick={() => finish('main')}>
                {finishLabel}
                <KeyHint keys="Ctrl+Enter" />
              </Button>
            )}
            {!isFinished && (
              <Button busy={finishing.isBusy} onClick={() => finish('other')}>
                {t`Finish`}
                <KeyHint keys="Ctrl+Shift+Enter" />
              </Button>
            )}
            {part && !isLocked && (
              <DeletePart part={part} autosave={open.autosave} onDone={() => navigate(list)} />
            )}
          </ActionBar>
        </div>
        <RecordAside editor={editor} />
      </div>
      {part?.record && <PartHistory part={part} registers={registers} />}
    </Stack>
  );
}

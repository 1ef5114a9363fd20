import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/stack.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { ActionBar } from './action-bar.tsx';
import { DeletePart } from './delete-part.tsx';
import { EditorForm } from './editor-form.tsx';
import { contentOf } from '../../services/part-content.ts';
import { PartHistory } from './part-history.tsx';
import type { RecordSubject } from './record-subject.ts';
import { formOfPart } from './record-subject.ts';
import { UnfinishedDialog } from './unfinished-dialog.tsx';
import { useRecordEditor } from './use-record-editor.ts';
import type { RecordTalk } from './use-record-talk.ts';
import type { VisitData } from './use-visit-data.ts';

interface HeaderFormProps {
  readonly data: VisitData;
  readonly talk: RecordTalk;
  readonly onPrices: () => void;
}

/** The header of a visit, and its end. */
export function HeaderForm({ data, talk, onPrices }: HeaderFormProps): JSX.Element {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const { whole, registers, past, today } = data;
  const { visit, parts } = whole;
  const [asksAboutDrafts, setAsksAboutDrafts] = useState(false);
  const [form] = useState(() => formOfPart('visit', visit));
  const [initial] = useState(() => contentOf(visit));
  const subject = useMemo(
    (): RecordSubject => ({
      id: visit.id,
      kind: 'visit',
      form,
      part: visit,
      whole,
      registers,
      past,
      today,
    }),
    [visit, form, whole, registers, past, today],
  );
  const editor = useRecordEditor(subject, { initial, records: [], talk }, () => {
    showToast({ tone: 'ok', text: t`The visit is finished and waits to be sent.` });
    navigate('/visits?');
  });
  const { open, finishing, isLocked, canFinish } = editor;
  const unfinished = parts.filter((part) => part.draft);
  const canDelete = visit.record ? visit.draft !== undefined : parts.length === 0;

  function finish(): void {
    if (!canFinish) return;
    if (unfinished.length > 0) setAsksAboutDrafts(true);
    else finishing.finish('main');
  }
  return (
    <Stack>
      {open.session.content.carried.length > 0 && (
        <Notice tone="info" title={t`Carried over from your last visit`}>
          {t`Place, level of trade and currency are as you left them. Check the answers marked “carried over”.`}
        </Notice>
      )}
      <EditorForm editor={editor} onFinish={finish} />
      <ActionBar isFailing={open.isFailing}>
        <Button
          kind={visit.record ? 'secondary' : 'primary'}
          icon="arrow-forward"
          onClick={onPrices}
        >
          {t`On to the prices`}
          <KeyHint keys="Alt+2" />
        </Button>
        {canFinish && (
          <Button busy={finishing.isBusy} onClick={finish}>
            {visit.record ? t`Finish the change` : t`Finish the visit`}
            <KeyHint keys="Ctrl+Enter" />
          </Button>
        )}
        {canDelete && !isLocked && (
          <DeletePart part={visit} autosave={open.autosave} onDone={() => navigate('/visits?')} />
        )}
      </ActionBar>
      {visit.record && <PartHistory part={visit} registers={registers} />}
      {asksAboutDrafts && (
        <UnfinishedDialog
          visit={visit.id}
          parts={unfinished}
          registers={registers}
          onClose={() => setAsksAboutDrafts(false)}
          onGoOn={() => {
            setAsksAboutDrafts(false);
            finishing.finish('main');
          }}
        />
      )}
    </Stack>
  );
}

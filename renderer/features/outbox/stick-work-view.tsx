import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { assertNever } from '#shared/core/exhaustive.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Inline } from '../../ui/stack.tsx';
import { BundlePreviewView } from './bundle-preview-view.tsx';
import { StickProgress } from './stick-progress.tsx';
import type { PutWork, Stick } from './use-stick.ts';

/** What is under way by stick, and the one thing to do next. */
export function StickWorkView({ stick }: { readonly stick: Stick }): JSX.Element | null {
  const { t } = useLingui();
  const { work, dismiss, writeNext } = stick;
  const close = <Button kind="quiet" onClick={dismiss}>{t`Close`}</Button>;
  switch (work.kind) {
    case 'none':
      return null;
    case 'busy':
      return <StickProgress work={work} />;
    case 'planned':
      return <PlannedView put={work.put} stick={stick} />;
    case 'written':
      return <WrittenView put={work.put} close={close} />;
    case 'looked':
      return <BundlePreviewView preview={work.preview} stick={stick} />;
    case 'taken': {
      const { heldBack } = work;
      const heldBackText = t`${plural(heldBack, { one: '# entry is kept apart: by what this laptop knows its author may not write it. It counts here as soon as the server takes it.', other: '# entries are kept apart: by what this laptop knows their author may not write them. They count here as soon as the server takes them.' })}`;
      return (
        <Notice
          tone={heldBack > 0 ? 'warn' : 'ok'}
          title={t`The bundle is taken in`}
          action={close}
        >
          {t`It is handed on to the server with the next sync; the receipts for its sender are below then.`}{' '}
          {heldBack > 0 && heldBackText}
        </Notice>
      );
    }
    case 'receipts': {
      const { entries, photos, refused } = work.loaded;
      const entryText = t`${plural(entries, { one: '# entry', other: '# entries' })}`;
      const photoText = t`${plural(photos, { one: '# photo', other: '# photos' })}`;
      const refusedText = t`${plural(refused, { one: '# entry needs you', other: '# entries need you' })}`;
      return (
        <Notice
          tone="ok"
          title={t`The receipts are loaded and their signatures hold`}
          action={close}
        >
          {t`New with the server: ${entryText}, ${photoText}.`} {refused > 0 && refusedText}
        </Notice>
      );
    }
    case 'failed': {
      const { put } = work;
      return (
        <FailureView
          failure={work.failure}
          action={
            <Inline>
              {put && <Button onClick={() => writeNext(put)}>{t`Try again`}</Button>}
              {close}
            </Inline>
          }
        />
      );
    }
    default:
      return assertNever(work);
  }
}

function PlannedView({
  put,
  stick,
}: {
  readonly put: PutWork;
  readonly stick: Stick;
}): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const { plan, written } = put;
  const { parts, missingPhotos } = plan;
  const entries = parts.reduce((sum, { counts }) => sum + counts.entries, 0);
  const photos = parts.reduce((sum, { counts }) => sum + counts.photos, 0);
  const size = format.fileSize(parts.reduce((sum, { counts }) => sum + counts.bytes, 0));
  const entryText = t`${plural(entries, { one: '# entry', other: '# entries' })}`;
  const photoText = t`${plural(photos, { one: '# photo', other: '# photos' })}`;
  const missingText = t`${plural(missingPhotos, { one: '# photo is not on this laptop and is left out.', other: '# photos are not on this laptop and are left out.' })}`;
  const number = format.number(written.length + 1);
  const count = format.number(parts.length);
  if (entries + photos === 0) {
    return (
      <Notice
        tone="ok"
        title={t`Nothing waits: the server has signed for everything`}
        action={<Button kind="quiet" onClick={stick.dismiss}>{t`Close`}</Button>}
      />
    );
  }
  return (
    <Notice
      tone="info"
      title={t`To be put on the stick: ${entryText}, ${photoText} (${size})`}
      action={
        <Inline>
          <Button kind="primary" icon="disk" onClick={() => stick.writeNext(put)}>
            {parts.length > 1 ? t`Choose where: part ${number} of ${count}` : t`Choose where`}
          </Button>
          <Button kind="quiet" onClick={stick.dismiss}>{t`Cancel`}</Button>
        </Inline>
      }
    >
      {t`Your work stays on this laptop as well. Drafts are not among it: finish them first.`}{' '}
      {missingPhotos > 0 && missingText}
    </Notice>
  );
}

function WrittenView({
  put,
  close,
}: {
  readonly put: PutWork;
  readonly close: JSX.Element;
}): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const names = format.list(put.written.map(({ name }) => name));
  const isVerified = put.written.every((part) => part.isVerified);
  return isVerified ? (
    <Notice
      tone="ok"
      title={t`On the stick, and read back without a fault: ${names}`}
      action={close}
    >
      {t`Give it to your supervisor or the secretariat. Your work counts as safe once you have loaded the receipts that come back.`}
    </Notice>
  ) : (
    <Notice
      tone="warn"
      title={t`Saved, but it could not be read back here: ${names}`}
      action={close}
    >
      {t`Open the stick once and see that the file is there. Your work stays on this laptop until the receipts are loaded.`}
    </Notice>
  );
}

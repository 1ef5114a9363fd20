import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import { useLive } from '../../db/use-live.ts';
import { SIGNED_OUT_SETTING } from '../../sync/signed-out.ts';
import { useServices } from '../../services/use-services.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Asks before leaving, and says what of the work is on this laptop only. */
export function SignOutDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { t } = useLingui();
  const { store, sessions } = useServices();
  const counts = useLive(() => store.counts(), [store]);
  const [isLeaving, setIsLeaving] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const waiting =
    counts.status === 'ready'
      ? counts.value.unsent + counts.value.unsentPhotos + counts.value.drafts
      : 0;

  async function leave(): Promise<void> {
    setIsLeaving(true);
    const ended = await sessions.signOut();
    const left = ended.ok ? await store.settings.set(SIGNED_OUT_SETTING, true) : ended;
    // The app starts anew at the sign-in screen, with nothing of this session left in the window.
    if (left.ok) location.reload();
    else setFailure(left.error);
    setIsLeaving(false);
  }

  return (
    <Dialog
      title={t`Sign out?`}
      onClose={onClose}
      actions={
        <>
          <Button
            kind={waiting > 0 ? 'danger' : 'primary'}
            busy={isLeaving}
            onClick={() => void leave()}
          >
            {t`Sign out`}
          </Button>
          <Button onClick={onClose}>{t`Stay`}</Button>
        </>
      }
    >
      {waiting > 0 ? (
        <Notice
          tone="warn"
          title={t`${plural(waiting, { one: '# item is on this laptop only', other: '# items are on this laptop only' })}`}
        >
          {t`They stay on this laptop and are sent after you sign in here again with the same account.`}
        </Notice>
      ) : (
        <p>{t`Everything has reached the server. The records also stay on this laptop.`}</p>
      )}
      {failure && <FailureView failure={failure} />}
    </Dialog>
  );
}

import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import { serverKeySchema } from '#shared/core/ids.ts';
import { keyFingerprint } from '#shared/records/receipt.ts';
import { useServices } from '../../services/use-services.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/stack.tsx';

interface TrustDialogProps {
  /** The key the server signs with now. */
  readonly offered: string;
  readonly onClose: () => void;
}

/** Asks before another key is taken for the server's: what it signed for before is then asked for again. */
export function TrustDialog({ offered, onClose }: TrustDialogProps): JSX.Element {
  const { t } = useLingui();
  const { store, sync } = useServices();
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setIsBusy] = useState(false);
  const key = serverKeySchema.safeParse(offered);

  async function trust(): Promise<void> {
    if (!key.success) return;
    setIsBusy(true);
    const trusted = await store.sync.trustServer(key.data);
    setIsBusy(false);
    if (!trusted.ok) return setFailure(trusted.error);
    onClose();
    void sync.syncNow();
  }

  return (
    <Dialog
      title={t`Trust the new key of the server?`}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" busy={isBusy} disabled={!key.success} onClick={() => void trust()}>
            {t`The secretariat named this key: trust it`}
          </Button>
          <Button onClick={onClose}>{t`Not now`}</Button>
        </>
      }
    >
      <Stack>
        <p>
          {t`The server signs with a key that this laptop does not know. That is right only if the server was set up anew. Call the secretariat and let them read you its key:`}
        </p>
        {key.success && (
          <p>
            <Figure>{keyFingerprint(key.data)}</Figure>
          </p>
        )}
        <Notice tone="warn">
          {t`If the letters differ, somebody else answers in the server’s place: do not send anything, and tell the secretariat. Your work stays on this laptop either way.`}
        </Notice>
        {failure && <FailureView failure={failure} />}
      </Stack>
    </Dialog>
  );
}

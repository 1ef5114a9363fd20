import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import { useServices } from '../../services/use-services.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureView } from '../../ui/failure-view.tsx';

interface WithdrawButtonProps {
  readonly record: RecordId;
  readonly name: string;
}

/** Gives up a change that the server may not take, after asking. */
export function WithdrawButton({ record, name }: WithdrawButtonProps): JSX.Element {
  const { t } = useLingui();
  const { store } = useServices();
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  async function withdraw(): Promise<void> {
    const withdrawn = await store.records.withdraw(record);
    if (withdrawn.ok) setIsAsking(false);
    else setFailure(withdrawn.error);
  }

  return (
    <>
      <Button icon="return" onClick={() => setIsAsking(true)}>
        {t`Give up my change`}
      </Button>
      {isAsking && (
        <Dialog
          title={t`Give up this change?`}
          onClose={() => setIsAsking(false)}
          actions={
            <>
              <Button kind="danger" onClick={() => void withdraw()}>{t`Give it up`}</Button>
              <Button onClick={() => setIsAsking(false)}>{t`Keep it here`}</Button>
            </>
          }
        >
          <p>{t`${name} becomes again what the server has. What you wrote stays in the history of this laptop.`}</p>
          {failure && <FailureView failure={failure} />}
        </Dialog>
      )}
    </>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { CopyState } from '#shared/desktop/contract.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useServices } from '../../services/use-services.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Inline, Stack } from '../../ui/stack.tsx';
import { CopyCheck } from './copy-check.tsx';
import { SettingRow, SettingRows } from './setting-row.tsx';

/** A second copy of the work, on a stick or in another folder. */
export function CopyCard(): JSX.Element {
  const { t } = useLingui();
  const { desktop, vault } = useServices();
  const [state, setState] = useState<CopyState>();
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setIsBusy] = useState(false);

  useEffect(() => {
    void desktop.call('copy.state', null).then(setState);
  }, [desktop]);

  async function act(what: () => Promise<Failure | undefined>): Promise<void> {
    setIsBusy(true);
    setFailure(await what());
    setState(await desktop.call('copy.state', null));
    setIsBusy(false);
  }
  function choose(): Promise<void> {
    return act(async () => {
      const chosen = await desktop.call('copy.choose', null);
      return chosen.ok ? undefined : chosen.error;
    });
  }
  function run(): Promise<void> {
    return act(async () => {
      await desktop.call('copy.run', null);
      return undefined;
    });
  }
  function stop(): Promise<void> {
    return act(async () => {
      const stopped = await desktop.call('copy.stop', null);
      return stopped.ok ? undefined : stopped.error;
    });
  }

  if (!state) return <Card title={t`Second copy`} />;
  if (state.kind === 'impossible') {
    return (
      <Card title={t`Second copy`}>
        <p>{t`In the browser no second copy can be kept: the page would have to ask for the folder at every start. The desktop app keeps one by itself.`}</p>
      </Card>
    );
  }
  const kept = state.kind === 'kept' ? state : undefined;
  return (
    <Card title={t`Second copy`}>
      <Stack>
        <p>{t`All your work and photos are copied every minute to a stick or a second folder. If this laptop breaks or is lost, another one opens the copy and goes on. The copy is locked as the laptop is: whoever has the stick reads nothing without the passphrase. Keep it apart from the laptop, in a safe place.`}</p>
        {vault.current().tookOver && (
          <Notice tone="warn" title={t`A copy from before this laptop had a vault lies in clear`}>
            {t`Whoever has that stick can read it. Choose a folder for a new copy here, and once it is whole delete the old one.`}
          </Notice>
        )}
        {kept && <KeptFacts kept={kept} />}
        {kept?.left && (
          <Notice tone="warn" title={t`The copy before this one holds other work than this laptop`}>
            <Trans>
              It lies in <Figure>{kept.left}</Figure> and was left as it is. Perhaps older files
              were put back here, or the disk is damaged: keep that copy, and ask the secretariat.
              This is told until another folder is chosen.
            </Trans>
          </Notice>
        )}
        {kept?.failure && <FailureView failure={kept.failure} />}
        {failure && <FailureView failure={failure} />}
        {kept ? (
          <Inline>
            <Button icon="copy" busy={isBusy} onClick={() => void run()}>{t`Copy now`}</Button>
            <Button kind="quiet" disabled={isBusy} onClick={() => void choose()}>
              {t`Another folder`}
            </Button>
            <Button kind="quiet" disabled={isBusy} onClick={() => void stop()}>
              {t`Keep no copy`}
            </Button>
          </Inline>
        ) : (
          <div>
            <Button kind="primary" icon="copy" busy={isBusy} onClick={() => void choose()}>
              {t`Choose a stick or folder`}
            </Button>
          </div>
        )}
        {kept && kept.copiedAtMs !== null && <CopyCheck />}
      </Stack>
    </Card>
  );
}

function KeptFacts({
  kept,
}: {
  readonly kept: Extract<CopyState, { readonly kind: 'kept' }>;
}): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <SettingRows>
      <SettingRow label={t`Folder of the copy`}>
        <Figure>{kept.folder}</Figure>
      </SettingRow>
      <SettingRow label={t`Last copy`}>
        {kept.copiedAtMs === null ? t`Not yet` : format.dateTime(kept.copiedAtMs)}
      </SettingRow>
    </SettingRows>
  );
}

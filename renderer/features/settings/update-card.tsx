import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import type { UpdateCheck } from '#shared/desktop/update-manifest.ts';
import { useServices } from '../../services/use-services.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Whether an installer that came on a stick is the secretariat's, whole, and newer than this program. */
export function UpdateCard(): JSX.Element {
  const { t } = useLingui();
  const { desktop } = useServices();
  const [checked, setChecked] = useState<Result<UpdateCheck | null, Failure>>();
  const [isBusy, setIsBusy] = useState(false);

  async function check(): Promise<void> {
    setIsBusy(true);
    setChecked(await desktop.call('update.check', null));
    setIsBusy(false);
  }

  return (
    <Card title={t`Updates`}>
      <p>
        {t`An update comes on a stick or in a folder: an installer, and beside it the signed file latest.json. Have them checked before you open the installer.`}
      </p>
      <div>
        <Button icon="search" busy={isBusy} onClick={() => void check()}>
          {t`Check an update`}
        </Button>
      </div>
      {checked && !checked.ok && <FailureView failure={checked.error} />}
      {checked?.ok && checked.value && <CheckView check={checked.value} />}
    </Card>
  );
}

function CheckView({ check }: { readonly check: UpdateCheck }): JSX.Element {
  const { t } = useLingui();
  const textOf = useRefusalText();
  if (check.kind === 'refused') {
    const { what, advice } = textOf(check);
    return (
      <Notice tone={check.why === 'not-newer' ? 'info' : 'warn'} title={what}>
        {advice}
      </Notice>
    );
  }
  const { name, version } = check;
  return (
    <Notice tone="ok" title={t`${name} is the update to version ${version}`}>
      {t`It is signed with the secretariat’s release key, newer than this program, and whole. Lock the vault, close the app and open the installer; your work stays where it is.`}
    </Notice>
  );
}

/** What is wrong with an update, and what to do. */
function useRefusalText() {
  const { t } = useLingui();
  return (refused: Extract<UpdateCheck, { readonly kind: 'refused' }>) => {
    const foreign = t`Do not open the installer. Tell the secretariat where it came from.`;
    const name = 'name' in refused ? refused.name : '';
    switch (refused.why) {
      case 'no-key':
        return {
          what: t`This program was made without a release key`,
          advice: t`It cannot tell a right update from a wrong one. Ask the secretariat to check the installer before you open it.`,
        };
      case 'not-an-update':
        return {
          what: t`That file is no update`,
          advice: t`Choose the file latest.json that lies beside the installer.`,
        };
      case 'unknown-key':
        return { what: t`The update is not signed by the secretariat`, advice: foreign };
      case 'wrong-signature':
        return { what: t`The signature of the update is not right`, advice: foreign };
      case 'not-newer':
        return {
          what: t`The update is not newer than this program`,
          advice: t`There is nothing to do: an older version is never taken.`,
        };
      case 'not-for-this-system':
        return {
          what: t`The update has no installer for this system`,
          advice: t`Ask the secretariat for the one for this laptop.`,
        };
      case 'file-missing':
        return {
          what: t`${name} does not lie beside it`,
          advice: t`Copy both files into one folder and check again.`,
        };
      case 'file-changed':
        return {
          what: t`${name} is not the file that was signed`,
          advice: t`Do not open it: it was damaged on its way, or exchanged. Ask for it again.`,
        };
    }
  };
}

import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { Button } from '../../ui/button.tsx';

/** The other way in: for a person whose laptop is gone and whose work lies on a stick. */
export function RestoreOffer({ onWanted }: { readonly onWanted: () => void }): JSX.Element {
  const { t } = useLingui();
  return (
    <Button kind="quiet" icon="copy" onClick={onWanted}>
      {t`Open from a copy of another laptop`}
    </Button>
  );
}

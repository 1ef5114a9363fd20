import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { Button } from '../../ui/button.tsx';

/** The way in for a person who has a code and no password. */
export function EnrolOffer({ onWanted }: { readonly onWanted: () => void }): JSX.Element {
  const { t } = useLingui();
  return (
    <Button kind="quiet" icon="check" onClick={onWanted}>
      {t`I have a code for this laptop`}
    </Button>
  );
}

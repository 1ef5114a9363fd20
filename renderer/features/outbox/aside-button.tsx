import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { RecordId } from '#shared/core/ids.ts';
import { useFailureText } from '../../i18n/use-failure-text.ts';
import { useServices } from '../../services/use-services.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { setAside } from './aside.ts';

interface AsideButtonProps {
  readonly record: RecordId;
  readonly isAside: boolean;
}

/** Puts a refused record out of the way until there is time for it, or back among what needs a person. */
export function AsideButton({ record, isAside }: AsideButtonProps): JSX.Element {
  const { t } = useLingui();
  const { store } = useServices();
  const textOf = useFailureText();

  async function move(): Promise<void> {
    const moved = await setAside(store, record, !isAside);
    if (!moved.ok) showToast({ tone: 'error', text: textOf(moved.error).what });
  }

  return (
    <Button kind="quiet" onClick={() => void move()}>
      {isAside ? t`Take up again` : t`Set aside for later`}
    </Button>
  );
}

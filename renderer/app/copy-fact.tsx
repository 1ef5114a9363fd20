import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { CopyState, Desktop } from '#shared/desktop/contract.ts';
import { useFormat } from '../i18n/use-format.ts';
import { StatusFact } from './status-fact.tsx';
import { toneOfCopy } from './status-rules.ts';
import { useLook } from './use-look.ts';
import { useNow } from './use-now.ts';

/** How old the second copy is, where one is kept. */
export function CopyFact(): JSX.Element | null {
  const { t } = useLingui();
  const format = useFormat();
  const nowMs = useNow();
  const copy = useLook(askCopy);
  if (copy?.kind !== 'kept') return null;
  const { copiedAtMs, failure, left } = copy;
  const tone = toneOfCopy(copy, nowMs);
  const at = copiedAtMs === null ? '' : format.recent(copiedAtMs, nowMs);
  if (left !== null && failure === null) {
    return (
      <StatusFact icon="warning" tone="warn">
        {t`An earlier copy holds other work than this laptop`}
      </StatusFact>
    );
  }
  // A failed first try has no last copy that could be named.
  if (failure === null || at === '') {
    return (
      <StatusFact icon={failure === null ? 'copy' : 'warning'} tone={tone}>
        {at === '' ? t`Second copy: not made yet` : t`Last copy: ${at}`}
      </StatusFact>
    );
  }
  const isGone = failure.kind === 'copy/folder-missing';
  return (
    <StatusFact icon="warning" tone={tone}>
      {isGone
        ? t`The stick of the copy is not there. Last copy: ${at}`
        : t`The copy fails. Last copy: ${at}`}
    </StatusFact>
  );
}

function askCopy(desktop: Desktop): Promise<CopyState> {
  return desktop.call('copy.state', null);
}

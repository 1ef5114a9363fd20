import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import type { CopyState } from '#shared/desktop/contract.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useServices } from '../services/use-services.ts';
import { StatusFact } from './status-fact.tsx';
import { toneOfCopy } from './status-rules.ts';
import { useNow } from './use-now.ts';

const LOOK_EVERY_MS = 15_000;

/** How old the second copy is, where one is kept. */
export function CopyFact(): JSX.Element | null {
  const { t } = useLingui();
  const format = useFormat();
  const nowMs = useNow();
  const copy = useCopyState();
  if (copy?.kind !== 'kept') return null;
  const { copiedAtMs, failure } = copy;
  const tone = toneOfCopy(copy, nowMs);
  const at = copiedAtMs === null ? '' : format.recent(copiedAtMs, nowMs);
  if (failure === null) {
    return (
      <StatusFact icon="copy" tone={tone}>
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

function useCopyState(): CopyState | undefined {
  const { desktop } = useServices();
  const [copy, setCopy] = useState<CopyState>();
  useEffect(() => {
    let isCurrent = true;
    async function look(): Promise<void> {
      const state = await desktop.call('copy.state', null);
      if (isCurrent) setCopy(state);
    }
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [desktop]);
  return copy;
}

import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import type { StoreHealth } from '../db/stores.ts';
import { useFailureText } from '../i18n/use-failure-text.ts';
import { useFormat } from '../i18n/use-format.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { StatusFact } from './status-fact.tsx';

const SHOW_SAVING_AFTER_MS = 600;
const SAY_SAVED_AFTER_MS = 3000;

/** Whether all that was typed is on the disk. Saves are too quick and too many to show or say each of them. */
export function SavingFact({ health }: { readonly health: StoreHealth }): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const textOf = useFailureText();
  const shown = useLasting(health.saving, SHOW_SAVING_AFTER_MS);
  const said = useLasting(health.saving, SAY_SAVED_AFTER_MS);
  const time = health.savedAtMs === null ? '' : format.time(health.savedAtMs);
  const savedText =
    health.savedAtMs === null
      ? t`Everything is saved on this laptop`
      : t`All changes are saved on this laptop — ${time}`;

  if (health.saving === 'failed') {
    const failure = health.failure ? textOf(health.failure) : undefined;
    const what = failure?.what ?? '';
    return (
      <>
        <StatusFact icon="error" tone="risk">
          {t`Not saved: ${what}`}
        </StatusFact>
        <VisuallyHidden>
          <span role="alert">
            {t`Not saved: ${what}`} {failure?.advice}
          </span>
        </VisuallyHidden>
      </>
    );
  }
  return (
    <>
      {health.saving === 'saving' && shown === 'saving' ? (
        <StatusFact icon="disk" tone="calm">{t`Saving …`}</StatusFact>
      ) : (
        <StatusFact icon="check" tone="ok">
          {savedText}
        </StatusFact>
      )}
      <VisuallyHidden>
        <output>{said === 'saved' ? savedText : ''}</output>
      </VisuallyHidden>
    </>
  );
}

/** A value once it has held for a while. */
function useLasting<T>(value: T, ms: number): T {
  const [lasting, setLasting] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLasting(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return lasting;
}

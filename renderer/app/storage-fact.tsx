import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { storageLevel } from '#shared/desktop/storage-limits.ts';
import { useFormat } from '../i18n/use-format.ts';
import { StatusFact } from './status-fact.tsx';
import { toneOfStorage } from './status-rules.ts';

/** How much room is left for the work, and what no longer goes when there is little. */
export function StorageFact({ freeBytes }: { readonly freeBytes: number | null }): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const level = storageLevel(freeBytes);
  const free = freeBytes === null ? '' : format.fileSize(freeBytes);
  const texts = {
    enough: free === '' ? t`Disk: in order` : t`Disk: in order, ${free} free`,
    low: t`Little room on the disk: ${free} free`,
    'no-photos': t`Too little room for photos: ${free} free. Records are saved`,
    'journal-only': t`The disk is nearly full: ${free} free. Only what you type is still saved`,
  };
  return (
    <StatusFact icon={level === 'enough' ? 'disk' : 'warning'} tone={toneOfStorage[level]}>
      {texts[level]}
    </StatusFact>
  );
}

import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { itemName } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { Notice } from '../../ui/notice.tsx';
import type { NameWarning } from './name-warnings.ts';

/** Names that are someone else's already, or nearly: one name that finds two things leads to the wrong one. */
export function NameWarnings({
  warnings,
}: {
  readonly warnings: readonly NameWarning[];
}): JSX.Element {
  const { t } = useLingui();
  const { language } = usePreferences();
  function words({ name, is, item }: NameWarning): string {
    const other = itemName(item, language);
    if (is === 'same') return t`“${name}” is a name of “${other}” already.`;
    return is === 'own'
      ? t`“${name}” stands there already.`
      : t`“${name}” is nearly a name of “${other}”: is it the same thing?`;
  }
  return (
    <output>
      {warnings.length > 0 && (
        <Notice tone="warn">
          <ul>
            {warnings.map((warning) => (
              <li key={`${warning.name} ${warning.is}`}>{words(warning)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </output>
  );
}

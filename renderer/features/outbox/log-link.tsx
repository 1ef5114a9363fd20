import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { RecordId } from '#shared/core/ids.ts';
import { ButtonLink } from '../../ui/button.tsx';

/** The way to what is known of one record's way to the server. */
export function LogLink({ record }: { readonly record: RecordId }): JSX.Element {
  const { t } = useLingui();
  return (
    <ButtonLink kind="quiet" to={`/outbox/${record}`}>
      {t`Why is it still here?`}
    </ButtonLink>
  );
}

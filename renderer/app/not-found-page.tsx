import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';

export function NotFoundPage(): JSX.Element {
  const { t } = useLingui();
  return (
    <Page title={t`There is no such screen`}>
      <EmptyState
        icon="search"
        title={t`This address leads nowhere`}
        action={<ButtonLink to="/">{t`Go to Today`}</ButtonLink>}
      >
        {t`Your work is untouched.`}
      </EmptyState>
    </Page>
  );
}

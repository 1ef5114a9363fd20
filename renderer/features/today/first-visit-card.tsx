import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

/** For somebody who has never begun a visit: one obvious thing to do. */
export function FirstVisitCard({ onStart }: { readonly onStart: () => void }): JSX.Element {
  const { t } = useLingui();
  return (
    <Card>
      <EmptyState
        icon="pin"
        title={t`Begin with your first visit`}
        action={
          <Button kind="primary" icon="add" onClick={onStart}>
            {t`Begin the first visit`}
          </Button>
        }
      >
        {t`A visit is one shop, warehouse or office. Say where you are, then write down prices, demand and competitors. Everything is saved as you type, also without internet.`}
      </EmptyState>
    </Card>
  );
}

import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import type { JSX } from 'react';
import { useLive } from '../../db/use-live.ts';
import { countToReview } from '../../services/to-review.ts';
import { useServices } from '../../services/use-services.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import css from './today.module.css';

/** For those who review: how much waits for them. */
export function ReviewCard(): JSX.Element {
  const { t } = useLingui();
  const { store, identity } = useServices();
  const live = useLive(() => countToReview(store.records, identity), [store, identity]);
  const count = live.status === 'ready' ? live.value : 0;
  return (
    <Card title={t`Waiting for review`}>
      <div className={css['stopped']}>
        <p className={css['where']}>
          {count === 0
            ? t`Nothing waits for you`
            : t`${plural(count, { one: '# record', other: '# records' })}`}
        </p>
        <ButtonLink kind={count === 0 ? 'secondary' : 'primary'} to="/review?">
          {t`Open the review queue`}
        </ButtonLink>
      </div>
    </Card>
  );
}

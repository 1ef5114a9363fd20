import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { memo } from 'react';
import { joinClasses } from '../../../ui/join-classes.ts';
import { Icon } from '../../../ui/icons.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import css from './grid.module.css';

/** How a cell stands: `off` is not asked in this row. */
export type CellLook = 'off' | 'plain' | 'carried' | 'open' | 'unread' | 'warned';

interface CellViewProps {
  readonly text: string;
  readonly look: CellLook;
  readonly isNumber: boolean;
}

/** A cell that is read. */
export const CellView = memo(function CellView({
  text,
  look,
  isNumber,
}: CellViewProps): JSX.Element {
  const { t } = useLingui();
  return (
    <span className={joinClasses(css['text'], isNumber && css['number'], css[look])}>
      {look === 'off' ? (
        <VisuallyHidden>{t`not asked`}</VisuallyHidden>
      ) : (
        <bdi className={css['words']}>{text}</bdi>
      )}
      {look === 'open' && <VisuallyHidden>{t`is missing`}</VisuallyHidden>}
      {look === 'unread' && <Mark icon="error" words={t`is no answer yet`} />}
      {look === 'warned' && <Mark icon="warning" words={t`unusual`} />}
      {look === 'carried' && <Mark icon="keep" words={t`carried over`} />}
    </span>
  );
});

interface MarkProps {
  readonly icon: 'error' | 'warning' | 'keep';
  readonly words: string;
}

function Mark({ icon, words }: MarkProps): JSX.Element {
  return (
    <span className={css['mark']}>
      <Icon name={icon} />
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}

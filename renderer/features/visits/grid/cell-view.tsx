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
  /** Of its column, in rem. */
  readonly width: number;
  readonly isCommented: boolean;
  readonly isRemarked: boolean;
  /** What stood here the last time, while it is empty. */
  readonly last: string | undefined;
}

/** A cell that is read. */
export const CellView = memo(function CellView({
  text,
  look,
  isNumber,
  width,
  isCommented,
  isRemarked,
  last,
}: CellViewProps): JSX.Element {
  const { t } = useLingui();
  const marks =
    Number(look === 'unread' || look === 'warned' || look === 'carried') +
    Number(isCommented) +
    Number(isRemarked);
  return (
    <span className={joinClasses(css['text'], isNumber && css['number'], css[look])}>
      {look === 'off' ? (
        <VisuallyHidden>{t`not asked`}</VisuallyHidden>
      ) : (
        <bdi className={isLong(text, width - marks * MARK_REM) ? css['long'] : undefined}>
          {text}
        </bdi>
      )}
      {last !== undefined && (
        <span className={css['last']}>
          <VisuallyHidden>{t`last time`}</VisuallyHidden>
          {last}
        </span>
      )}
      {look === 'open' && <VisuallyHidden>{t`is missing`}</VisuallyHidden>}
      {look === 'unread' && <Mark icon="error" words={t`is no answer yet`} />}
      {look === 'warned' && <Mark icon="warning" words={t`unusual`} />}
      {look === 'carried' && <Mark icon="keep" words={t`carried over`} />}
      {isRemarked && <Mark icon="edit" words={t`has a remark`} />}
      {isCommented && <Mark icon="comment" words={t`commented`} />}
    </span>
  );
});

// A cell is a rem narrower within, and letters are half a rem wide; the few that are wider yet are covered by the next cell.
const WORDS_REM = 1;
const LETTER_REM = 0.6;
const MARK_REM = 1;

function isLong(text: string, width: number): boolean {
  return text.length * LETTER_REM > width - WORDS_REM;
}

interface MarkProps {
  readonly icon: 'error' | 'warning' | 'keep' | 'comment' | 'edit';
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

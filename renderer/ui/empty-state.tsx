import type { JSX, ReactNode } from 'react';
import css from './empty-state.module.css';
import type { IconName } from './icons.tsx';
import { Icon } from './icons.tsx';

interface EmptyStateProps {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly icon?: IconName | undefined;
  readonly action?: ReactNode;
}

/** Where there is nothing to show: why, and what to do next. */
export function EmptyState({ title, children, icon, action }: EmptyStateProps): JSX.Element {
  return (
    <div className={css['empty']}>
      {icon && (
        <span className={css['icon']}>
          <Icon name={icon} />
        </span>
      )}
      <p className={css['title']}>{title}</p>
      {children !== undefined && <div className={css['text']}>{children}</div>}
      {action}
    </div>
  );
}

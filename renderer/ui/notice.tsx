import type { JSX, ReactNode } from 'react';
import type { IconName } from './icons.tsx';
import { Icon } from './icons.tsx';
import { joinClasses } from './join-classes.ts';
import css from './notice.module.css';

export type NoticeTone = 'info' | 'ok' | 'warn' | 'error';

interface NoticeProps {
  readonly tone: NoticeTone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

const icons: Readonly<Record<NoticeTone, IconName>> = {
  info: 'info',
  ok: 'check',
  warn: 'warning',
  error: 'error',
};

/** A message in the page. An error interrupts a screen reader, the others wait for their turn. */
export function Notice({ tone, title, children, action }: NoticeProps): JSX.Element {
  return (
    <div
      className={joinClasses(css['notice'], css[tone])}
      role={tone === 'error' ? 'alert' : 'status'}
    >
      <span className={css['icon']}>
        <Icon name={icons[tone]} />
      </span>
      <div className={css['words']}>
        {title !== undefined && <p className={css['title']}>{title}</p>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {action}
    </div>
  );
}

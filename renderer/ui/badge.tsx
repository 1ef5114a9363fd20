import type { JSX, ReactNode } from 'react';
import css from './badge.module.css';
import type { IconName } from './icons.tsx';
import { Icon } from './icons.tsx';
import { joinClasses } from './join-classes.ts';

export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'error';

interface BadgeProps {
  readonly tone?: Tone | undefined;
  readonly icon?: IconName | undefined;
  /** The state in words: the colour only repeats it. */
  readonly children: ReactNode;
}

export function Badge({ tone = 'neutral', icon, children }: BadgeProps): JSX.Element {
  return (
    <span className={joinClasses(css['badge'], css[tone])}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}

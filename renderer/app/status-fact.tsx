import type { JSX, ReactNode } from 'react';
import type { IconName } from '../ui/icons.tsx';
import { Icon } from '../ui/icons.tsx';
import { joinClasses } from '../ui/join-classes.ts';
import css from './status-line.module.css';
import type { StatusTone } from './status-rules.ts';

interface StatusFactProps {
  readonly icon: IconName;
  readonly tone: StatusTone;
  readonly children: ReactNode;
}

/** One fact of the status line, told in words; sign and colour repeat it. */
export function StatusFact({ icon, tone, children }: StatusFactProps): JSX.Element {
  return (
    <span className={joinClasses(css['fact'], css[tone])}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  );
}

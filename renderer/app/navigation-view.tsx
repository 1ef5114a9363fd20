import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { Link, useLocation } from 'wouter';
import { useFormat } from '../i18n/use-format.ts';
import { useServices } from '../services/use-services.ts';
import { Badge } from '../ui/badge.tsx';
import { Icon } from '../ui/icons.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import css from './navigation-view.module.css';
import type { NavigationCount, NavigationEntry } from './navigation.ts';
import { isWithin, navigationOf } from './navigation.ts';

export type NavigationCounts = Readonly<Record<NavigationCount, number>>;

interface NavigationViewProps {
  readonly id: string;
  readonly counts: NavigationCounts;
}

export function NavigationView({ id, counts }: NavigationViewProps): JSX.Element {
  const { t } = useLingui();
  const { identity } = useServices();
  return (
    <nav id={id} aria-label={t`Main`}>
      <ul className={css['list']}>
        {navigationOf[identity.role].map((entry) => (
          <li key={entry.to}>
            <NavigationLink entry={entry} count={entry.count ? counts[entry.count] : 0} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface NavigationLinkProps {
  readonly entry: NavigationEntry;
  readonly count: number;
}

function NavigationLink({ entry, count }: NavigationLinkProps): JSX.Element {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const [location] = useLocation();
  const meaning: Readonly<Record<NavigationCount, string>> = {
    returned: t`${plural(count, { one: '# returned record', other: '# returned records' })}`,
    unsent: t`${plural(count, { one: '# item not sent yet', other: '# items not sent yet' })}`,
    'to-review': t`${plural(count, { one: '# record to review', other: '# records to review' })}`,
  };
  return (
    <Link
      href={entry.to}
      className={css['link']}
      aria-current={isWithin(location, entry.to) ? 'page' : undefined}
    >
      <Icon name={entry.icon} />
      <span className={css['label']}>{i18n._(entry.label)}</span>
      {entry.count && count > 0 && (
        <Badge tone="warn">
          <span aria-hidden="true">{format.number(count)}</span>
          <VisuallyHidden>{meaning[entry.count]}</VisuallyHidden>
        </Badge>
      )}
    </Link>
  );
}

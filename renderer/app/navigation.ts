import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Role } from '#shared/records/role.ts';
import type { IconName } from '../ui/icons.tsx';

/** What may be counted beside an entry of the navigation. */
export type NavigationCount = 'returned' | 'unsent' | 'to-review';

export interface NavigationEntry {
  readonly to: string;
  readonly label: MessageDescriptor;
  readonly icon: IconName;
  readonly count?: NavigationCount;
}

const today: NavigationEntry = { to: '/', label: msg`Today`, icon: 'today', count: 'returned' };
const visits: NavigationEntry = { to: '/visits', label: msg`Visits`, icon: 'pin' };
const review: NavigationEntry = {
  to: '/review',
  label: msg`Review queue`,
  icon: 'review',
  count: 'to-review',
};
const outbox: NavigationEntry = {
  to: '/outbox',
  label: msg`Outbox`,
  icon: 'outbox',
  count: 'unsent',
};
const records: NavigationEntry = { to: '/records', label: msg`Records`, icon: 'table' };
const exports: NavigationEntry = { to: '/export', label: msg`Export`, icon: 'download' };
const coverage: NavigationEntry = { to: '/coverage', label: msg`Coverage`, icon: 'grid' };
const rates: NavigationEntry = { to: '/rates', label: msg`Exchange rates`, icon: 'money' };
const measures: NavigationEntry = {
  to: '/measures',
  label: msg`Local measures`,
  icon: 'scales',
};
const names: NavigationEntry = { to: '/names', label: msg`Names`, icon: 'search' };
const settings: NavigationEntry = { to: '/settings', label: msg`Settings`, icon: 'settings' };

const reviewer = [
  today,
  review,
  coverage,
  visits,
  records,
  rates,
  measures,
  names,
  exports,
  outbox,
  settings,
];

/** What each role finds in the navigation, in this order. */
export const navigationOf: Readonly<Record<Role, readonly NavigationEntry[]>> = {
  surveyor: [today, visits, rates, measures, names, outbox, records, settings],
  supervisor: reviewer,
  secretariat: reviewer,
};

/** Whether an address belongs to an entry: itself or below it. */
export function isWithin(location: string, to: string): boolean {
  return to === '/' ? location === '/' : location === to || location.startsWith(`${to}/`);
}

import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** Columns every record has; `visit.` marks answers of the visit beside its records. */
export const ownColumns = ['review', 'changed', 'owner'] as const;
export type OwnColumn = (typeof ownColumns)[number];

/** What the columns that every record has are called. */
export const ownColumnTexts: Readonly<Record<OwnColumn, MessageDescriptor>> = {
  review: msg`Review`,
  changed: msg`Last change`,
  owner: msg`Recorded by`,
};

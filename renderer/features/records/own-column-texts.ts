import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { OwnColumn } from './table-columns.tsx';

/** What the columns that every record has are called. */
export const ownColumnTexts: Readonly<Record<OwnColumn, MessageDescriptor>> = {
  review: msg`Review`,
  changed: msg`Last change`,
  owner: msg`Recorded by`,
};

import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Role } from '#shared/records/role.ts';

/** What a role is called. */
export const roleLabels: Readonly<Record<Role, MessageDescriptor>> = {
  surveyor: msg`Surveyor`,
  supervisor: msg`Supervisor`,
  secretariat: msg`Secretariat`,
};

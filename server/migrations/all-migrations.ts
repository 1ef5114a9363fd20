import type { Migration } from '../store/migrate.ts';
import { foundation } from './0001-foundation.ts';
import { packedStates } from './0002-packed-states.ts';
import { signInTries } from './0003-sign-in-tries.ts';
import { serverKey } from './0004-server-key.ts';
import { devices } from './0005-devices.ts';
import { usedEnrolments } from './0006-used-enrolments.ts';
import { audit } from './0007-audit.ts';
import { commentSubjects } from './0008-comment-subjects.ts';
import { recoveryKeys } from './0009-recovery-keys.ts';
import { teams } from './0010-teams.ts';
import { sessionEnds } from './0011-session-ends.ts';
import { signIns } from './0012-sign-ins.ts';
import { feedTrees } from './0013-feed-trees.ts';

/** Every migration in order; one that has shipped is never edited, a change is a new one at the end. */
export const migrations: readonly Migration[] = [
  foundation,
  packedStates,
  signInTries,
  serverKey,
  devices,
  usedEnrolments,
  audit,
  commentSubjects,
  recoveryKeys,
  teams,
  sessionEnds,
  signIns,
  feedTrees,
];

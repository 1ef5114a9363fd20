import type { ProjectId } from '#shared/core/ids.ts';
import { dayOf, toInstant } from '#shared/core/instant.ts';
import { sampleActs } from './sample/sample-acts.ts';
import { samplePeople } from './sample/team.ts';
import type { SampleAccount, SampleProject } from './services/seed-sample.ts';

// Told to everyone by GET /health: a sample protects nothing.
const password = 'sample-bazaar';

/** The accounts of the sample project: each member of the sample team, by code. */
export const sampleAccounts: readonly SampleAccount[] = samplePeople.map(({ code, role }) => ({
  name: code,
  password,
  person: code,
  role,
}));

/** The sample project as it is seeded at a moment: its open round is around that day. */
export function sampleProject(nowMs: number): SampleProject {
  return {
    project: 'sample' as ProjectId,
    name: 'پروژهٔ نمونه · Sample project',
    accounts: sampleAccounts,
    acts: sampleActs(dayOf(toInstant(nowMs, 0))),
  };
}

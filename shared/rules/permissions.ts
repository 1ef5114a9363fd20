import { registerNames } from '../forms/choices.ts';
import type { FormId } from '../forms/definitions/catalogue.ts';
import { isSurveyFormId } from '../forms/definitions/catalogue.ts';
import type { Role } from '../records/role.ts';
import { roles } from '../records/role.ts';

/** Whose records of a kind a role may write or read: nobody's, those it wrote first itself, those of its team, or everybody's. */
export type Reach = 'none' | 'own' | 'team' | 'any';

/**
 * Kinds that are governed alike. `survey`: what is filled in at an outlet. `proposal`: registers that grow in the
 * field. `plan`: what a round asks and is held against. `reference`: every other register.
 */
type KindGroup = 'survey' | 'comment' | 'proposal' | 'plan' | 'reference';

const proposals: readonly string[] = [
  'brand',
  'outlet',
  'exchange_rate',
  'unit_factor',
] satisfies readonly FormId[];
const plans: readonly string[] = ['round', 'assignment'] satisfies readonly FormId[];

const writing: Readonly<Record<Role, Readonly<Record<KindGroup, Reach>>>> = {
  surveyor: { survey: 'own', comment: 'own', proposal: 'own', plan: 'none', reference: 'none' },
  supervisor: { survey: 'team', comment: 'own', proposal: 'any', plan: 'any', reference: 'none' },
  secretariat: { survey: 'any', comment: 'any', proposal: 'any', plan: 'any', reference: 'any' },
};

const reading: Readonly<Record<Role, Readonly<Record<KindGroup, Reach>>>> = {
  surveyor: { survey: 'own', comment: 'own', proposal: 'any', plan: 'any', reference: 'any' },
  supervisor: { survey: 'team', comment: 'team', proposal: 'any', plan: 'any', reference: 'any' },
  secretariat: { survey: 'any', comment: 'any', proposal: 'any', plan: 'any', reference: 'any' },
};

function groupOf(kind: string): KindGroup {
  if (isSurveyFormId(kind)) return 'survey';
  if (kind === 'comment') return 'comment';
  if (proposals.includes(kind)) return 'proposal';
  return plans.includes(kind) ? 'plan' : 'reference';
}

const enrolling: Readonly<Record<Role, readonly Role[]>> = {
  surveyor: [],
  supervisor: ['surveyor'],
  secretariat: roles,
};

/** Whether a role may bring laptops of people of another role into the team, and bar them. */
export function mayEnrol(role: Role, other: Role): boolean {
  return enrolling[role].includes(other);
}

const teaming: Readonly<Record<Role, readonly Role[]>> = {
  surveyor: [],
  // One who could put people into teams would choose whom they reach.
  supervisor: [],
  secretariat: ['surveyor', 'supervisor'],
};

/** Whether a role may put people of another role into a team; whom a role that spans the project reaches hangs on no team. */
export function mayPutInTeam(role: Role, other: Role): boolean {
  return teaming[role].includes(other);
}

/** Whose records of a kind a role may write. */
export function writeReach(role: Role, kind: string): Reach {
  return writing[role][groupOf(kind)];
}

/** Whose records of a kind a role may read. Of comments, `own` means those on one's own records and one's own words. */
export function readReach(role: Role, kind: string): Reach {
  return reading[role][groupOf(kind)];
}

/** The registers a role reads whoever wrote them. */
export function openRegisters(role: Role): readonly string[] {
  return registerNames.filter((kind) => readReach(role, kind) === 'any');
}

/** True where a role reads what others filled in at outlets: those of its team, or everybody. */
export function readsOthers(role: Role): boolean {
  return reading[role].survey !== 'own';
}

/**
 * Whether a role reaches people beyond its team. `team`: the one they are in; null for nobody's, and then a role that reaches a team spans
 * the project.
 */
export function spansProject(role: Role, team: string | null): boolean {
  const reach = reading[role].survey;
  return reach === 'any' || (reach === 'team' && team === null);
}

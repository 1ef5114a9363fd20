import type { PersonId, RecordId } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';
import { reviewStatuses } from '#shared/records/record.ts';
import type { ReviewStatus } from '#shared/records/record.ts';
import type { Role } from '#shared/records/role.ts';
import { roles } from '#shared/records/role.ts';
import type { ReviewPlace, SurveyAction, Whose } from '#shared/rules/survey-rights.ts';
import { surveyActions, surveyRights, whoseRecords } from '#shared/rules/survey-rights.ts';
import type { EntryRequest, TestDevice } from './make-entries.ts';
import { makeDevice, newRecordId, visitAnswers } from './make-entries.ts';

/** A cell of the authorisation matrix, and what it says. */
export interface RightsCell {
  readonly role: Role;
  readonly whose: Whose;
  readonly place: ReviewPlace;
  readonly action: SurveyAction;
  readonly isAllowed: boolean;
}

// A record that nobody has finished is nobody's yet, and is begun by being handed in or thrown away.
const onNothing: ReadonlySet<SurveyAction> = new Set([
  'submit',
  'approve',
  'return',
  'reject',
  'delete',
]);

/** Every cell that can come about. */
export const rightsCells: readonly RightsCell[] = roles.flatMap((role) =>
  whoseRecords.flatMap((whose) =>
    (['none', ...reviewStatuses] as const).flatMap((place) =>
      surveyActions
        .filter((action) => place !== 'none' || (whose === 'own' && onNothing.has(action)))
        .map((action) => {
          const isAllowed = surveyRights[role][whose][place].includes(action);
          return { role, whose, place, action, isAllowed };
        }),
    ),
  ),
);

/** The name of a cell, as tests report it. */
export function nameOfCell({ whose, place, action, isAllowed }: RightsCell): string {
  return `${action} ${whose} ${place}: ${isAllowed ? 'taken' : 'refused'}`;
}

/** The people of the matrix: who acts, one of their team and one of another whose records they meet, and the office that brings records to a place. */
export interface RightsPlay {
  readonly before: {
    readonly mate: readonly Entry[];
    readonly stranger: readonly Entry[];
    readonly office: readonly Entry[];
    readonly actor: readonly Entry[];
  };
  /** What the actor does, an entry for each cell, in the order of the cells. */
  readonly acts: readonly Entry[];
}

/** Plays the cells of a role: everything is on the actor's laptop before they act. */
export function playRights(
  cells: readonly RightsCell[],
  devices: Readonly<Record<keyof RightsPlay['before'], TestDevice>>,
): RightsPlay {
  const before: Record<keyof RightsPlay['before'], Entry[]> = {
    mate: [],
    stranger: [],
    office: [],
    actor: [],
  };
  const places = cells.map(({ whose, place }): RecordId => {
    const record = newRecordId();
    if (place === 'none') return record;
    const by = makers[whose];
    const made = devices[by].write({ record });
    before[by].push(made);
    for (const device of Object.values(devices)) if (device !== devices[by]) device.see(made);
    if (place === 'submitted') return record;
    const step = devices.office.write({ record, set: { review_status: place } });
    before.office.push(step);
    devices.actor.see(step);
    return record;
  });
  const acts = cells.map((cell, at) =>
    devices.actor.write({ record: places[at] as RecordId, ...requestOf(cell) }),
  );
  return { before, acts };
}

const makers = { own: 'actor', team: 'mate', other: 'stranger' } as const;
const MATE = 's9';

/** The people of the team of who acts in a role. */
export function teamOfPlay(role: Role): ReadonlySet<PersonId> {
  return new Set([personOf(role), MATE as PersonId]);
}

/** Laptops for a play. */
export function rightsDevices(role: Role) {
  return {
    actor: makeDevice(personOf(role)),
    mate: makeDevice(MATE),
    stranger: makeDevice('s8'),
    office: makeDevice('o9'),
  };
}

/** Who acts in a role. */
export function personOf(role: Role): PersonId {
  return `actor-${role}` as PersonId;
}

const statusOf: Readonly<Partial<Record<SurveyAction, ReviewStatus>>> = {
  submit: 'submitted',
  approve: 'approved',
  return: 'returned',
  reject: 'rejected',
};

function requestOf({ place, action }: RightsCell): EntryRequest {
  const status = statusOf[action];
  if (status !== undefined) {
    const set = { review_status: status };
    return { set: place === 'none' ? visitAnswers(set) : set };
  }
  if (action === 'flag') return { set: { review_flag: true } };
  if (action === 'delete') return { set: { deleted: true }, why: 'دوبار' };
  const why = action === 'change' ? { why: 'اشتباه' } : {};
  return { set: { outlet_name: 'دیگر' }, ...why };
}

import type { PersonId } from '#shared/core/ids.ts';
import type { Role } from '#shared/records/role.ts';
import type { SampleAct } from './sample-act.ts';
import { itemAct } from './sample-act.ts';

/** A member of the sample team, called by role: no real or invented names. */
export interface SamplePerson {
  readonly code: PersonId;
  readonly role: Role;
  readonly name_fa: string;
  readonly name_en: string;
  readonly regions: readonly string[];
}

/** The sample team; the server makes an account for each. */
export const samplePeople: readonly SamplePerson[] = [
  {
    code: 'surveyor1' as PersonId,
    role: 'surveyor',
    name_fa: 'کارشناس نمونهٔ ۱',
    name_en: 'Sample surveyor 1',
    regions: ['west', 'southwest'],
  },
  {
    code: 'surveyor2' as PersonId,
    role: 'surveyor',
    name_fa: 'کارشناس نمونهٔ ۲',
    name_en: 'Sample surveyor 2',
    regions: ['kri', 'south'],
  },
  {
    code: 'supervisor1' as PersonId,
    role: 'supervisor',
    name_fa: 'سرپرست نمونه',
    name_en: 'Sample supervisor',
    regions: [],
  },
  {
    code: 'secretariat1' as PersonId,
    role: 'secretariat',
    name_fa: 'دبیرخانهٔ نمونه',
    name_en: 'Sample secretariat',
    regions: [],
  },
];

/** The sample team as items of its register. */
export function teamActs(): readonly SampleAct[] {
  return samplePeople.map(({ code, role, name_fa, name_en, regions }) =>
    itemAct('person', code, {
      name_fa,
      name_en,
      role,
      regions: regions.length > 0 ? regions : undefined,
      is_active: 'yes',
    }),
  );
}

import { defineForm } from '../define-form.ts';
import { decided, decidedMaybe, decidedMaybeOne, decidedOne } from './answered-by.ts';
import { otherNames, standing } from './item-names.ts';

const name = { kind: 'text', ...decided, section: 'names' } as const;
const otherName = { kind: 'text', ...decidedMaybe, section: 'names' } as const;
const latitude = {
  kind: 'decimal',
  ...decidedMaybe,
  section: 'place',
  unit: { in: { name: 'deg_wgs84' } },
  constraints: [{ rule: 'range', min: '-90', max: '90', severity: 'stop' }],
} as const;
const longitude = {
  ...latitude,
  constraints: [{ rule: 'range', min: '-180', max: '180', severity: 'stop' }],
} as const;
const province = { register: 'admin_area', where: { property: 'level', equals: '1' } } as const;

/** Provinces and governorates (level 1) and districts (level 2), by OCHA P-code. */
export const adminAreaForm = defineForm({
  id: 'admin_area',
  version: 1,
  role: 'register',
  sections: ['names', 'place'],
  fields: {
    level: { ...decidedOne, section: 'place', choices: { codelist: 'admin_level' } },
    country: { ...decidedOne, section: 'place', choices: { codelist: 'country' } },
    parent: {
      ...decidedOne,
      section: 'place',
      shown: { when: 'answer', field: 'level', in: ['2'] },
      choices: province,
    },
    name_en: name,
    name_fa: otherName,
    name_ar: otherName,
    name_ckb: otherName,
    name_ps: otherName,
    name_local: otherName,
    name_wfp: otherName,
    iso_3166_2: { kind: 'text', ...decidedMaybe, section: 'place' },
    survey_region: { ...decidedMaybeOne, section: 'place', choices: { codelist: 'survey_region' } },
  },
});

/** Bazaars that are surveyed, by market code, before they had other names. */
export const marketFormV1 = defineForm({
  id: 'market',
  version: 1,
  role: 'register',
  sections: ['names', 'place'],
  fields: {
    country: { ...decidedOne, section: 'place', choices: { codelist: 'country' } },
    admin1_pcode: { ...decidedOne, section: 'place', choices: province },
    name_en: name,
    name_fa: name,
    name_ar: otherName,
    name_ckb: otherName,
    name_ps: otherName,
    name_local: otherName,
    market_type: { ...decidedOne, section: 'place', choices: { codelist: 'market_type' } },
    survey_region: { ...decidedMaybeOne, section: 'place', choices: { codelist: 'survey_region' } },
    latitude,
    longitude,
    coordinate_source: { kind: 'text', ...decidedMaybe, section: 'place' },
    wfp_market_id: { kind: 'text', ...decidedMaybe, section: 'place' },
    known_places_en: { kind: 'text', ...decidedMaybe, section: 'place', multiline: true },
    known_places_fa: { kind: 'text', ...decidedMaybe, section: 'place', multiline: true },
  },
});

/** Bazaars that are surveyed, by market code. */
export const marketForm = defineForm({
  ...marketFormV1,
  version: 2,
  fields: { ...marketFormV1.fields, other_names: otherNames },
});

/** Border crossings and the routes of competitors' goods. Whether one is open changes: it is dated, not constant. */
export const crossingForm = defineForm({
  id: 'crossing',
  version: 1,
  role: 'register',
  sections: ['names', 'place', 'state'],
  fields: {
    name_en: name,
    name_fa: name,
    other_side_en: otherName,
    other_side_fa: otherName,
    other_side_local: otherName,
    kind: { ...decidedOne, section: 'place', choices: { codelist: 'crossing_kind' } },
    from_country: { kind: 'text', ...decided, section: 'place' },
    to_country: { ...decidedOne, section: 'place', choices: { codelist: 'country' } },
    admin1_iran: { ...decidedMaybeOne, section: 'place', choices: province },
    admin1_target: { ...decidedMaybeOne, section: 'place', choices: province },
    serves_regions: {
      kind: 'select_multiple',
      ...decidedMaybe,
      section: 'place',
      choices: { codelist: 'survey_region' },
    },
    latitude,
    longitude,
    precision_km: { kind: 'decimal', ...decidedMaybe, section: 'place' },
    is_open: { ...decidedMaybeOne, section: 'state', choices: { codelist: 'yes_no' } },
    checked_on: { kind: 'date', ...decidedMaybe, section: 'state' },
  },
});

/** Shops, warehouses and offices visited more than once, before they could be proposed. */
export const outletFormV1 = defineForm({
  id: 'outlet',
  version: 1,
  role: 'register',
  sections: ['names', 'place'],
  fields: {
    name_local: name,
    market: { ...decidedOne, section: 'place', choices: { register: 'market' } },
    outlet_type: { ...decidedOne, section: 'place', choices: { codelist: 'outlet_type' } },
    market_level: { ...decidedMaybeOne, section: 'place', choices: { codelist: 'market_level' } },
    latitude,
    longitude,
    note: { kind: 'text', ...decidedMaybe, section: 'place', multiline: true },
  },
});

/** Shops, warehouses and offices visited more than once; surveyors propose them. */
export const outletForm = defineForm({
  ...outletFormV1,
  version: 2,
  fields: { ...outletFormV1.fields, other_names: otherNames, standing },
});

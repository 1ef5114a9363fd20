import { defineForm } from '../define-form.ts';
import { decided, decidedMaybe, decidedMaybeOne, decidedOne } from './answered-by.ts';
import { positive } from './price-rules.ts';

const note = { kind: 'text', ...decidedMaybe, section: 'notes', multiline: true } as const;
const market = { ...decidedOne, choices: { register: 'market' } } as const;

/** The round before it could ask for the originals of photos. */
export const roundFormV1 = defineForm({
  id: 'round',
  version: 1,
  role: 'register',
  sections: ['names', 'scope'],
  fields: {
    name_fa: { kind: 'text', ...decided, section: 'names' },
    name_en: { kind: 'text', ...decided, section: 'names' },
    state: { ...decidedOne, section: 'scope', choices: { codelist: 'round_state' } },
    starts_on: { kind: 'date', ...decided, section: 'scope' },
    ends_on: {
      kind: 'date',
      ...decided,
      section: 'scope',
      constraints: [
        { rule: 'compare', is: '>=', to: { of: 'answer', field: 'starts_on' }, severity: 'stop' },
      ],
    },
    countries: {
      kind: 'select_multiple',
      ...decided,
      section: 'scope',
      choices: { codelist: 'country', only: ['IRQ', 'AFG'] },
    },
    markets: {
      kind: 'select_multiple',
      ...decidedMaybe,
      section: 'scope',
      choices: { register: 'market' },
    },
    products: {
      kind: 'select_multiple',
      ...decidedMaybe,
      section: 'scope',
      choices: { register: 'product' },
    },
  },
});

/** A survey round: which markets and products, from when to when, and whether photos are kept in their full size as well. */
export const roundForm = defineForm({
  ...roundFormV1,
  version: 2,
  fields: {
    ...roundFormV1.fields,
    keeps_originals: { ...decidedMaybeOne, section: 'scope', choices: { codelist: 'yes_no' } },
  },
});

/** Members of the team, by the code they sign in with. */
export const personForm = defineForm({
  id: 'person',
  version: 1,
  role: 'register',
  sections: ['names', 'work'],
  fields: {
    name_fa: { kind: 'text', ...decided, section: 'names' },
    name_en: { kind: 'text', ...decided, section: 'names' },
    role: { ...decidedOne, section: 'work', choices: { codelist: 'team_role' } },
    team: { kind: 'text', ...decidedMaybe, section: 'work' },
    regions: {
      kind: 'select_multiple',
      ...decidedMaybe,
      section: 'work',
      choices: { codelist: 'survey_region' },
    },
    is_active: { ...decidedOne, section: 'work', choices: { codelist: 'yes_no' } },
  },
});

/** A rate of exchange on a day: local currency per US dollar, of a market, else of a province, else of a country. */
export const exchangeRateForm = defineForm({
  id: 'exchange_rate',
  version: 1,
  role: 'register',
  sections: ['rate', 'place', 'notes'],
  fields: {
    currency: { ...decidedOne, section: 'rate', choices: { register: 'currency' } },
    dated: { kind: 'date', ...decided, section: 'rate' },
    kind: { ...decidedOne, section: 'rate', choices: { codelist: 'fx_type' } },
    buy: { kind: 'decimal', ...decidedMaybe, section: 'rate', constraints: [positive] },
    sell: { kind: 'decimal', ...decided, section: 'rate', constraints: [positive] },
    country: { ...decidedMaybeOne, section: 'place', choices: { codelist: 'country' } },
    admin1_pcode: {
      ...decidedMaybeOne,
      section: 'place',
      choices: { register: 'admin_area', where: { property: 'level', equals: '1' } },
    },
    market: { ...market, required: false, section: 'place' },
    source: { kind: 'text', ...decided, section: 'notes' },
    note,
  },
});

/** What a customary unit holds in a place, in its base unit: weighed there on a day, of a market, else of a province, else of a country. */
export const unitFactorForm = defineForm({
  id: 'unit_factor',
  version: 1,
  role: 'register',
  sections: ['measure', 'place', 'notes'],
  fields: {
    unit: {
      ...decidedOne,
      section: 'measure',
      choices: { register: 'unit' },
    },
    factor: { kind: 'decimal', ...decided, section: 'measure', constraints: [positive] },
    dated: {
      kind: 'date',
      ...decided,
      section: 'measure',
      constraints: [{ rule: 'compare', is: '<=', to: { of: 'today' }, severity: 'stop' }],
    },
    country: { ...decidedOne, section: 'place', choices: { codelist: 'country' } },
    admin1_pcode: {
      ...decidedMaybeOne,
      section: 'place',
      choices: { register: 'admin_area', where: { property: 'level', equals: '1' } },
      constraints: [
        {
          rule: 'item_matches',
          property: 'country',
          to: { of: 'answer', field: 'country' },
          severity: 'stop',
        },
      ],
    },
    market: {
      ...market,
      required: false,
      section: 'place',
      constraints: [
        {
          rule: 'item_matches',
          property: 'admin1_pcode',
          to: { of: 'answer', field: 'admin1_pcode' },
          severity: 'stop',
        },
      ],
    },
    photo: {
      kind: 'image',
      ...decidedMaybe,
      section: 'notes',
      longestSide: 1600,
      place: 'drop',
      constraints: [{ rule: 'count', max: 3, severity: 'stop' }],
    },
    note,
  },
});

/** What a surveyor is to bring from a market: products at a level, so many quotations each, by a day. */
export const assignmentForm = defineForm({
  id: 'assignment',
  version: 1,
  role: 'register',
  sections: ['scope', 'notes'],
  fields: {
    round: { ...decidedOne, section: 'scope', choices: { register: 'round' } },
    person: { ...decidedOne, section: 'scope', choices: { register: 'person' } },
    market: { ...market, section: 'scope' },
    products: {
      kind: 'select_multiple',
      ...decided,
      section: 'scope',
      choices: { register: 'product' },
    },
    level: { ...decidedOne, section: 'scope', choices: { codelist: 'market_level' } },
    quotations: {
      kind: 'integer',
      ...decided,
      section: 'scope',
      initial: { of: 'fixed', value: '3' },
      constraints: [{ rule: 'range', min: '1', max: '50', severity: 'stop' }],
    },
    due_on: { kind: 'date', ...decidedMaybe, section: 'scope' },
    note,
  },
});

/** A price of a past round or of another source that new prices are held against, with its source. */
export const referencePriceForm = defineForm({
  id: 'reference_price',
  version: 1,
  role: 'register',
  sections: ['scope', 'figure', 'notes'],
  fields: {
    product: { ...decidedOne, section: 'scope', choices: { register: 'product' } },
    market: { ...market, section: 'scope' },
    item_spec: { kind: 'text', ...decided, section: 'scope' },
    level: { ...decidedOne, section: 'scope', choices: { codelist: 'market_level' } },
    period: { kind: 'text', ...decided, section: 'scope' },
    dated: { kind: 'date', ...decided, section: 'scope' },
    price: { kind: 'decimal', ...decided, section: 'figure', constraints: [positive] },
    currency: { ...decidedOne, section: 'figure', choices: { register: 'currency' } },
    unit: { ...decidedOne, section: 'figure', choices: { register: 'unit' } },
    unit_count: {
      kind: 'decimal',
      ...decided,
      section: 'figure',
      initial: { of: 'fixed', value: '1' },
      constraints: [positive],
    },
    quotations: { kind: 'integer', ...decidedMaybe, section: 'figure' },
    source: { kind: 'text', ...decided, section: 'notes' },
    note,
  },
});

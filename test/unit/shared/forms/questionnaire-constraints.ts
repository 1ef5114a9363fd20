import type { Constraint, Rule } from '#shared/forms/constraint.ts';

/** What a text of the questionnaire's constraint column became: constraints of the field, or other data of it. */
export interface Meaning {
  readonly constraints?: readonly Constraint[];
  readonly field?: Readonly<Record<string, unknown>>;
  /** Fields the definition adds because the text asks for more than one answer. */
  readonly companions?: readonly string[];
}

const positive = stop({ rule: 'range', above: '0' });
const noneAlone = stop({ rule: 'alone', codes: ['none'] });
const pricePerUnit = { of: 'quotient', fields: ['price_amount', 'sale_qty'] } as const;
const convertible = stop({ rule: 'convertible', field: 'product_id' });

/** Every text of the column `constraint`, and what it became. */
export const constraintMeanings: Readonly<Record<string, Meaning>> = {
  'uuid v4, immutable': { constraints: [stop({ rule: 'record_id' })] },
  'uuid v4; unique': { constraints: [stop({ rule: 'record_id' })] },
  'ISO 8601 with UTC offset (+03:00 Iraq, +04:30 Afghanistan, +03:30 Iran)': {
    field: { kind: 'datetime', answeredBy: 'app' },
  },
  '. > ${started_at}; warn if duration < 5 min or > 180 min': {
    constraints: [
      stop(compare('>', { of: 'answer', field: 'started_at' })),
      warn({ rule: 'duration', field: 'started_at', min: 5, max: 180 }),
    ],
  },
  '. <= today(); . >= ${round_start}; warn if . > ${round_end}': {
    constraints: [
      stop(compare('<=', { of: 'today' })),
      stop(compare('>=', roundDay('starts_on'))),
      warn(compare('<=', roundDay('ends_on'))),
    ],
  },
  'admin1.country = ${country}': matches('country', 'country'),
  'parent = ${admin1_pcode}': matches('parent', 'admin1_pcode'),
  // "Supervisor must map it to a register entry before approval" is said in the note of market_other.
  'market.admin1_pcode = ${admin1_pcode}': matches('admin1_pcode', 'admin1_pcode', [
    { rule: 'not', codes: ['other'], severity: 'stop', at: 'approval' },
  ]),
  'length >= 1': atLeast(1),
  'length >= 2': atLeast(2),
  'length >= 3': atLeast(3),
  'length >= 5': atLeast(5),
  'length <= 80': atMost(80),
  'length <= 120': atMost(120),
  'length <= 200': atMost(200),
  'length <= 2000': atMost(2000),
  'inside admin1 polygon; warn if > 3 km from market point': {
    constraints: [
      stop({ rule: 'inside_admin1', field: 'admin1_pcode' }),
      warn({ rule: 'near_market', field: 'market_id', km: 3 }),
    ],
  },
  '. >= 0; warn if > 50': {
    constraints: [stop({ rule: 'range', min: '0' }), warn({ rule: 'range', max: '50' })],
  },
  "if interview_mode='observation' then 'not_applicable'": {
    constraints: [
      stop({
        rule: 'must_be',
        if: { when: 'answer', field: 'interview_mode', in: ['observation'] },
        codes: ['not_applicable'],
      }),
    ],
  },
  'regex ^\\+?[0-9]{7,15}$ after folding Persian/Arabic digits': {
    constraints: [stop({ rule: 'phone' })],
  },
  '. > 0; warn if outside +-15 % of the round median; if 100x too big, offer "per 100 USD" (Iraqi habit)':
    {
      constraints: [positive, warn({ rule: 'near_round_rate', side: 'buy', percent: '15' })],
    },
  '. >= ${fx_usd_buy}; warn if spread > 3 %': {
    constraints: [
      positive,
      stop(compare('>=', { of: 'answer', field: 'fx_usd_buy' })),
      warn({ rule: 'spread', field: 'fx_usd_buy', percent: '3' }),
    ],
  },
  '<= 3 files, resized to 1600 px, EXIF GPS kept only if consented': {
    ...files(3),
    field: { longestSide: 1600, place: 'keep_if_consented' },
  },
  '<= 4 files': files(4),
  '<= 4 files; asked for in a random 10 % of price records (audit sample)': {
    ...files(4),
    field: { sampled: 10 },
  },
  '<= 6 files; caption per photo': files(6, [stop({ rule: 'captions' })]),
  '. > 0': { constraints: [positive] },
  '. > 0 and . < 1e12; hard limits per product; must re-type if |ln(p/median)| > ln 2': {
    constraints: [
      stop({ rule: 'range', above: '0', below: '1000000000000' }),
      stop({ rule: 'product_limits' }),
      warn({
        rule: 'near_median',
        price: 'quotation',
        min: '0.5',
        max: '2',
        flag: 'outlier',
        retype: true,
      }),
    ],
  },
  'unit.dimension must be convertible to product.std_unit': { constraints: [convertible] },
  'convertible to product.std_unit (ask net content if not)': {
    constraints: [convertible],
    companions: ['purchase_net_content', 'purchase_net_content_unit'],
  },
  '. > 0 and . <= 10000; default 1': {
    constraints: [stop({ rule: 'range', above: '0', max: '10000' })],
    field: { initial: { of: 'fixed', value: '1' } },
  },
  'price_amount / (sale_qty x content_in_std_unit)': { field: { calculation: 'unit_price_std' } },
  'unit_price_std / fx(currency, market, date)': { field: { calculation: 'unit_price_usd' } },
  'qty x content x {day 300, week 52, month 12, quarter 4, year 1}': {
    field: { calculation: 'annual_qty_std' },
  },
  "'none' excludes the others": { constraints: [noneAlone] },
  "'none' and 'dont_know' exclude the others": {
    constraints: [stop({ rule: 'alone', codes: ['none', 'dont_know'] })],
  },
  '. > ${sale_qty}': { constraints: [stop(compare('>', { of: 'answer', field: 'sale_qty' }))] },
  '. > 0 and . <= ${price_amount}/${sale_qty}': {
    constraints: [positive, stop(compare('<=', pricePerUnit))],
  },
  '. > 0; warn if . >= price_amount/sale_qty': {
    constraints: [positive, warn(compare('<', pricePerUnit))],
  },
  '0..730': range('0', '730'),
  '0..365': range('0', '365'),
  '0..500': range('0', '500'),
  '0..240': range('0', '240'),
  '0..90': range('0', '90'),
  '1..180': range('1', '180'),
  '0..100; sum over brands of one product in the visit <= 100': range('0', '100', [
    stop({ rule: 'sum', fields: ['product_id'], max: '100' }),
  ]),
  '1..20; distinct within product': range('1', '20', [
    stop({ rule: 'unique', fields: ['product_id', 'sales_rank'] }),
  ]),
  '. > 0; warn if > 99th percentile of the buyer type': {
    constraints: [positive, warn({ rule: 'usual_quantity', field: 'buyer_type' })],
  },
  '. > 0 and . <= yearly quantity': {
    constraints: [
      positive,
      stop(compare('<=', { of: 'per_year', fields: ['purchase_qty', 'purchase_period'] })),
    ],
  },
  '1..6 choices': { constraints: [stop({ rule: 'count', min: 1, max: 6 })] },
  '1..5 distinct, ordered': {
    constraints: [stop({ rule: 'count', min: 1, max: 5 })],
    field: { kind: 'rank' },
  },
  'exactly 3 distinct, ordered': {
    constraints: [stop({ rule: 'count', min: 3, max: 3 })],
    field: { kind: 'rank' },
  },
  '. > 0; currency and unit asked with it; compared with market median (warn outside 0.3-1.5x)': {
    constraints: [positive, warn({ rule: 'near_median', price: 'target', min: '0.3', max: '1.5' })],
    companions: ['target_price_currency', 'target_price_unit'],
  },
  'product_id + brand_id + item_spec unique within the visit': {
    constraints: [
      stop({ rule: 'unique', fields: ['product_id', 'brand_id', 'brand_other', 'item_spec'] }),
    ],
  },
  '. >= ${shelf_facings}; one value per product per visit': {
    constraints: [
      stop(compare('>=', { of: 'answer', field: 'shelf_facings' })),
      stop({ rule: 'same', fields: ['product_id'] }),
    ],
  },
  "1..3 choices; 'none' alone; no overlap with weaknesses": {
    constraints: [
      stop({ rule: 'count', min: 1, max: 3 }),
      noneAlone,
      stop({ rule: 'disjoint', field: 'weaknesses', except: ['none'] }),
    ],
  },
  "1..3 choices; 'none' alone": {
    constraints: [stop({ rule: 'count', min: 1, max: 3 }), noneAlone],
  },
};

/** Constraints the questionnaire does not write in its constraint column, each with where it comes from. */
export const addedConstraints: Readonly<Record<string, readonly Constraint[]>> = {
  // Without it the price per standard unit, which is required, could not be worked out.
  'price.net_content_unit': [convertible],
  // Repeat structure: one demand record per product per buyer.
  'demand.product_id': [warn({ rule: 'unique', fields: ['product_id', 'new_product_text'] })],
};

function stop(rule: Rule): Constraint {
  return { ...rule, severity: 'stop' };
}

function warn(rule: Rule): Constraint {
  return { ...rule, severity: 'warn' };
}

function files(max: number, more: readonly Constraint[] = []): Meaning {
  return { constraints: [stop({ rule: 'count', max }), ...more] };
}

function atLeast(min: number): Meaning {
  return { constraints: [stop({ rule: 'length', min })] };
}

function atMost(max: number): Meaning {
  return { constraints: [stop({ rule: 'length', max })] };
}

function range(min: string, max: string, more: readonly Constraint[] = []): Meaning {
  return { constraints: [stop({ rule: 'range', min, max }), ...more] };
}

function compare(
  is: '>' | '>=' | '<' | '<=',
  to: Extract<Rule, { readonly rule: 'compare' }>['to'],
): Rule {
  return { rule: 'compare', is, to };
}

function roundDay(property: string) {
  return { of: 'item', register: 'round', field: 'round_id', property } as const;
}

function matches(property: string, field: string, more: readonly Constraint[] = []): Meaning {
  const to = { of: 'answer', field } as const;
  return { constraints: [stop({ rule: 'item_matches', property, to }), ...more] };
}

/** The item can be bought in this market: the questionnaire's "brand shown". */
export const onSale = { when: 'answer', field: 'availability', in: ['wide', 'limited'] } as const;
/** The unit has no fixed factor, so its net content is asked. */
export const needsContent = {
  when: 'item',
  item: { of: 'item', register: 'unit', field: 'sale_unit', property: 'needs_content' },
  in: ['yes'],
} as const;
/** The price of one sale unit. */
export const pricePerUnit = { of: 'quotient', fields: ['price_amount', 'sale_qty'] } as const;
/** In the currency of the row. */
export const inCurrency = { in: { code: { field: 'price_currency' } } } as const;
/** In sale units. */
export const inSaleUnits = { in: { code: { field: 'sale_unit' } } } as const;
/** In days. */
export const inDays = { in: { name: 'day' } } as const;
/** Above zero. */
export const positive = { rule: 'range', above: '0', severity: 'stop' } as const;

/** The goods crossed a border; an unknown origin has no country to compare, and the crossing may be known all the same. */
export const cameFromAbroad = {
  when: 'any',
  of: [
    { when: 'answer', field: 'origin_country', in: ['unknown'] },
    {
      when: 'differ',
      operands: [
        { of: 'item', register: 'origin', field: 'origin_country', property: 'iso3' },
        { of: 'visit', answer: 'country' },
      ],
    },
  ],
} as const;

/** More than twice, or less than half, the median is typed again and explained: |ln(p/median)| > ln 2. */
export const nearMedian = {
  rule: 'near_median',
  price: 'quotation',
  min: '0.5',
  max: '2',
  flag: 'outlier',
  retype: true,
  severity: 'warn',
} as const;

/** A unit of the net content: a base unit that converts to the product's standard unit, which is offered first. */
export const contentUnit = {
  choices: { register: 'unit', where: { property: 'base_unit', equals_code: true } },
  initial: { of: 'item', register: 'product', field: 'product_id', property: 'std_unit' },
  constraints: [{ rule: 'convertible', field: 'product_id', severity: 'stop' }],
} as const;

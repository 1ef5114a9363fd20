/** The buyer trades the product already. */
export const trades = { when: 'answer', field: 'currently_trades', in: ['yes'] } as const;
/** The unit bought in has no fixed factor, so its net content is asked. */
export const needsContent = {
  when: 'item',
  item: { of: 'item', register: 'unit', field: 'purchase_unit', property: 'needs_content' },
  in: ['yes'],
} as const;
/** Demand went up or down. */
export const changed = {
  when: 'answer',
  field: 'demand_change_12m',
  in: ['increased', 'decreased'],
} as const;
/** The buyer would take a sample or an offer. */
export const interested = {
  when: 'answer',
  field: 'interest_level',
  in: ['medium', 'high', 'ready'],
} as const;
/** In the unit bought in. */
export const inPurchaseUnits = { in: { code: { field: 'purchase_unit' } } } as const;
/** A price to switch supplier was named. */
export const hasTarget = { when: 'answered', field: 'target_price' } as const;

/** No order is larger than what is bought in a year. */
export const withinYear = {
  rule: 'compare',
  is: '<=',
  to: { of: 'per_year', fields: ['purchase_qty', 'purchase_period'] },
  severity: 'stop',
} as const;

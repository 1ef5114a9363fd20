/** The respondent agreed to the interview. */
export const consented = { when: 'answer', field: 'consent', in: ['yes'] } as const;

/** Not in the future, not before the round; after its end only with a reason. */
export const inRound = [
  { rule: 'compare', is: '<=', to: { of: 'today' }, severity: 'stop' },
  {
    rule: 'compare',
    is: '>=',
    to: { of: 'item', register: 'round', field: 'round_id', property: 'starts_on' },
    severity: 'stop',
  },
  {
    rule: 'compare',
    is: '<=',
    to: { of: 'item', register: 'round', field: 'round_id', property: 'ends_on' },
    severity: 'warn',
  },
] as const;

/** Local currency per US dollar. */
export const usdRate = { in: { name: 'local_currency' }, per: { name: 'usd' } } as const;

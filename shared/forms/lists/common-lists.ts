/** Lists that several forms share, and those of the landed-cost sheet (`incoterm`, `transport_mode`). Codes in the order they are offered. */
export const commonLists = {
  yes_no: ['yes', 'no'],
  yes_no_dk: ['yes', 'no', 'dont_know', 'refused'],
  language: ['fa', 'prs', 'ps', 'ar', 'ckb', 'kmr', 'tr', 'en'],
  market_level: ['producer', 'import', 'wholesale', 'semi_wholesale', 'retail'],
  quality_grade: ['economy', 'standard', 'premium'],
  payment_terms: ['cash', 'advance_full', 'advance_part', 'credit_7', 'credit_30', 'credit_60', 'credit_90', 'consignment', 'lc', 'dp_da', 'barter', 'other'],
  change: ['increased', 'decreased', 'same', 'dont_know'],
  likert5: ['1', '2', '3', '4', '5', 'na'],
  confidence: ['high', 'medium', 'low'],
  review_status: ['draft', 'submitted', 'returned', 'approved', 'rejected'],
  incoterm: ['exw', 'fca', 'fob', 'cpt', 'cip', 'cfr', 'cif', 'dap', 'dpu', 'ddp', 'local'],
  transport_mode: ['truck_direct', 'truck_transship', 'tir', 'reefer', 'rail', 'sea_container', 'dhow', 'air', 'pickup', 'other'],
} as const;

/** Lists of the price form. Codes in the order they are offered. */
export const priceLists = {
  availability: ['wide', 'limited', 'temporarily_out', 'never'],
  unavailable_reason: ['no_demand', 'supplier_problem', 'border_closed', 'fx_shortage', 'standard_reject', 'price_too_high', 'season', 'transport', 'import_ban', 'other'],
  quote_basis: ['posted', 'asked', 'transaction', 'invoice', 'recall'],
  price_includes: ['sales_tax', 'delivery', 'installation', 'none'],
  price_change_reason: ['fx', 'supply_cost', 'transport_cost', 'tariff', 'scarcity', 'oversupply', 'demand_up', 'demand_down', 'season', 'border', 'competition', 'other'],
} as const;

/** Lists of the demand form. Codes in the order they are offered. */
export const demandLists = {
  buyer_type: ['importer', 'distributor', 'wholesaler', 'retailer', 'chain', 'manufacturer', 'contractor', 'institution', 'consumer'],
  not_trade_reason: ['no_customer', 'no_supplier', 'low_margin', 'capital', 'regulation', 'outside_line', 'other'],
  period: ['day', 'week', 'month', 'quarter', 'year'],
  demand_change_reason: ['income', 'price', 'construction', 'population', 'taste', 'substitute', 'local_production', 'policy', 'supply_quality', 'season', 'other'],
  month: ['m01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07', 'm08', 'm09', 'm10', 'm11', 'm12'],
  season_driver: ['ramadan', 'eid_fitr', 'eid_adha', 'muharram_arbaeen', 'nowruz', 'school', 'harvest', 'construction', 'summer_heat', 'winter_cold', 'weddings', 'salary', 'none'],
  unmet_need: ['product_missing', 'quality_gap', 'price_gap', 'pack_size', 'model_variety', 'irregular_supply', 'after_sales', 'credit', 'certificate', 'other'],
  certificate: ['coc_iraq', 'coc_kri', 'ansa', 'inso', 'halal', 'health', 'phyto', 'vet', 'free_sale', 'origin', 'origin_legalised', 'drug_food_reg', 'iso9001', 'iso22000', 'ce', 'test_report', 'msds', 'none', 'dont_know'],
  payment_channel: ['cash_usd', 'cash_local', 'hawala', 'bank_tt', 'third_country', 'mobile_money', 'rial_account', 'offset', 'other'],
  factor: ['price', 'quality', 'credit', 'supply', 'delivery', 'packaging', 'brand', 'variety', 'certificate', 'after_sales', 'margin', 'promotion', 'origin'],
  import_constraint: ['bank', 'fx_rate', 'border_closure', 'customs_valuation', 'certificate', 'seasonal_ban', 'visa', 'transport', 'security', 'informal_payment', 'supplier_reliability', 'export_ban', 'none', 'other'],
  interest: ['none', 'low', 'medium', 'high', 'ready'],
} as const;

/** Lists of the visit form. Codes in the order they are offered. */
export const visitLists = {
  interview_mode: ['in_person', 'observation', 'phone'],
  consent: ['yes', 'no', 'not_applicable'],
  market_type: ['urban_central', 'urban_secondary', 'wholesale_hub', 'border_market', 'district_town', 'modern_retail', 'periodic'],
  outlet_type: ['street_stall', 'small_shop', 'large_shop', 'supermarket', 'wholesaler', 'importer_office', 'building_materials', 'factory', 'contractor', 'institution', 'online'],
  respondent_role: ['owner', 'manager', 'buyer', 'salesperson', 'agent', 'association', 'consumer', 'other'],
  fx_type: ['market', 'official', 'hawala'],
} as const;

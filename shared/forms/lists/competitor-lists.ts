/** Lists of the competitor form. Codes in the order they are offered. */
export const competitorLists = {
  sales_trend: ['gaining', 'stable', 'losing', 'new', 'dont_know'],
  packaging_type: ['bulk', 'pp_bag', 'paper_bag', 'plastic_pouch', 'bottle', 'jar', 'tin', 'carton_box', 'shrink', 'tetra', 'pallet', 'crate', 'coil', 'other'],
  promotion_type: ['none', 'discount', 'bonus_pack', 'lottery', 'display', 'pos_material', 'sampling', 'tv_radio', 'social_media', 'outdoor', 'trader_bonus'],
  distribution_channel: ['exclusive_agent', 'several_importers', 'own_branch', 'wholesale_bazaar', 'van_sales', 'chain_direct', 'online', 'informal', 'unknown'],
  sw_factor: ['price', 'quality', 'packaging', 'brand', 'availability', 'credit', 'delivery', 'variety', 'promotion', 'after_sales', 'certificate', 'shelf_life', 'language', 'origin_image', 'none'],
  label_item: ['origin', 'production_date', 'expiry_date', 'ingredients', 'net_content', 'importer', 'batch', 'barcode', 'standard_mark', 'halal_mark', 'user_manual'],
  info_source: ['observed', 'retailer', 'wholesaler', 'importer', 'document', 'web'],
} as const;

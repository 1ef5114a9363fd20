import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';

/** What the columns are called, as short as a price list calls them. */
export function useColumnNames(): Readonly<Record<string, string>> {
  const { t } = useLingui();
  return useMemo(
    () => ({
      product_id: t`Product`,
      item_spec: t`Description`,
      availability: t`Availability`,
      brand_id: t`Brand`,
      origin_country: t`Origin`,
      price_amount: t`Price`,
      price_currency: t`Currency`,
      sale_qty: t`Quantity`,
      sale_unit: t`Unit`,
      net_content: t`Net content`,
      net_content_unit: t`Content unit`,
      quality_grade: t`Quality`,
      price_change_30d: t`In 30 days`,
      quote_confidence: t`Confidence`,
      price_level: t`Level`,
      quote_basis: t`Basis`,
      payment_terms: t`Payment`,
    }),
    [t],
  );
}

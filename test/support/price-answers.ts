import type { RecordId } from '#shared/core/ids.ts';

/** The answers of a finished price of a visit, as many as one has in the field (about 1.5 kB with its entry); the `n`-th differs. */
export function priceAnswers(visit: RecordId, n: number): Readonly<Record<string, string>> {
  return {
    visit,
    product_id: 'rice',
    item_spec: `برنج مرغوب، فله، کیسهٔ ده کیلویی، ردیف ${n}`,
    availability: 'wide',
    brand_id: 'unbranded',
    origin_country: 'unknown',
    quality_grade: 'standard',
    price_level: 'retail',
    quote_basis: 'posted',
    price_amount: String(1500 + (n % 400)),
    price_currency: 'IQD',
    review_status: 'submitted',
    '@remark/item_spec':
      'همان کالایی که در بازدید پیش دیده شد؛ بسته‌بندی و وزن آن تغییری نکرده است.',
    '@reason/price_amount': 'دو بار پرسیده شد و فروشنده فاکتور خرید همان روز را نشان داد.',
  };
}

import type { priceLists } from '../lists/price-lists.ts';
import type { ListTexts } from './texts.ts';

/** Texts of the choices of the price lists. */
export const priceChoiceTexts: ListTexts<typeof priceLists> = {
  availability: {
    wide: { fa: 'به‌وفور موجود است', en: 'Widely available' },
    limited: { fa: 'به‌صورت محدود موجود است', en: 'Limited availability' },
    temporarily_out: { fa: 'موقتاً ناموجود است', en: 'Temporarily out of stock' },
    never: { fa: 'در این بازار عرضه نمی‌شود', en: 'Not sold in this market' },
  },
  unavailable_reason: {
    no_demand: { fa: 'نبود تقاضا', en: 'No demand' },
    supplier_problem: { fa: 'مشکل تأمین‌کننده', en: 'Supplier problem' },
    border_closed: { fa: 'بسته بودن مرز یا معطلی گمرک', en: 'Border closed / customs delay' },
    fx_shortage: {
      fa: 'نبود ارز یا امکان انتقال بانکی',
      en: 'No foreign currency / bank transfer',
    },
    standard_reject: {
      fa: 'رد شدن در استاندارد یا نداشتن گواهی',
      en: 'Failed standard / certificate',
    },
    price_too_high: { fa: 'قیمت بالا', en: 'Price too high to stock' },
    season: { fa: 'خارج از فصل', en: 'Out of season' },
    transport: { fa: 'مشکل حمل‌ونقل یا راه', en: 'Transport / road problem' },
    import_ban: { fa: 'ممنوعیت یا محدودیت واردات', en: 'Import ban / seasonal ban' },
    other: { fa: 'سایر', en: 'Other' },
  },
  quote_basis: {
    posted: { fa: 'قیمت درج‌شده روی کالا یا قفسه', en: 'Posted / label price' },
    asked: { fa: 'قیمت اعلامی (پیش از چانه‌زنی)', en: 'Asked price (before bargaining)' },
    transaction: { fa: 'قیمت معاملهٔ انجام‌شده', en: 'Actual transaction price' },
    invoice: { fa: 'فاکتور یا لیست قیمت رؤیت‌شده', en: 'Invoice / price list seen' },
    recall: { fa: 'به نقل از حافظه', en: 'From memory' },
  },
  price_includes: {
    sales_tax: { fa: 'مالیات فروش', en: 'Sales tax / VAT' },
    delivery: { fa: 'حمل تا محل خریدار', en: 'Delivery to buyer' },
    installation: { fa: 'نصب', en: 'Installation' },
    none: { fa: 'هیچ‌کدام', en: 'None of these' },
  },
  price_change_reason: {
    fx: { fa: 'تغییر نرخ ارز', en: 'Exchange-rate movement' },
    supply_cost: { fa: 'تغییر قیمت تأمین‌کننده', en: 'Supplier raised / cut price' },
    transport_cost: { fa: 'هزینهٔ حمل یا سوخت', en: 'Transport / fuel cost' },
    tariff: { fa: 'تعرفه، عوارض یا هزینهٔ گواهی', en: 'Tariff / tax / certificate cost' },
    scarcity: { fa: 'کمبود کالا', en: 'Scarcity' },
    oversupply: { fa: 'مازاد عرضه', en: 'Oversupply' },
    demand_up: { fa: 'افزایش تقاضا', en: 'Higher demand' },
    demand_down: { fa: 'کاهش تقاضا', en: 'Lower demand' },
    season: { fa: 'فصل یا مناسبت', en: 'Season / holiday' },
    border: { fa: 'بسته یا باز شدن مرز', en: 'Border closure / opening' },
    competition: { fa: 'تغییر رقابت', en: 'More / less competition' },
    other: { fa: 'سایر', en: 'Other' },
  },
};

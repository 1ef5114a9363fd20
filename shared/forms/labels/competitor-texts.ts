import type { competitorForm } from '../definitions/competitor.ts';
import type { FormTexts } from './texts.ts';

/** Texts of the competitor form; wording of the questionnaire, hints ours. */
export const competitorTexts: FormTexts<typeof competitorForm> = {
  title: { fa: 'رقیب', en: 'Competitor' },
  sections: {
    brand: { fa: 'برند و کالا', en: 'Brand and item' },
    shelf: { fa: 'قفسه و سهم فروش', en: 'Shelf and share' },
    packaging: { fa: 'بسته‌بندی و برچسب', en: 'Packaging and label' },
    trade: { fa: 'ترویج و فروش', en: 'Promotion and trade' },
    verdict: { fa: 'قوت و ضعف', en: 'Strengths and weaknesses' },
    evidence: { fa: 'سند و اطمینان', en: 'Evidence' },
    record: { fa: 'شناسنامهٔ رکورد', en: 'Record' },
  },
  fields: {
    competitor_id: { fa: 'شناسهٔ رکورد رقیب', en: 'Competitor record ID' },
    product_id: { fa: 'کالا', en: 'Product' },
    brand_id: { fa: 'نشان تجاری (برند)', en: 'Brand' },
    brand_other: {
      fa: 'نام برند مطابق بسته‌بندی',
      en: 'Brand name as printed',
      hint: {
        fa: 'به خط لاتین یا عربی، همان‌گونه که چاپ شده است.',
        en: 'In Latin or Arabic script, as printed.',
      },
    },
    manufacturer: { fa: 'تولیدکننده', en: 'Manufacturer' },
    origin_country: { fa: 'کشور مبدأ', en: 'Country of origin' },
    importer_name: {
      fa: 'واردکننده یا نماینده',
      en: 'Importer or agent',
      hint: {
        fa: 'در عراق معمولاً روی برچسب چاپ می‌شود.',
        en: 'In Iraq it is printed on the label as a rule.',
      },
    },
    item_spec: {
      fa: 'مشخصات کالا و اندازهٔ بسته',
      en: 'Item description and pack size',
      hint: {
        fa: 'مانند «پودر دستی ۹۰۰ گرمی، ۱۲ عدد در کارتن».',
        en: 'For example: hand washing powder 900 g, 12 in a carton.',
      },
    },
    quality_grade: { fa: 'ردهٔ کیفی', en: 'Quality tier' },
    price_quote_ref: {
      fa: 'استعلام قیمت همین برند در این بازدید',
      en: 'Price quotation of this brand in this visit',
      hint: {
        fa: 'اگر ثبت نشده، همین‌جا استعلام قیمت را باز کنید.',
        en: 'If there is none yet, open the price form from here.',
      },
    },
    shelf_facings: {
      fa: 'تعداد ردیف نمایش در قفسه',
      en: 'Number of facings on the shelf',
      hint: {
        fa: 'تعداد بسته‌هایی که از روبه‌رو در قفسه دیده می‌شوند.',
        en: 'How many packs are seen from the front of the shelf.',
      },
    },
    category_facings: {
      fa: 'تعداد کل ردیف‌های این گروه کالا',
      en: 'Facings of the whole category',
      hint: {
        fa: 'همهٔ برندهای این کالا با هم؛ برای هر کالا در یک بازدید یک عدد.',
        en: 'All brands of this product together; one figure per product in a visit.',
      },
    },
    sales_share_pct: {
      fa: 'سهم برآوردی این برند از فروش واحد',
      en: "Estimated share of this brand in the outlet's sales",
      hint: {
        fa: 'جمع سهم برندهای یک کالا در یک بازدید از ۱۰۰ بیشتر نمی‌شود.',
        en: 'The shares of one product in a visit add up to 100 at most.',
      },
    },
    sales_rank: { fa: 'رتبهٔ فروش در این واحد', en: 'Rank by sales in this outlet' },
    sales_trend: { fa: 'روند فروش این برند', en: 'Trend of this brand' },
    packaging_type: { fa: 'نوع بسته‌بندی', en: 'Packaging' },
    packaging_rating: { fa: 'کیفیت بسته‌بندی', en: 'Quality of packaging' },
    label_languages: { fa: 'زبان‌های روی برچسب', en: 'Languages on the label' },
    label_items: { fa: 'مندرجات برچسب', en: 'What is printed on the label' },
    promotion_types: { fa: 'تبلیغات و ترویج مشاهده‌شده', en: 'Promotion seen or reported' },
    trade_discount_pct: { fa: 'تخفیف به فروشنده', en: 'Discount given to the trader' },
    trade_payment_terms: {
      fa: 'شرایط پرداخت برای فروشنده',
      en: 'Payment terms given to the trader',
    },
    distribution_channel: { fa: 'کانال توزیع تا این واحد', en: 'How does it reach the outlet?' },
    warranty_months: { fa: 'مدت ضمانت', en: 'Warranty' },
    strengths: {
      fa: 'نقاط قوت',
      en: 'Strengths',
      hint: { fa: 'یک تا سه مورد.', en: 'One to three.' },
    },
    weaknesses: {
      fa: 'نقاط ضعف',
      en: 'Weaknesses',
      hint: { fa: 'یک تا سه مورد.', en: 'One to three.' },
    },
    competitor_photo: {
      fa: 'عکس: نمای جلو، برچسب، قفسه',
      en: 'Photos: front, label, shelf',
      hint: {
        fa: 'نمای جلو، برچسب و قفسه؛ تا شش عکس، هر یک با شرح.',
        en: 'Front, label and shelf; up to six photos, each with a caption.',
      },
    },
    info_source: { fa: 'منبع این رکورد', en: 'Source of this record' },
    competitor_confidence: { fa: 'میزان اطمینان', en: 'Confidence' },
  },
};

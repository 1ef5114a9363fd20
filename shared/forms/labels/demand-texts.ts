import type { demandForm } from '../definitions/demand.ts';
import type { FormTexts } from './texts.ts';

/** Texts of the demand form; wording of the questionnaire, hints ours. */
export const demandTexts: FormTexts<typeof demandForm> = {
  title: { fa: 'تقاضا', en: 'Demand' },
  sections: {
    product: { fa: 'کالا و خریدار', en: 'Product and buyer' },
    quantity: { fa: 'مقدار خرید', en: 'Quantity' },
    season: { fa: 'تغییر و فصل', en: 'Change and season' },
    needs: { fa: 'نیازهای برآورده‌نشده', en: 'Unmet needs' },
    requirements: { fa: 'خواسته‌های خریدار', en: 'Requirements' },
    supply: { fa: 'تأمین و پرداخت', en: 'Supply and payment' },
    decision: { fa: 'قیمت هدف و عوامل خرید', en: 'Target price and buying factors' },
    iran: { fa: 'نگاه به کالای ایرانی', en: 'Iranian goods' },
    evidence: { fa: 'سند و اطمینان', en: 'Evidence' },
    record: { fa: 'شناسنامهٔ رکورد', en: 'Record' },
  },
  fields: {
    demand_id: { fa: 'شناسهٔ رکورد تقاضا', en: 'Demand record ID' },
    product_id: { fa: 'کالا یا گروه کالا', en: 'Product or product group' },
    new_product_text: {
      fa: 'شرح کالای مورد نیاز خریدار',
      en: 'Describe the product the buyer looks for',
      hint: {
        fa: 'کالایی که خریدار می‌خواهد و در فهرست نیست؛ کد HS6 را کارشناس تحلیل می‌گذارد.',
        en: 'What the buyer wants and the list lacks; an analyst assigns the HS6 code.',
      },
    },
    buyer_type: { fa: 'نوع خریدار', en: 'Type of buyer' },
    currently_trades: {
      fa: 'آیا خریدار هم‌اکنون این کالا را خریدوفروش می‌کند؟',
      en: 'Does the buyer already trade this product?',
    },
    not_trade_reason: { fa: 'علت عدم خریدوفروش', en: 'Why not?' },
    purchase_qty: {
      fa: 'مقدار خرید',
      en: 'Quantity bought',
      hint: { fa: 'برآورد خریدار کافی است.', en: "The buyer's own estimate is enough." },
    },
    purchase_unit: { fa: 'واحد', en: 'Unit' },
    purchase_net_content: {
      fa: 'مقدار خالص هر واحد خرید',
      en: 'Net content of one unit bought',
      hint: {
        fa: 'گونی، کارتن و حلب اندازهٔ ثابتی ندارند؛ بپرسید هر کدام چقدر است.',
        en: 'A bag, carton or tin has no fixed size: ask what one holds.',
      },
    },
    purchase_net_content_unit: { fa: 'واحد مقدار خالص', en: 'Unit of the net content' },
    purchase_period: { fa: 'دورهٔ زمانی', en: 'Period' },
    annual_qty_std: {
      fa: 'مقدار سالانه به واحد استاندارد',
      en: 'Yearly quantity in standard unit',
    },
    order_qty: { fa: 'اندازهٔ معمول هر سفارش', en: 'Usual size of one order' },
    demand_change_12m: {
      fa: 'تغییر تقاضا در ۱۲ ماه گذشته',
      en: 'Change of demand in the last 12 months',
    },
    demand_change_reason: { fa: 'علت تغییر تقاضا', en: 'Reasons for the change' },
    peak_months: {
      fa: 'ماه‌های اوج فروش',
      en: 'Months of highest sales',
      hint: { fa: 'تا شش ماه.', en: 'Up to six months.' },
    },
    season_driver: { fa: 'چه مناسبتی فروش را تغییر می‌دهد؟', en: 'What drives the season?' },
    unmet_need: { fa: 'کدام نیاز اکنون برآورده نمی‌شود؟', en: 'Which need is not met today?' },
    unmet_need_detail: {
      fa: 'شرح نیاز برآورده‌نشده',
      en: 'Describe the unmet need',
      hint: {
        fa: 'به زبان خریدار بنویسید: چه چیز، برای چه، چه اندازه.',
        en: "In the buyer's words: what, what for, how much.",
      },
    },
    required_grade: { fa: 'ردهٔ کیفی مورد نظر', en: 'Quality tier wanted' },
    preferred_pack: {
      fa: 'اندازه و نوع بسته‌بندی مطلوب',
      en: 'Preferred pack size and packaging',
      hint: {
        fa: 'مانند «۱۲ بستهٔ ۵۰۰ گرمی در کارتن».',
        en: 'For example: 12 packs of 500 g in a carton.',
      },
    },
    preferred_packaging: { fa: 'نوع بسته‌بندی مطلوب', en: 'Preferred kind of packaging' },
    label_languages: { fa: 'زبان‌های لازم روی برچسب', en: 'Languages required on the label' },
    certificates_required: {
      fa: 'گواهی‌هایی که خریدار یا گمرک می‌خواهد',
      en: 'Certificates the buyer or customs asks for',
      hint: {
        fa: 'آنچه خریدار یا گمرک واقعاً می‌خواهد.',
        en: 'What the buyer or customs really asks for.',
      },
    },
    current_origins: {
      fa: 'کشورهای مبدأ فعلی به ترتیب اهمیت',
      en: 'Countries it comes from now, main one first',
      hint: {
        fa: 'تا پنج کشور؛ اولی از همه مهم‌تر است.',
        en: 'Up to five countries, the most important first.',
      },
    },
    payment_terms: {
      fa: 'شرایط پرداخت فعلی (اولی = معمول)',
      en: 'Payment terms used now (first = usual)',
      hint: { fa: 'اولی، شیوهٔ معمول است.', en: 'The first is the usual one.' },
    },
    payment_channel: { fa: 'پول چگونه منتقل می‌شود؟', en: 'How is the money sent?' },
    max_lead_days: { fa: 'حداکثر زمان تحویل قابل قبول', en: 'Longest acceptable delivery time' },
    target_price: {
      fa: 'قیمتی که خریدار حاضر است تأمین‌کننده را عوض کند',
      en: 'Price at which the buyer would switch supplier',
      hint: {
        fa: 'واحد پول و واحد کالا را هم بپرسید.',
        en: 'Ask for the currency and the unit with it.',
      },
    },
    target_price_currency: { fa: 'واحد پول قیمت هدف', en: 'Currency of the target price' },
    target_price_unit: { fa: 'واحد کالا در قیمت هدف', en: 'Unit of the target price' },
    buying_factors: {
      fa: 'سه عامل مهم خرید را به ترتیب مشخص کنید',
      en: 'Rank the three most important buying factors',
      hint: { fa: 'دقیقاً سه عامل، از مهم‌ترین.', en: 'Exactly three, the most important first.' },
    },
    iran_rating: {
      fa: 'نظر دربارهٔ کالای ایرانی: قیمت / کیفیت / بسته‌بندی / خوش‌قولی در تحویل',
      en: 'Opinion of Iranian goods: price / quality / packaging / reliability of supply',
      rows: {
        price: { fa: 'قیمت', en: 'Price' },
        quality: { fa: 'کیفیت', en: 'Quality' },
        packaging: { fa: 'بسته‌بندی', en: 'Packaging' },
        reliability: { fa: 'خوش‌قولی در تحویل', en: 'Reliability of supply' },
      },
    },
    import_constraints: {
      fa: 'موانع اصلی خرید از ایران',
      en: 'Main obstacles to buying from Iran',
    },
    interest_level: {
      fa: 'تمایل به خرید از تولیدکنندگان قزوین',
      en: 'Interest in buying from Qazvin producers',
    },
    sample_requested: {
      fa: 'آیا خریدار نمونه یا پیش‌فاکتور می‌خواهد؟',
      en: 'Does the buyer ask for a sample or an offer?',
      hint: {
        fa: 'با اجازهٔ پاسخ‌دهنده، یک سرنخ فروش برای کنسرسیوم می‌شود.',
        en: 'With consent, this becomes a lead for the consortium.',
      },
    },
    demand_attachment: {
      fa: 'عکس (کارت ویزیت، نمونه، برگهٔ سفارش)',
      en: 'Photo (business card, sample, order sheet)',
      hint: { fa: 'تا چهار عکس.', en: 'Up to four photos.' },
    },
    demand_confidence: { fa: 'میزان اطمینان به مقادیر', en: 'Confidence in the quantities' },
  },
};

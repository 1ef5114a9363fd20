import type { priceForm } from '../definitions/price.ts';
import type { FormTexts } from './texts.ts';

/** Texts of the price form; wording of the questionnaire, hints ours. */
export const priceTexts: FormTexts<typeof priceForm> = {
  title: { fa: 'استعلام قیمت', en: 'Price quotation' },
  sections: {
    item: { fa: 'کالا', en: 'Item' },
    price: { fa: 'قیمت', en: 'Price' },
    content: { fa: 'واحد و مقدار', en: 'Unit and content' },
    terms: { fa: 'شرایط فروش', en: 'Terms' },
    change: { fa: 'تغییر قیمت', en: 'Price change' },
    supply: { fa: 'موجودی و تأمین', en: 'Stock and supply' },
    evidence: { fa: 'سند و اطمینان', en: 'Evidence' },
    record: { fa: 'شناسنامهٔ رکورد', en: 'Record' },
  },
  fields: {
    quote_id: { fa: 'شناسهٔ استعلام', en: 'Quotation ID' },
    product_id: { fa: 'کالا', en: 'Product' },
    item_spec: {
      fa: 'مشخصات دقیق کالا (نوع، مدل، اندازه، درجه)',
      en: 'Exact item description (type, model, size, grade)',
      hint: {
        fa: 'مانند «پودر ماشینی ۵۰۰ گرمی» یا «کاشی پرسلان ۶۰×۶۰ درجه ۱». در بازار بعدی همین متن پیشنهاد می‌شود تا کالای یکسان مقایسه شود.',
        en: 'For example: automatic washing powder 500 g; porcelain tile 60x60 grade 1. The same text is offered in the next market, so that like is compared with like.',
      },
    },
    availability: {
      fa: 'وضعیت موجودی کالا در این بازار',
      en: 'Availability of the item in this market',
    },
    unavailable_reason: { fa: 'علت نبود کالا چیست؟', en: 'Why is it not available?' },
    brand_id: {
      fa: 'نشان تجاری (برند)',
      en: 'Brand',
      hint: { fa: 'نام روی بسته را جست‌وجو کنید.', en: 'Search for the name on the pack.' },
    },
    origin_country: {
      fa: 'کشور مبدأ',
      en: 'Country of origin',
      hint: {
        fa: 'آنچه روی بسته چاپ شده؛ اگر چاپ نشده، به گفتهٔ فروشنده.',
        en: 'As printed on the pack; else as told by the seller.',
      },
    },
    quality_grade: { fa: 'ردهٔ کیفی', en: 'Quality tier' },
    price_level: {
      fa: 'سطح این قیمت',
      en: 'Level of this price',
      hint: {
        fa: 'قیمت خرده‌فروشی و عمده‌فروشی هرگز در یک میانه نمی‌آیند.',
        en: 'Retail and wholesale prices are never mixed in one median.',
      },
    },
    quote_basis: { fa: 'مبنای قیمت', en: 'Basis of the price' },
    price_amount: {
      fa: 'قیمت',
      en: 'Price',
      hint: {
        fa: 'عدد کامل را بنویسید. در عراق گاه هزارها را نمی‌گویند: ۲۵ یعنی ۲۵٬۰۰۰ دینار.',
        en: 'Type the whole number. In Iraq the thousands are often left out: 25 means 25,000 dinars.',
      },
    },
    price_currency: {
      fa: 'واحد پول',
      en: 'Currency',
      hint: {
        fa: 'تومان همان‌گونه که گفته شده ثبت می‌شود و ریال آن (×۱۰) در کنارش می‌آید.',
        en: 'Toman is kept as told, with the rial value (x10) beside it.',
      },
    },
    price_amount_irr: { fa: 'معادل قیمت به ریال', en: 'Price in rials' },
    sale_unit: {
      fa: 'واحد فروش',
      en: 'Unit in which it is sold',
      hint: {
        fa: 'واحدی که فروشنده با آن می‌فروشد؛ سیر و من هر جا اندازه‌ای دیگر دارند.',
        en: 'The unit the seller uses; a seer or a man is not the same everywhere.',
      },
    },
    sale_qty: {
      fa: 'تعداد واحد برای این قیمت',
      en: 'Number of units for this price',
      hint: {
        fa: 'قیمتی که نوشتید برای چند واحد است؟',
        en: 'How many units does the price you typed pay for?',
      },
    },
    net_content: {
      fa: 'مقدار خالص هر واحد فروش',
      en: 'Net content of one sale unit',
      hint: {
        fa: 'گونی، کارتن، حلب، رول و ورق اندازهٔ ثابتی ندارند؛ از روی بسته بخوانید یا وزن کنید.',
        en: 'A bag, carton, tin, roll or sheet has no fixed size: read it on the pack or weigh it.',
      },
    },
    net_content_unit: { fa: 'واحد مقدار خالص', en: 'Unit of the net content' },
    unit_price_std: { fa: 'قیمت هر واحد استاندارد', en: 'Price per standard unit' },
    unit_price_usd: { fa: 'قیمت هر واحد استاندارد به دلار', en: 'Price per standard unit in USD' },
    fx_rate: { fa: 'نرخ دلار به‌کاررفته', en: 'Exchange rate used (per USD)' },
    fx_kind: { fa: 'نوع نرخ به‌کاررفته', en: 'Kind of the rate used' },
    fx_source: { fa: 'منبع نرخ به‌کاررفته', en: 'Source of the rate used' },
    fx_date: { fa: 'تاریخ نرخ به‌کاررفته', en: 'Date of the rate used' },
    unit_factor: { fa: 'اندازهٔ به‌کاررفتهٔ واحد', en: 'Measure of the unit used' },
    unit_factor_source: { fa: 'منبع اندازهٔ واحد', en: 'Source of the measure' },
    unit_factor_date: { fa: 'تاریخ وزن‌کردن واحد', en: 'Day the unit was weighed' },
    unit_factor_item: { fa: 'شناسهٔ اندازهٔ محلی', en: 'ID of the local measure' },
    price_includes: { fa: 'قیمت شامل چه مواردی است؟', en: 'The price includes' },
    bulk_min_qty: {
      fa: 'حداقل مقدار برای قیمت عمده',
      en: 'Minimum quantity for the bulk price',
      hint: {
        fa: 'اگر برای خرید بیشتر قیمت دیگری دارد.',
        en: 'If there is another price for buying more.',
      },
    },
    bulk_price: { fa: 'قیمت هر واحد در آن مقدار', en: 'Price per unit at that quantity' },
    payment_terms: { fa: 'شرایط پرداخت این قیمت', en: 'Payment terms of this price' },
    purchase_price: {
      fa: 'قیمت خرید فروشنده (همان واحد)',
      en: 'What did the seller pay for it (same unit)?',
      hint: {
        fa: 'اگر نخواست بگوید، «پاسخ نداد» را بزنید؛ اصرار نکنید.',
        en: 'If the seller would rather not say, choose refused; do not insist.',
      },
    },
    price_change_30d: {
      fa: 'تغییر این قیمت در ۳۰ روز گذشته',
      en: 'Change of this price in the last 30 days',
    },
    price_change_reason: { fa: 'علت تغییر قیمت', en: 'Reasons for the change' },
    stock_days: {
      fa: 'موجودی فعلی برای چند روز فروش کافی است؟',
      en: 'How many days will the present stock last?',
      hint: { fa: 'با فروش معمول هر روز.', en: 'At the usual daily sales.' },
    },
    restock_days: {
      fa: 'سفارش جدید پس از چند روز می‌رسد؟',
      en: 'How many days would a new order take to arrive?',
      hint: {
        fa: 'از سفارش تا رسیدن به همین واحد.',
        en: 'From ordering until it reaches this outlet.',
      },
    },
    entry_border: {
      fa: 'کالا از کدام گذرگاه وارد شده است؟',
      en: 'Through which crossing did it enter the country?',
    },
    shelf_photo: {
      fa: 'عکس قفسه و برچسب قیمت',
      en: 'Photo of shelf and price label',
      hint: { fa: 'تا چهار عکس.', en: 'Up to four photos.' },
    },
    quote_confidence: { fa: 'میزان اطمینان به این استعلام', en: 'Confidence in this quotation' },
    outlier_reason: {
      fa: 'دلیل پذیرش قیمت غیرعادی',
      en: 'Reason for keeping an unusual price',
      hint: {
        fa: 'این قیمت با میانهٔ بازار بسیار فرق دارد. اگر درست است بنویسید چرا.',
        en: 'This price is far from the market median. If it is right, say why.',
      },
    },
  },
};

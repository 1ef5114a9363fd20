import type { visitForm } from '../definitions/visit.ts';
import type { FormTexts } from './texts.ts';

/** Texts of the visit form; wording of the questionnaire, hints ours. */
export const visitTexts: FormTexts<typeof visitForm> = {
  title: { fa: 'سربرگ بازدید', en: 'Visit' },
  sections: {
    record: { fa: 'شناسنامهٔ بازدید', en: 'About the visit' },
    place: { fa: 'مکان', en: 'Place' },
    outlet: { fa: 'واحد صنفی', en: 'Outlet' },
    respondent: { fa: 'پاسخ‌دهنده', en: 'Respondent' },
    money: { fa: 'پول و نرخ ارز', en: 'Money and exchange rate' },
    notes: { fa: 'عکس و توضیحات', en: 'Photos and remarks' },
    review: { fa: 'بازبینی', en: 'Review' },
  },
  fields: {
    visit_id: { fa: 'شناسهٔ بازدید', en: 'Visit ID' },
    round_id: { fa: 'نوبت پیمایش', en: 'Survey round' },
    form_version: { fa: 'نسخهٔ فرم', en: 'Form version' },
    enumerator_id: { fa: 'کارشناس میدانی', en: 'Field expert' },
    started_at: { fa: 'زمان آغاز بازدید', en: 'Start of visit' },
    ended_at: { fa: 'زمان پایان بازدید', en: 'End of visit' },
    visit_date: {
      fa: 'تاریخ بازدید',
      en: 'Date of visit',
      hint: {
        fa: 'در تقویم هجری خورشیدی یا میلادی بنویسید؛ هر دو نشان داده می‌شود.',
        en: 'Type it in the Solar Hijri or the Gregorian calendar; both are shown.',
      },
    },
    interview_mode: {
      fa: 'اطلاعات چگونه گردآوری می‌شود؟',
      en: 'How is the information collected?',
      hint: {
        fa: 'اگر فقط قفسه‌ها را دیده‌اید و گفت‌وگو نکرده‌اید، «فقط مشاهده» را برگزینید.',
        en: 'Choose observation if you only looked at the shelves and spoke with nobody.',
      },
    },
    country: { fa: 'کشور', en: 'Country' },
    admin1_pcode: { fa: 'استان', en: 'Governorate / province' },
    admin2_pcode: { fa: 'شهرستان / ولسوالی', en: 'District' },
    market_id: {
      fa: 'بازار',
      en: 'Market / bazaar',
      hint: {
        fa: 'چند حرف از نام را به فارسی، عربی، کردی، پشتو یا انگلیسی بنویسید. اگر در فهرست نیست «سایر» را برگزینید.',
        en: 'Type a few letters of the name in any of the languages. If it is not listed, choose Other.',
      },
    },
    market_other: {
      fa: 'نام بازار (سایر)',
      en: 'Name of the market (other)',
      hint: {
        fa: 'سرپرست پیش از تأیید، آن را به یکی از بازارهای فهرست پیوند می‌دهد.',
        en: 'The supervisor maps it to a market of the register before approval.',
      },
    },
    market_type: { fa: 'نوع بازار', en: 'Type of market' },
    gps: {
      fa: 'موقعیت مکانی',
      en: 'Location',
      hint: {
        fa: 'مختصات را بنویسید، روی نقشه برگزینید یا از دستگاه بگیرید.',
        en: 'Type the coordinates, pick them on the map or take them from the device.',
      },
    },
    gps_accuracy_m: { fa: 'دقت موقعیت', en: 'Location accuracy' },
    outlet_name: {
      fa: 'نام واحد صنفی',
      en: 'Name of outlet',
      hint: { fa: 'همان‌گونه که روی تابلو نوشته شده است.', en: 'As written on the shop sign.' },
    },
    outlet_type: { fa: 'نوع واحد صنفی', en: 'Type of outlet' },
    market_level: {
      fa: 'سطح بازار',
      en: 'Level of trade',
      hint: {
        fa: 'سطحی که این واحد بیشتر در آن می‌فروشد.',
        en: 'The main level at which this outlet sells.',
      },
    },
    consent: {
      fa: 'آیا پاسخ‌دهنده با مصاحبه موافق است؟',
      en: 'Does the respondent agree to the interview?',
      hint: {
        fa: 'اگر موافق نیست، بازدید با همین پاسخ ثبت می‌شود و فرم‌های قیمت، تقاضا و رقبا بسته می‌مانند.',
        en: 'If the answer is no, the visit is kept as refused and the three forms stay closed.',
      },
    },
    respondent_role: { fa: 'سمت پاسخ‌دهنده', en: 'Role of the respondent' },
    respondent_name: {
      fa: 'نام پاسخ‌دهنده',
      en: "Respondent's name",
      hint: {
        fa: 'دادهٔ شخصی است؛ جدا نگه داشته می‌شود و در خروجی‌ها نمی‌آید.',
        en: 'Personal data: kept apart and left out of exports.',
      },
    },
    respondent_phone: {
      fa: 'شمارهٔ تماس پاسخ‌دهنده',
      en: "Respondent's phone",
      hint: {
        fa: 'دادهٔ شخصی است. با پیش‌شمارهٔ کشور: ۹۶۴ برای عراق، ۹۳ برای افغانستان.',
        en: 'Personal data. With the country code: +964 for Iraq, +93 for Afghanistan.',
      },
    },
    consent_share: {
      fa: 'آیا اجازه می‌دهید اطلاعات تماس شما در اختیار صادرکنندگان کنسرسیوم قرار گیرد؟',
      en: 'May we pass your contact to exporters of the consortium?',
      hint: {
        fa: 'بدون پاسخ «بله»، این اطلاعات هرگز از دبیرخانه بیرون نمی‌رود.',
        en: 'Without a yes, the contact never leaves the secretariat.',
      },
    },
    interview_language: { fa: 'زبان مصاحبه', en: 'Language of the interview' },
    visit_currency: {
      fa: 'واحد پول اصلی قیمت‌ها در این بازدید',
      en: 'Main currency of prices in this visit',
      hint: {
        fa: 'در هر ردیف قیمت می‌توانید واحد پول دیگری برگزینید.',
        en: 'Each price row may use another currency.',
      },
    },
    fx_usd_buy: {
      fa: 'نرخ خرید هر دلار در همین بازار',
      en: 'Local buying rate of 1 USD in this market',
      hint: {
        fa: 'قیمتی که صراف همین بازار برای خرید یک دلار می‌دهد. اگر نرخ صد دلار را گفتند، بر صد تقسیم کنید.',
        en: 'What a money changer of this market pays for one dollar. If you are told the rate of 100 dollars, divide it by 100.',
      },
    },
    fx_usd_sell: {
      fa: 'نرخ فروش هر دلار در همین بازار',
      en: 'Local selling rate of 1 USD in this market',
      hint: {
        fa: 'قیمتی که صراف همین بازار یک دلار را می‌فروشد.',
        en: 'The price at which a money changer of this market sells one dollar.',
      },
    },
    fx_type: { fa: 'نوع نرخ', en: 'Kind of rate' },
    outlet_photo: {
      fa: 'عکس از نمای بیرونی واحد',
      en: 'Photo of the outlet front',
      hint: { fa: 'تا سه عکس.', en: 'Up to three photos.' },
    },
    visit_note: { fa: 'توضیحات', en: 'Remarks' },
    review_status: { fa: 'وضعیت بازبینی', en: 'Review status' },
  },
};

import type { Texts } from '../core/language.ts';
import type { WarningOutcome } from '../records/warning.ts';

// native reader: Arabic, Sorani, Dari and Pashto of this file, translated without one.

/** Headers of the columns every exported record has beside the questions of its form. */
export const recordTexts = {
  KEY: {
    fa: 'کلید رکورد',
    en: 'Record key',
    ar: 'مفتاح السجل',
    ckb: 'کلیلی تۆمار',
    prs: 'کلید ثبت',
    ps: 'د ثبت کلي',
  },
  PARENT_KEY: {
    fa: 'کلید بازدید',
    en: 'Visit key',
    ar: 'مفتاح الزيارة',
    ckb: 'کلیلی سەردان',
    prs: 'کلید بازدید',
    ps: 'د لیدنې کلي',
  },
  review_status: {
    fa: 'وضعیت بازبینی',
    en: 'Review status',
    ar: 'حالة المراجعة',
    ckb: 'دۆخی پێداچوونەوە',
    prs: 'وضعیت بازبینی',
    ps: 'د بیاکتنې حالت',
  },
  flagged: {
    fa: 'نشان‌شده برای بررسی دوباره',
    en: 'Flagged for a second look',
    ar: 'مُعلَّم لنظرة ثانية',
    ckb: 'نیشانکراو بۆ پێداچوونەوەی دووەم',
    prs: 'نشانی‌شده برای بررسی دوباره',
    ps: 'د بیا کتلو لپاره په نښه شوی',
  },
  entered_version: {
    fa: 'نسخهٔ فرم هنگام ثبت',
    en: 'Form version at entry',
    ar: 'نسخة الاستمارة عند الإدخال',
    ckb: 'وەشانی فۆرم لە کاتی تۆمارکردن',
    prs: 'نسخهٔ فورم هنگام ثبت',
    ps: 'د ثبت پر مهال د فورمې نسخه',
  },
  recorded_by: {
    fa: 'ثبت‌کننده',
    en: 'Recorded by',
    ar: 'سجّله',
    ckb: 'تۆمارکراوە لەلایەن',
    prs: 'ثبت‌کننده',
    ps: 'ثبتوونکی',
  },
  recorded_at: {
    fa: 'زمان ثبت',
    en: 'Recorded at',
    ar: 'وقت التسجيل',
    ckb: 'کاتی تۆمارکردن',
    prs: 'زمان ثبت',
    ps: 'د ثبت وخت',
  },
  changed_by: {
    fa: 'آخرین تغییردهنده',
    en: 'Last changed by',
    ar: 'آخر من عدّله',
    ckb: 'دوا گۆڕین لەلایەن',
    prs: 'آخرین تغییردهنده',
    ps: 'وروستی بدلوونکی',
  },
  changed_at: {
    fa: 'زمان آخرین تغییر',
    en: 'Last changed at',
    ar: 'وقت آخر تعديل',
    ckb: 'کاتی دوا گۆڕین',
    prs: 'زمان آخرین تغییر',
    ps: 'د وروستي بدلون وخت',
  },
  missing_answers: {
    fa: 'پرسش‌های بی‌پاسخ (نمی‌داند یا پاسخ نداد)',
    en: 'Questions not known or refused',
    ar: 'أسئلة بلا جواب (لا يعرف أو رفض)',
    ckb: 'پرسیارە بێ وەڵامەکان (نازانێت یان وەڵامی نەدا)',
    prs: 'پرسش‌های بی‌جواب (نمی‌داند یا جواب نداد)',
    ps: 'بې ځوابه پوښتنې (نه پوهېږي یا یې ځواب ورنه کړ)',
  },
  reasons: {
    fa: 'دلیل پذیرش پاسخ‌های غیرعادی',
    en: 'Reasons for keeping unusual answers',
    ar: 'أسباب إبقاء الأجوبة غير المعتادة',
    ckb: 'هۆکاری هێشتنەوەی وەڵامە نائاساییەکان',
    prs: 'دلیل پذیرش جواب‌های غیرعادی',
    ps: 'د ناعادي ځوابونو د منلو دلیلونه',
  },
  warnings: {
    fa: 'هشدارهای هنگام نوشتن و پاسخ کارشناس',
    en: 'Warnings while typing and what was done',
    ar: 'التنبيهات أثناء الكتابة وما جرى بشأنها',
    ckb: 'ئاگادارییەکانی کاتی نووسین و ئەوەی کرا',
    prs: 'هشدارهای هنگام نوشتن و کاری که شد',
    ps: 'د لیکلو پر مهال خبرداری او څه چې وشول',
  },
  remarks: {
    fa: 'یادداشت پرسش‌ها',
    en: 'Remarks on questions',
    ar: 'ملاحظات على الأسئلة',
    ckb: 'تێبینی لەسەر پرسیارەکان',
    prs: 'یادداشت پرسش‌ها',
    ps: 'د پوښتنو یادښتونه',
  },
} as const satisfies Readonly<Record<string, Texts>>;

/** What is added to a header for the Solar Hijri text of a date, and for the offset of a moment. */
export const dateTexts = {
  solar: {
    fa: 'هجری شمسی',
    en: 'Solar Hijri',
    ar: 'هجري شمسي',
    ckb: 'هەتاوی',
    prs: 'هجری شمسی',
    ps: 'لمریز هجري',
  },
  offset: {
    fa: 'اختلاف با ساعت جهانی',
    en: 'UTC offset',
    ar: 'الفرق عن التوقيت العالمي',
    ckb: 'جیاوازی لەگەڵ کاتی جیهانی',
    prs: 'تفاوت با وقت جهانی',
    ps: 'له نړیوال وخت سره توپیر',
  },
} as const satisfies Readonly<Record<string, Texts>>;

/** Headings and words of the dictionary sheet. */
export const dictionaryTexts = {
  title: {
    fa: 'فرهنگ داده',
    en: 'Data dictionary',
    ar: 'قاموس البيانات',
    ckb: 'فەرهەنگی داتا',
    prs: 'فرهنگ داده‌ها',
    ps: 'د معلوماتو قاموس',
  },
  sheet: { fa: 'برگه', en: 'Sheet', ar: 'الورقة', ckb: 'پەڕە', prs: 'ورق', ps: 'پاڼه' },
  column: {
    fa: 'نام ستون',
    en: 'Column',
    ar: 'اسم العمود',
    ckb: 'ناوی ستوون',
    prs: 'نام ستون',
    ps: 'د ستون نوم',
  },
  label: { fa: 'عنوان', en: 'Label', ar: 'العنوان', ckb: 'ناونیشان', prs: 'عنوان', ps: 'سرلیک' },
  type: { fa: 'نوع', en: 'Type', ar: 'النوع', ckb: 'جۆر', prs: 'نوع', ps: 'ډول' },
  note: { fa: 'توضیح', en: 'Note', ar: 'ملاحظة', ckb: 'تێبینی', prs: 'توضیح', ps: 'یادونه' },
  kept_as_text: {
    fa: 'عددهای بیش از ۱۵ رقم برای آن که تغییر نکنند به صورت متن نوشته شده‌اند؛ تعداد:',
    en: 'Numbers of more than 15 digits are written as text so that none of their digits changes; how many:',
    ar: 'الأعداد التي تزيد على ١٥ رقمًا مكتوبة نصًّا كي لا يتغيّر أي من أرقامها؛ عددها:',
    ckb: 'ژمارەکانی زیاتر لە ١٥ ڕەنووس وەک دەق نووسراون تا هیچ ڕەنووسێکیان نەگۆڕێت؛ ژمارەیان:',
    prs: 'عددهای بیش از ۱۵ رقم برای آن که تغییر نکنند به شکل متن نوشته شده‌اند؛ تعداد:',
    ps: 'له ۱۵ رقمونو زیات عددونه د متن په بڼه لیکل شوي چې هېڅ رقم یې بدل نه شي؛ شمېر:',
  },
} as const satisfies Readonly<Record<string, Texts>>;

/** Names of the kinds of columns. */
export const typeTexts = {
  text: { fa: 'متن', en: 'text', ar: 'نص', ckb: 'دەق', prs: 'متن', ps: 'متن' },
  integer: {
    fa: 'عدد صحیح',
    en: 'whole number',
    ar: 'عدد صحيح',
    ckb: 'ژمارەی تەواو',
    prs: 'عدد صحیح',
    ps: 'بشپړ عدد',
  },
  decimal: { fa: 'عدد', en: 'number', ar: 'عدد', ckb: 'ژمارە', prs: 'عدد', ps: 'عدد' },
  date: {
    fa: 'تاریخ میلادی',
    en: 'Gregorian date',
    ar: 'تاريخ ميلادي',
    ckb: 'بەرواری زایینی',
    prs: 'تاریخ میلادی',
    ps: 'میلادي نېټه',
  },
  datetime: {
    fa: 'تاریخ و ساعت میلادی',
    en: 'Gregorian date and time',
    ar: 'تاريخ ووقت ميلاديان',
    ckb: 'بەروار و کاتی زایینی',
    prs: 'تاریخ و ساعت میلادی',
    ps: 'میلادي نېټه او وخت',
  },
} as const satisfies Readonly<Record<string, Texts>>;

/** What was done about a warning. */
export const outcomeTexts = {
  corrected: {
    fa: 'اصلاح پیشنهادی پذیرفته شد',
    en: 'correction taken',
    ar: 'قُبل التصحيح المقترح',
    ckb: 'ڕاستکردنەوەی پێشنیارکراو وەرگیرا',
    prs: 'اصلاح پیشنهادی پذیرفته شد',
    ps: 'وړاندیز شوی سمون ومنل شو',
  },
  changed: {
    fa: 'دوباره نوشته شد',
    en: 'typed anew',
    ar: 'كُتب من جديد',
    ckb: 'سەرلەنوێ نووسرایەوە',
    prs: 'دوباره نوشته شد',
    ps: 'له سره ولیکل شو',
  },
  kept: {
    fa: 'همان که بود ماند',
    en: 'kept as typed',
    ar: 'بقي كما كُتب',
    ckb: 'وەک خۆی مایەوە',
    prs: 'همان‌طور ماند',
    ps: 'هماغسې پاتې شو',
  },
} as const satisfies Readonly<Record<WarningOutcome, Texts>>;

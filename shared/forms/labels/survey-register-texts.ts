import type { commentForm } from '../definitions/comment.ts';
import type {
  assignmentForm,
  exchangeRateForm,
  personForm,
  referencePriceForm,
  roundForm,
  unitFactorForm,
} from '../definitions/survey-registers.ts';
import type { FormTexts } from './texts.ts';

const names = { fa: 'نام‌ها', en: 'Names' } as const;
const scope = { fa: 'دامنه', en: 'Scope' } as const;
const notes = { fa: 'منبع و یادداشت', en: 'Source and notes' } as const;
const nameEn = { fa: 'نام انگلیسی', en: 'Name in English' } as const;
const nameFa = { fa: 'نام فارسی', en: 'Name in Persian' } as const;
const note = { fa: 'یادداشت', en: 'Note' } as const;
const source = { fa: 'منبع', en: 'Source' } as const;
const market = { fa: 'بازار', en: 'Market' } as const;
const currency = { fa: 'واحد پول', en: 'Currency' } as const;
const level = { fa: 'سطح بازار', en: 'Level of trade' } as const;
const dated = { fa: 'تاریخ', en: 'Date' } as const;

/** Texts of the register of survey rounds. */
export const roundTexts: FormTexts<typeof roundForm> = {
  title: { fa: 'نوبت‌های پیمایش', en: 'Survey rounds' },
  sections: { names, scope },
  fields: {
    name_fa: nameFa,
    name_en: nameEn,
    state: { fa: 'وضعیت', en: 'State' },
    starts_on: { fa: 'آغاز', en: 'Starts on' },
    ends_on: { fa: 'پایان', en: 'Ends on' },
    countries: { fa: 'کشورها', en: 'Countries' },
    markets: { fa: 'بازارها', en: 'Markets' },
    products: { fa: 'کالاها', en: 'Products' },
    keeps_originals: {
      fa: 'اصل عکس‌ها هم نگه داشته شود؟',
      en: 'Keep the originals of photos as well?',
    },
  },
};

/** Texts of the register of the team. */
export const personTexts: FormTexts<typeof personForm> = {
  title: { fa: 'گروه کارشناسان', en: 'Team' },
  sections: { names, work: { fa: 'کار', en: 'Work' } },
  fields: {
    name_fa: nameFa,
    name_en: nameEn,
    role: { fa: 'نقش', en: 'Role' },
    team: { fa: 'گروه', en: 'Team' },
    regions: { fa: 'مناطق پیمایش', en: 'Survey regions' },
    is_active: { fa: 'فعال است؟', en: 'Active?' },
  },
};

/** Texts of the register of exchange rates. */
export const exchangeRateTexts: FormTexts<typeof exchangeRateForm> = {
  title: { fa: 'نرخ‌های ارز', en: 'Exchange rates' },
  sections: { rate: { fa: 'نرخ', en: 'Rate' }, place: { fa: 'مکان', en: 'Place' }, notes },
  fields: {
    currency,
    dated,
    kind: { fa: 'نوع نرخ', en: 'Kind of rate' },
    buy: { fa: 'خرید هر دلار', en: 'Buying rate of 1 USD' },
    sell: { fa: 'فروش هر دلار', en: 'Selling rate of 1 USD' },
    country: { fa: 'کشور', en: 'Country' },
    admin1_pcode: { fa: 'استان', en: 'Governorate / province' },
    market,
    source,
    note,
  },
};

/** Texts of the register of local measures. */
export const unitFactorTexts: FormTexts<typeof unitFactorForm> = {
  title: { fa: 'اندازه‌های محلی', en: 'Local measures' },
  sections: {
    measure: { fa: 'اندازه', en: 'Measure' },
    place: { fa: 'مکان', en: 'Place' },
    notes: { fa: 'عکس و یادداشت', en: 'Photo and note' },
  },
  fields: {
    unit: { fa: 'واحد', en: 'Unit' },
    factor: {
      fa: 'هر یک از آن اینجا چقدر است؟',
      en: 'What is one of it here?',
      hint: {
        fa: 'به واحد پایه: کیلوگرم، لیتر، متر یا عدد. اگر چند تا وزن کردید، تقسیم کنید.',
        en: 'In the base unit: kilograms, litres, metres or pieces. Weighed several? Divide.',
      },
    },
    dated: { fa: 'تاریخ وزن‌کردن', en: 'Weighed on' },
    country: { fa: 'کشور', en: 'Country' },
    admin1_pcode: { fa: 'استان', en: 'Governorate / province' },
    market: {
      fa: 'بازار',
      en: 'Market',
      hint: {
        fa: 'اگر در همهٔ بازارهای استان همین است، خالی بگذارید.',
        en: 'Leave it empty where it is the same in all markets of the province.',
      },
    },
    photo: { fa: 'عکس ترازو', en: 'Photo of the scales' },
    note,
  },
};

/** Texts of the register of assignments. */
export const assignmentTexts: FormTexts<typeof assignmentForm> = {
  title: { fa: 'مأموریت‌ها', en: 'Assignments' },
  sections: { scope, notes },
  fields: {
    round: { fa: 'نوبت پیمایش', en: 'Survey round' },
    person: { fa: 'کارشناس', en: 'Surveyor' },
    market,
    products: { fa: 'کالاها', en: 'Products' },
    level,
    quotations: { fa: 'تعداد استعلام برای هر کالا', en: 'Quotations per product' },
    due_on: { fa: 'مهلت', en: 'Due on' },
    note,
  },
};

/** Texts of the register of reference prices. */
export const referencePriceTexts: FormTexts<typeof referencePriceForm> = {
  title: { fa: 'قیمت‌های مرجع', en: 'Reference prices' },
  sections: { scope, figure: { fa: 'رقم', en: 'Figure' }, notes },
  fields: {
    product: { fa: 'کالا', en: 'Product' },
    market,
    item_spec: { fa: 'مشخصات کالا', en: 'Item description' },
    level,
    period: { fa: 'دوره', en: 'Period' },
    dated,
    price: { fa: 'قیمت', en: 'Price' },
    currency,
    unit: { fa: 'واحد', en: 'Unit' },
    unit_count: { fa: 'تعداد واحد', en: 'Number of units' },
    quotations: { fa: 'تعداد استعلام', en: 'Number of quotations' },
    source,
    note,
  },
};

/** Texts of a comment on a record. */
export const commentTexts: FormTexts<typeof commentForm> = {
  title: { fa: 'یادداشت بازبینی', en: 'Comment' },
  sections: { comment: { fa: 'یادداشت', en: 'Comment' } },
  fields: {
    on_record: { fa: 'رکورد', en: 'Record' },
    on_field: { fa: 'پرسش', en: 'Question' },
    text: { fa: 'متن', en: 'Text' },
  },
};

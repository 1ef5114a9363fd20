import type { SourceTexts } from '../../core/language.ts';
import type {
  brandForm,
  currencyForm,
  originForm,
  productForm,
  unitForm,
} from '../definitions/trade-registers.ts';
import { otherNames, standing } from './item-name-texts.ts';
import type { FormTexts } from './texts.ts';

const nameEn = { fa: 'نام انگلیسی', en: 'Name in English' } as const;
const nameFa = { fa: 'نام فارسی', en: 'Name in Persian' } as const;
const nameAr = { fa: 'نام عربی', en: 'Name in Arabic' } as const;
const nameCkb = { fa: 'نام کردی سورانی', en: 'Name in Sorani Kurdish' } as const;
const namePs = { fa: 'نام پشتو', en: 'Name in Pashto' } as const;
const nameLocal = { fa: 'نام به زبان محل', en: 'Name in the local language' } as const;
const names = { fa: 'نام‌ها', en: 'Names' } as const;
const properties = { fa: 'ویژگی‌ها', en: 'Properties' } as const;
const source = { fa: 'منبع', en: 'Source' } as const;

function lowest(fa: string, en: string): SourceTexts {
  return {
    fa: `کمترین قیمت ممکن در سطح ${fa} (دلار برای هر واحد استاندارد)`,
    en: `Lowest possible price, ${en} (USD per standard unit)`,
  };
}

function highest(fa: string, en: string): SourceTexts {
  return {
    fa: `بیشترین قیمت ممکن در سطح ${fa} (دلار برای هر واحد استاندارد)`,
    en: `Highest possible price, ${en} (USD per standard unit)`,
  };
}

const limitsOfLevels = {
  price_usd_min_producer: lowest('تولیدکننده', 'producer'),
  price_usd_max_producer: highest('تولیدکننده', 'producer'),
  price_usd_min_import: lowest('واردات', 'import'),
  price_usd_max_import: highest('واردات', 'import'),
  price_usd_min_wholesale: lowest('عمده‌فروشی', 'wholesale'),
  price_usd_max_wholesale: highest('عمده‌فروشی', 'wholesale'),
  price_usd_min_semi_wholesale: lowest('بنکداری', 'semi-wholesale'),
  price_usd_max_semi_wholesale: highest('بنکداری', 'semi-wholesale'),
  price_usd_min_retail: lowest('خرده‌فروشی', 'retail'),
  price_usd_max_retail: highest('خرده‌فروشی', 'retail'),
};

/** Texts of the register of products. */
export const productTexts: FormTexts<typeof productForm> = {
  title: { fa: 'کالاها', en: 'Products' },
  sections: { names, properties, limits: { fa: 'حدود قیمت', en: 'Price limits' } },
  fields: {
    name_en: nameEn,
    name_fa: nameFa,
    name_ar: nameAr,
    name_ckb: nameCkb,
    name_ps: namePs,
    other_names: otherNames,
    hs6: { fa: 'کد HS شش‌رقمی', en: 'HS-6 code' },
    hs2022_description: { fa: 'شرح HS 2022', en: 'HS 2022 description' },
    sector: { fa: 'گروه کالا', en: 'Sector' },
    std_unit: { fa: 'واحد استاندارد', en: 'Standard unit' },
    is_perishable: { fa: 'فاسدشدنی است؟', en: 'Perishable?' },
    is_durable: { fa: 'بادوام است؟', en: 'Durable?' },
    is_priority_desk: { fa: 'از میزهای تخصصی است؟', en: 'Of a priority desk?' },
    price_usd_min: {
      fa: 'کمترین قیمت ممکن (دلار برای هر واحد استاندارد)',
      en: 'Lowest possible price (USD per standard unit)',
    },
    price_usd_max: {
      fa: 'بیشترین قیمت ممکن (دلار برای هر واحد استاندارد)',
      en: 'Highest possible price (USD per standard unit)',
    },
    ...limitsOfLevels,
  },
};

/** Texts of the register of units. */
export const unitTexts: FormTexts<typeof unitForm> = {
  title: { fa: 'واحدها', en: 'Units' },
  sections: { names, properties, source },
  fields: {
    name_en: nameEn,
    name_fa: nameFa,
    name_local: nameLocal,
    name_ar: nameAr,
    name_ckb: nameCkb,
    name_prs: { fa: 'نام دری', en: 'Name in Dari' },
    name_ps: namePs,
    dimension: { fa: 'کمیت', en: 'Dimension' },
    needs_content: { fa: 'مقدار خالص پرسیده شود؟', en: 'Is the net content asked?' },
    base_unit: { fa: 'واحد پایه', en: 'Base unit' },
    factor_to_base: { fa: 'ضریب تبدیل به واحد پایه', en: 'Factor to the base unit' },
    country: { fa: 'کشور', en: 'Country' },
    region: { fa: 'منطقهٔ رواج', en: 'Region where it is used' },
    confidence: { fa: 'میزان اطمینان', en: 'Certainty' },
    source_note: { fa: 'یادداشت منبع', en: 'Note on the source' },
  },
};

/** Texts of the register of currencies. */
export const currencyTexts: FormTexts<typeof currencyForm> = {
  title: { fa: 'ارزها', en: 'Currencies' },
  sections: { names, properties, source },
  fields: {
    name_en: nameEn,
    name_fa: nameFa,
    name_ar: nameAr,
    symbol: { fa: 'نماد', en: 'Symbol' },
    is_iso4217: { fa: 'در ISO 4217 هست؟', en: 'In ISO 4217?' },
    iso_code: { fa: 'کد ISO', en: 'ISO code' },
    iso_factor: { fa: 'هر واحد برابر چند واحد ISO است', en: 'Units of the ISO currency in one' },
    iso_minor_units: { fa: 'رقم اعشار در ISO', en: 'Minor units in ISO' },
    display_decimals: { fa: 'رقم اعشار در نمایش', en: 'Decimals shown' },
    notes: { fa: 'یادداشت', en: 'Notes' },
  },
};

/** Texts of the register of origins. */
export const originTexts: FormTexts<typeof originForm> = {
  title: { fa: 'کشورهای مبدأ', en: 'Countries of origin' },
  sections: { names, properties },
  fields: {
    iso3: { fa: 'کد سه‌حرفی ISO', en: 'ISO alpha-3 code' },
    name_en: nameEn,
    name_fa: nameFa,
    name_ar: nameAr,
    entry_routes: { fa: 'مسیرهای ورود', en: 'Entry routes' },
  },
};

/** Texts of the register of brands. */
export const brandTexts: FormTexts<typeof brandForm> = {
  title: { fa: 'برندها', en: 'Brands' },
  sections: { names, properties },
  fields: {
    name_local: { fa: 'نام چاپ‌شده روی بسته', en: 'Name as printed' },
    name_en: nameEn,
    name_fa: nameFa,
    other_names: otherNames,
    standing,
    manufacturer: { fa: 'تولیدکننده', en: 'Manufacturer' },
    origin: { fa: 'کشور مبدأ', en: 'Country of origin' },
    products: { fa: 'کالاها', en: 'Products' },
  },
};

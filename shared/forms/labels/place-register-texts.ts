import type {
  adminAreaForm,
  crossingForm,
  marketForm,
  outletForm,
} from '../definitions/place-registers.ts';
import { otherNames, standing } from './item-name-texts.ts';
import type { FormTexts } from './texts.ts';

const names = {
  name_en: { fa: 'نام انگلیسی', en: 'Name in English' },
  name_fa: { fa: 'نام فارسی', en: 'Name in Persian' },
  name_ar: { fa: 'نام عربی', en: 'Name in Arabic' },
  name_ckb: { fa: 'نام کردی سورانی', en: 'Name in Sorani Kurdish' },
  name_ps: { fa: 'نام پشتو', en: 'Name in Pashto' },
  name_local: { fa: 'نام به زبان محل', en: 'Name in the local language' },
} as const;
const sections = {
  names: { fa: 'نام‌ها', en: 'Names' },
  place: { fa: 'مکان', en: 'Place' },
} as const;
const coordinates = {
  latitude: { fa: 'عرض جغرافیایی', en: 'Latitude' },
  longitude: { fa: 'طول جغرافیایی', en: 'Longitude' },
} as const;
const country = { fa: 'کشور', en: 'Country' } as const;
const surveyRegion = { fa: 'منطقهٔ پیمایش', en: 'Survey region' } as const;
const province = { fa: 'استان', en: 'Governorate / province' } as const;

/** Texts of the register of provinces and districts. */
export const adminAreaTexts: FormTexts<typeof adminAreaForm> = {
  title: { fa: 'استان‌ها و شهرستان‌ها', en: 'Provinces and districts' },
  sections,
  fields: {
    ...names,
    level: { fa: 'سطح', en: 'Level' },
    country,
    parent: province,
    name_wfp: { fa: 'نام در داده‌های WFP', en: 'Name in WFP data' },
    iso_3166_2: { fa: 'کد ISO 3166-2', en: 'ISO 3166-2 code' },
    survey_region: surveyRegion,
  },
};

/** Texts of the register of markets. */
export const marketTexts: FormTexts<typeof marketForm> = {
  title: { fa: 'بازارها', en: 'Markets' },
  sections,
  fields: {
    ...names,
    ...coordinates,
    country,
    admin1_pcode: province,
    other_names: otherNames,
    market_type: { fa: 'نوع بازار', en: 'Type of market' },
    survey_region: surveyRegion,
    coordinate_source: { fa: 'منبع مختصات', en: 'Source of the coordinates' },
    wfp_market_id: { fa: 'شناسهٔ WFP', en: 'WFP market ID' },
    known_places_en: { fa: 'جاهای شناخته‌شده (انگلیسی)', en: 'Known places (English)' },
    known_places_fa: { fa: 'جاهای شناخته‌شده (فارسی)', en: 'Known places (Persian)' },
  },
};

/** Texts of the register of border crossings. */
export const crossingTexts: FormTexts<typeof crossingForm> = {
  title: { fa: 'گذرگاه‌های مرزی', en: 'Border crossings' },
  sections: { ...sections, state: { fa: 'وضعیت', en: 'State' } },
  fields: {
    ...coordinates,
    name_en: names.name_en,
    name_fa: names.name_fa,
    other_side_en: { fa: 'نام آن سوی مرز (انگلیسی)', en: 'Name of the other side (English)' },
    other_side_fa: { fa: 'نام آن سوی مرز (فارسی)', en: 'Name of the other side (Persian)' },
    other_side_local: { fa: 'نام آن سوی مرز (محلی)', en: 'Name of the other side (local)' },
    kind: { fa: 'نوع گذرگاه', en: 'Kind of crossing' },
    from_country: { fa: 'از کشور', en: 'From country' },
    to_country: { fa: 'به کشور', en: 'To country' },
    admin1_iran: { fa: 'استان در ایران', en: 'Province in Iran' },
    admin1_target: { fa: 'استان در کشور مقصد', en: 'Province in the country of destination' },
    serves_regions: { fa: 'مناطقی که پوشش می‌دهد', en: 'Regions it serves' },
    precision_km: { fa: 'دقت مختصات (کیلومتر)', en: 'Precision of the coordinates (km)' },
    is_open: { fa: 'باز است؟', en: 'Is it open?' },
    checked_on: { fa: 'تاریخ آخرین بررسی', en: 'Last checked on' },
  },
};

/** Texts of the register of outlets. */
export const outletTexts: FormTexts<typeof outletForm> = {
  title: { fa: 'واحدهای صنفی', en: 'Outlets' },
  sections,
  fields: {
    ...coordinates,
    name_local: { fa: 'نام واحد صنفی', en: 'Name of outlet' },
    other_names: otherNames,
    standing,
    market: { fa: 'بازار', en: 'Market' },
    outlet_type: { fa: 'نوع واحد صنفی', en: 'Type of outlet' },
    market_level: { fa: 'سطح بازار', en: 'Level of trade' },
    note: { fa: 'توضیحات', en: 'Remarks' },
  },
};

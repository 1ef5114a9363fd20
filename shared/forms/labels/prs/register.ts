import type { PlusCode } from '../../choices.ts';
import type { registerLists } from '../../lists/register-lists.ts';
import type { FixedUnit } from '../../unit.ts';
import type { ListTranslation } from '../texts.ts';

export const choices: ListTranslation<typeof registerLists> = {
  country: {
    IRQ: 'عراق',
    AFG: 'افغانستان',
    IRN: 'ایران',
  },
  admin_level: {
    1: 'ولایت',
    2: 'ولسوالی',
  },
  survey_region: {
    kri: 'اقلیم کردستان',
    south: 'جنوب',
    mid_euphrates: 'فرات میانه',
    centre: 'مرکز',
    north: 'شمال',
    west: 'غرب',
    southwest: 'جنوب غرب',
    east: 'شرق',
    northeast: 'شمال شرق',
    southeast: 'جنوب شرق',
    central_highlands: 'مناطق مرکزی',
    origin: 'مبدأ (قزوین)',
  },
  sector: {
    detergent: 'شوینده و صحی',
    ceramic: 'کاشی و سرامیک',
    cable: 'سیم و کابل',
    glass: 'شیشه',
    food: 'مواد غذایی',
    dryfruit: 'میوهٔ خشک و میوه',
    appliance: 'لوازم خانگی',
    electric: 'برق و روشنایی',
    plastic: 'پلاستیک',
    textile: 'نساجی و فرش',
    building: 'مصالح و فلزات',
    chemical: 'شیمیایی و رنگ',
    paper: 'سلولزی',
    auto: 'موتر و موتورسیکلت',
  },
  dimension: {
    mass: 'جرم',
    volume: 'حجم',
    length: 'طول',
    area: 'سطح',
    count: 'شمار',
    container: 'ظرف یا بسته',
  },
  base_unit: {
    kg: 'کیلوگرام',
    l: 'لیتر',
    m: 'متر',
    m2: 'متر مربع',
    piece: 'عدد',
    set: 'دست یا سرویس',
  },
  certainty: {
    exact: 'دقیق',
    high: 'زیاد',
    medium: 'متوسط',
    low: 'کم',
    declared: 'پرسیده می‌شود',
    unverified: 'تأییدنشده',
  },
  crossing_kind: {
    official: 'رسمی',
    border_bazaar: 'بازارچهٔ مرزی',
    rail: 'راه‌آهن',
    competitor_route: 'مسیر رقبا',
  },
  round_state: {
    planned: 'پلان‌شده',
    open: 'باز',
    closed: 'بسته',
  },
  // native reader: translated without one.
  item_standing: {
    proposed: 'پیشنهاد از ساحه',
    confirmed: 'تأییدشده',
  },
  team_role: {
    surveyor: 'سروی‌کننده',
    supervisor: 'ناظر',
    secretariat: 'دارالانشاء',
  },
};

export const plus: Readonly<Record<PlusCode, string>> = {
  other: 'دیگر',
  unbranded: 'بدون برند',
  unknown: 'نامعلوم',
  new_product: 'جنس نو (در لیست نیست)',
};

export const fixedUnits: Readonly<Record<FixedUnit, string>> = {
  deg_wgs84: 'درجه (WGS 84)',
  m: 'متر',
  day: 'روز',
  month: 'ماه',
  year: 'سال',
  count: 'عدد',
  percent: 'فیصد',
  local_currency: 'پول محلی',
  usd: 'دالر',
};

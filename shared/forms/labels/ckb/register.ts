import type { PlusCode } from '../../choices.ts';
import type { registerLists } from '../../lists/register-lists.ts';
import type { FixedUnit } from '../../unit.ts';
import type { ListTranslation } from '../texts.ts';

export const choices: ListTranslation<typeof registerLists> = {
  country: {
    IRQ: 'عێراق',
    AFG: 'ئەفغانستان',
    IRN: 'ئێران',
  },
  // native reader: translated without one.
  admin_level: {
    1: 'پارێزگا',
    2: 'قەزا',
  },
  // native reader: translated without one.
  survey_region: {
    kri: 'هەرێمی کوردستان',
    south: 'باشوور',
    mid_euphrates: 'فوراتی ناوەڕاست',
    centre: 'ناوەند',
    north: 'باکوور',
    west: 'ڕۆژئاوا',
    southwest: 'باشووری ڕۆژئاوا',
    east: 'ڕۆژهەڵات',
    northeast: 'باکووری ڕۆژهەڵات',
    southeast: 'باشووری ڕۆژهەڵات',
    central_highlands: 'بەرزاییەکانی ناوەند',
    origin: 'سەرچاوە (قەزوین)',
  },
  sector: {
    detergent: 'پاککەرەوە',
    ceramic: 'کاشی و سیرامیک',
    cable: 'وایەر و کێبڵ',
    glass: 'شووشە',
    food: 'خۆراک',
    dryfruit: 'میوەی وشک و تازە',
    appliance: 'کەلوپەلی ناوماڵ',
    electric: 'کارەبایی',
    plastic: 'پلاستیک',
    textile: 'چنین و فەرش',
    building: 'کەرەستەی بیناسازی و کانزا',
    chemical: 'کیمیایی و بۆیە',
    paper: 'کاغەز',
    auto: 'ئۆتۆمبێل و ماتۆڕ',
  },
  // native reader: translated without one.
  dimension: {
    mass: 'بارستایی',
    volume: 'قەبارە',
    length: 'درێژی',
    area: 'ڕووبەر',
    count: 'ژمارە',
    container: 'دەفر یان پاکەت',
  },
  base_unit: {
    kg: 'کیلۆگرام',
    l: 'لیتر',
    m: 'مەتر',
    m2: 'مەتری چوارگۆشە',
    piece: 'دانە',
    set: 'تاقم',
  },
  // native reader: translated without one.
  certainty: {
    exact: 'ورد',
    high: 'زۆر',
    medium: 'مامناوەند',
    low: 'کەم',
    declared: 'هەموو جار دەپرسرێت',
    unverified: 'پشتڕاست نەکراوەتەوە',
  },
  // native reader: translated without one.
  crossing_kind: {
    official: 'فەرمی',
    border_bazaar: 'بازاڕی سنووری',
    rail: 'هێڵی ئاسن',
    competitor_route: 'ڕێگای ڕکابەران',
  },
  // native reader: translated without one.
  round_state: {
    planned: 'پلان بۆ دانراوە',
    open: 'کراوە',
    closed: 'داخراوە',
  },
  // native reader: translated without one.
  item_standing: {
    proposed: 'پێشنیاری مەیدانی',
    confirmed: 'پشتڕاستکراوە',
  },
  team_role: {
    surveyor: 'توێژەری مەیدانی',
    supervisor: 'سەرپەرشتیار',
    secretariat: 'سکرتاریەت',
  },
};

export const plus: Readonly<Record<PlusCode, string>> = {
  other: 'هی تر',
  unbranded: 'بێ براند',
  unknown: 'نەزانراو',
  new_product: 'کاڵای نوێ (لە لیستدا نییە)',
};

export const fixedUnits: Readonly<Record<FixedUnit, string>> = {
  deg_wgs84: 'پلە (WGS 84)',
  m: 'مەتر',
  day: 'ڕۆژ',
  month: 'مانگ',
  year: 'ساڵ',
  count: 'دانە',
  percent: '٪',
  local_currency: 'دراوی ناوخۆ',
  usd: 'دۆلار',
};

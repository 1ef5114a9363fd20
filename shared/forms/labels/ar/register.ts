import type { PlusCode } from '../../choices.ts';
import type { registerLists } from '../../lists/register-lists.ts';
import type { FixedUnit } from '../../unit.ts';
import type { ListTranslation } from '../texts.ts';

export const choices: ListTranslation<typeof registerLists> = {
  country: {
    IRQ: 'العراق',
    AFG: 'أفغانستان',
    IRN: 'إيران',
  },
  // native reader: translated without one.
  admin_level: {
    1: 'محافظة أو ولاية',
    2: 'قضاء أو مديرية',
  },
  // native reader: translated without one.
  survey_region: {
    kri: 'إقليم كردستان',
    south: 'الجنوب',
    mid_euphrates: 'الفرات الأوسط',
    centre: 'الوسط',
    north: 'الشمال',
    west: 'الغرب',
    southwest: 'الجنوب الغربي',
    east: 'الشرق',
    northeast: 'الشمال الشرقي',
    southeast: 'الجنوب الشرقي',
    central_highlands: 'المرتفعات الوسطى',
    origin: 'المنشأ (قزوين)',
  },
  sector: {
    detergent: 'منظفات',
    ceramic: 'كاشي وسيراميك',
    cable: 'أسلاك وكيبلات',
    glass: 'زجاج',
    food: 'غذائية',
    dryfruit: 'فواكه مجففة وطازجة',
    appliance: 'أجهزة منزلية',
    electric: 'كهربائيات',
    plastic: 'بلاستيك',
    textile: 'نسيج وسجاد',
    building: 'مواد بناء ومعادن',
    chemical: 'كيمياويات وأصباغ',
    paper: 'ورقيات',
    auto: 'سيارات ودراجات نارية',
  },
  // native reader: translated without one.
  dimension: {
    mass: 'الكتلة',
    volume: 'الحجم',
    length: 'الطول',
    area: 'المساحة',
    count: 'العدد',
    container: 'وعاء أو عبوة',
  },
  base_unit: {
    kg: 'كيلوغرام',
    l: 'لتر',
    m: 'متر',
    m2: 'متر مربع',
    piece: 'قطعة',
    set: 'طقم',
  },
  // native reader: translated without one.
  certainty: {
    exact: 'دقيق',
    high: 'عالٍ',
    medium: 'متوسط',
    low: 'منخفض',
    declared: 'يُسأل في كل مرة',
    unverified: 'غير مؤكد',
  },
  // native reader: translated without one.
  crossing_kind: {
    official: 'رسمي',
    border_bazaar: 'سوق حدودي',
    rail: 'سكة حديد',
    competitor_route: 'طريق المنافسين',
  },
  // native reader: translated without one.
  round_state: {
    planned: 'مخطط لها',
    open: 'مفتوحة',
    closed: 'مغلقة',
  },
  // native reader: translated without one.
  item_standing: {
    proposed: 'مقترح من الميدان',
    confirmed: 'مؤكد',
  },
  team_role: {
    surveyor: 'الباحث الميداني',
    supervisor: 'المشرف',
    secretariat: 'الأمانة',
  },
};

export const plus: Readonly<Record<PlusCode, string>> = {
  other: 'غيره',
  unbranded: 'بلا علامة',
  unknown: 'غير معروف',
  new_product: 'بضاعة جديدة (ليست في القائمة)',
};

export const fixedUnits: Readonly<Record<FixedUnit, string>> = {
  deg_wgs84: 'درجة (WGS 84)',
  m: 'متر',
  day: 'يوم',
  month: 'شهر',
  year: 'سنة',
  count: 'عدد',
  percent: '٪',
  local_currency: 'العملة المحلية',
  usd: 'دولار',
};

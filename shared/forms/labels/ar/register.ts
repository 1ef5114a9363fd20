import type { PlusCode } from '../../choices.ts';
import type { registerLists } from '../../lists/register-lists.ts';
import type { FixedUnit } from '../../unit.ts';
import type { ListTranslation } from '../texts.ts';

export const choices: Partial<ListTranslation<typeof registerLists>> = {
  country: {
    IRQ: 'العراق',
    AFG: 'أفغانستان',
    IRN: 'إيران',
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
  base_unit: {
    kg: 'كيلوغرام',
    l: 'لتر',
    m: 'متر',
    m2: 'متر مربع',
    piece: 'قطعة',
    set: 'طقم',
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

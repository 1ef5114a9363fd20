import type { PlusCode } from '../../choices.ts';
import type { registerLists } from '../../lists/register-lists.ts';
import type { FixedUnit } from '../../unit.ts';
import type { ListTranslation } from '../texts.ts';

export const choices: Partial<ListTranslation<typeof registerLists>> = {
  country: {
    IRQ: 'عێراق',
    AFG: 'ئەفغانستان',
    IRN: 'ئێران',
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
  base_unit: {
    kg: 'کیلۆگرام',
    l: 'لیتر',
    m: 'مەتر',
    m2: 'مەتری چوارگۆشە',
    piece: 'دانە',
    set: 'تاقم',
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

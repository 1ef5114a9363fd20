import type { SourceTexts } from '../../core/language.ts';
import type { PlusCode } from '../choices.ts';
import type { registerLists } from '../lists/register-lists.ts';
import type { FixedUnit } from '../unit.ts';
import type { ListTexts } from './texts.ts';

/** Texts of the choices of the lists only registers use. */
export const registerChoiceTexts: ListTexts<typeof registerLists> = {
  country: {
    IRQ: { fa: 'عراق', en: 'Iraq' },
    AFG: { fa: 'افغانستان', en: 'Afghanistan' },
    IRN: { fa: 'ایران', en: 'Iran' },
  },
  admin_level: {
    '1': { fa: 'استان', en: 'Governorate / province' },
    '2': { fa: 'شهرستان یا ولسوالی', en: 'District' },
  },
  survey_region: {
    kri: { fa: 'اقلیم کردستان', en: 'Kurdistan region' },
    south: { fa: 'جنوب', en: 'South' },
    mid_euphrates: { fa: 'فرات میانه', en: 'Mid-Euphrates' },
    centre: { fa: 'مرکز', en: 'Centre' },
    north: { fa: 'شمال', en: 'North' },
    west: { fa: 'غرب', en: 'West' },
    southwest: { fa: 'جنوب غرب', en: 'South-west' },
    east: { fa: 'شرق', en: 'East' },
    northeast: { fa: 'شمال شرق', en: 'North-east' },
    southeast: { fa: 'جنوب شرق', en: 'South-east' },
    central_highlands: { fa: 'مناطق مرکزی', en: 'Central highlands' },
    origin: { fa: 'مبدأ (قزوین)', en: 'Origin (Qazvin)' },
  },
  sector: {
    detergent: { fa: 'شوینده و بهداشتی', en: 'Detergents' },
    ceramic: { fa: 'کاشی و سرامیک', en: 'Tiles and ceramics' },
    cable: { fa: 'سیم و کابل', en: 'Wire and cable' },
    glass: { fa: 'شیشه', en: 'Glass' },
    food: { fa: 'مواد غذایی', en: 'Food' },
    dryfruit: { fa: 'خشکبار و میوه', en: 'Dried and fresh fruit' },
    appliance: { fa: 'لوازم خانگی', en: 'Home appliances' },
    electric: { fa: 'برق و روشنایی', en: 'Electrical goods' },
    plastic: { fa: 'پلاستیک', en: 'Plastics' },
    textile: { fa: 'نساجی و فرش', en: 'Textiles and carpets' },
    building: { fa: 'مصالح و فلزات', en: 'Building materials and metals' },
    chemical: { fa: 'شیمیایی و رنگ', en: 'Chemicals and paint' },
    paper: { fa: 'سلولزی', en: 'Paper' },
    auto: { fa: 'خودرو و موتورسیکلت', en: 'Vehicles and motorcycles' },
  },
  dimension: {
    mass: { fa: 'جرم', en: 'Mass' },
    volume: { fa: 'حجم', en: 'Volume' },
    length: { fa: 'طول', en: 'Length' },
    area: { fa: 'سطح', en: 'Area' },
    count: { fa: 'شمار', en: 'Count' },
    container: { fa: 'ظرف یا بسته', en: 'Container' },
  },
  base_unit: {
    kg: { fa: 'کیلوگرم', en: 'kilogram' },
    l: { fa: 'لیتر', en: 'litre' },
    m: { fa: 'متر', en: 'metre' },
    m2: { fa: 'متر مربع', en: 'square metre' },
    piece: { fa: 'عدد', en: 'piece' },
    set: { fa: 'دست یا سرویس', en: 'set' },
  },
  certainty: {
    exact: { fa: 'دقیق', en: 'Exact' },
    high: { fa: 'زیاد', en: 'High' },
    medium: { fa: 'متوسط', en: 'Medium' },
    low: { fa: 'کم', en: 'Low' },
    declared: { fa: 'پرسیده می‌شود', en: 'Asked each time' },
    unverified: { fa: 'تأییدنشده', en: 'Unverified' },
  },
  crossing_kind: {
    official: { fa: 'رسمی', en: 'Official' },
    border_bazaar: { fa: 'بازارچهٔ مرزی', en: 'Border bazaar' },
    rail: { fa: 'راه‌آهن', en: 'Railway' },
    competitor_route: { fa: 'مسیر رقبا', en: "Competitors' route" },
  },
  round_state: {
    planned: { fa: 'برنامه‌ریزی‌شده', en: 'Planned' },
    open: { fa: 'باز', en: 'Open' },
    closed: { fa: 'بسته', en: 'Closed' },
  },
  item_standing: {
    proposed: { fa: 'پیشنهاد میدان', en: 'Proposed from the field' },
    confirmed: { fa: 'تأییدشده', en: 'Confirmed' },
  },
  team_role: {
    surveyor: { fa: 'کارشناس میدانی', en: 'Surveyor' },
    supervisor: { fa: 'سرپرست', en: 'Supervisor' },
    secretariat: { fa: 'دبیرخانه', en: 'Secretariat' },
  },
};

/** Texts of the answers offered beside the items of a register. */
export const plusTexts: Readonly<Record<PlusCode, SourceTexts>> = {
  other: { fa: 'سایر', en: 'Other' },
  unbranded: { fa: 'بدون برند', en: 'Unbranded' },
  unknown: { fa: 'نامشخص', en: 'Unknown' },
  new_product: { fa: 'کالای تازه (در فهرست نیست)', en: 'New product (not listed)' },
};

/** Texts of the units with a fixed name. */
export const fixedUnitTexts: Readonly<Record<FixedUnit, SourceTexts>> = {
  deg_wgs84: { fa: 'درجه (WGS 84)', en: 'degrees (WGS 84)' },
  m: { fa: 'متر', en: 'm' },
  day: { fa: 'روز', en: 'days' },
  month: { fa: 'ماه', en: 'months' },
  year: { fa: 'سال', en: 'year' },
  count: { fa: 'عدد', en: 'count' },
  percent: { fa: 'درصد', en: '%' },
  local_currency: { fa: 'واحد پول محلی', en: 'local currency' },
  usd: { fa: 'دلار', en: 'USD' },
};

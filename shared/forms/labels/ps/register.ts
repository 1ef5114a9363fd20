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
  // native reader: translated without one.
  admin_level: {
    1: 'ولایت',
    2: 'ولسوالي',
  },
  // native reader: translated without one.
  survey_region: {
    kri: 'د کردستان سیمه',
    south: 'سهیل',
    mid_euphrates: 'منځنی فرات',
    centre: 'مرکز',
    north: 'شمال',
    west: 'لویدیځ',
    southwest: 'سهیل لویدیځ',
    east: 'ختیځ',
    northeast: 'شمال ختیځ',
    southeast: 'سهیل ختیځ',
    central_highlands: 'مرکزي سیمې',
    origin: 'سرچینه (قزوین)',
  },
  sector: {
    detergent: 'مینځونکي مواد',
    ceramic: 'کاشي او سرامیک',
    cable: 'سیم او کېبل',
    glass: 'ښیښه',
    food: 'خوراکي توکي',
    dryfruit: 'وچه او تازه مېوه',
    appliance: 'د کور وسایل',
    electric: 'برېښنايي توکي',
    plastic: 'پلاستیک',
    textile: 'ټوکر او غالۍ',
    building: 'ودانیز مواد او فلزات',
    chemical: 'کیمیاوي مواد او رنګ',
    paper: 'کاغذ',
    auto: 'موټر او موټرسایکل',
  },
  // native reader: translated without one.
  dimension: {
    mass: 'کتله',
    volume: 'حجم',
    length: 'اوږدوالی',
    area: 'مساحت',
    count: 'شمېر',
    container: 'لوښی یا بسته',
  },
  base_unit: {
    kg: 'کیلوګرام',
    l: 'لیتر',
    m: 'متر',
    m2: 'متر مربع',
    piece: 'دانه',
    set: 'سېټ',
  },
  // native reader: translated without one.
  certainty: {
    exact: 'دقیق',
    high: 'لوړ',
    medium: 'منځنی',
    low: 'ټیټ',
    declared: 'هر ځل پوښتل کېږي',
    unverified: 'نه دی تایید شوی',
  },
  // native reader: translated without one.
  crossing_kind: {
    official: 'رسمي',
    border_bazaar: 'سرحدي بازار',
    rail: 'اورګاډی',
    competitor_route: 'د سیالانو لار',
  },
  // native reader: translated without one.
  round_state: {
    planned: 'پلان شوی',
    open: 'خلاص',
    closed: 'تړلی',
  },
  // native reader: translated without one.
  item_standing: {
    proposed: 'له ساحې وړاندیز شوی',
    confirmed: 'تایید شوی',
  },
  team_role: {
    surveyor: 'سروې کوونکی',
    supervisor: 'څارونکی',
    secretariat: 'دارالانشا',
  },
};

export const plus: Readonly<Record<PlusCode, string>> = {
  other: 'نور',
  unbranded: 'بې برانډه',
  unknown: 'نامعلوم',
  new_product: 'نوی جنس (په لېست کې نشته)',
};

export const fixedUnits: Readonly<Record<FixedUnit, string>> = {
  deg_wgs84: 'درجه (WGS 84)',
  m: 'متر',
  day: 'ورځې',
  month: 'میاشتې',
  year: 'کال',
  count: 'دانه',
  percent: '٪',
  local_currency: 'کورنۍ پیسې',
  usd: 'ډالر',
};

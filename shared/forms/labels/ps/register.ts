import type { PlusCode } from '../../choices.ts';
import type { registerLists } from '../../lists/register-lists.ts';
import type { FixedUnit } from '../../unit.ts';
import type { ListTranslation } from '../texts.ts';

export const choices: Partial<ListTranslation<typeof registerLists>> = {
  country: {
    IRQ: 'عراق',
    AFG: 'افغانستان',
    IRN: 'ایران',
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
  base_unit: {
    kg: 'کیلوګرام',
    l: 'لیتر',
    m: 'متر',
    m2: 'متر مربع',
    piece: 'دانه',
    set: 'سېټ',
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

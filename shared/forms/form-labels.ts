import type { Texts } from '../core/language.ts';
import type { ListName, PlusCode } from './choices.ts';
import { plusCodes } from './choices.ts';
import type { FormId, FormOf } from './definitions/catalogue.ts';
import { commonChoiceTexts } from './labels/common-choice-texts.ts';
import { competitorChoiceTexts } from './labels/competitor-choice-texts.ts';
import { competitorTexts } from './labels/competitor-texts.ts';
import { demandChoiceTexts } from './labels/demand-choice-texts.ts';
import { demandTexts } from './labels/demand-texts.ts';
import {
  adminAreaTexts,
  crossingTexts,
  marketTexts,
  outletTexts,
} from './labels/place-register-texts.ts';
import { priceChoiceTexts } from './labels/price-choice-texts.ts';
import { priceTexts } from './labels/price-texts.ts';
import { fixedUnitTexts, plusTexts, registerChoiceTexts } from './labels/register-choice-texts.ts';
import {
  assignmentTexts,
  commentTexts,
  exchangeRateTexts,
  personTexts,
  referencePriceTexts,
  roundTexts,
  unitFactorTexts,
} from './labels/survey-register-texts.ts';
import type { FormLabels, FieldLabels } from './complete-labels.ts';
import { completeForm, completeList, completeLists } from './complete-labels.ts';
import type { FormTexts } from './labels/texts.ts';
import {
  brandTexts,
  currencyTexts,
  originTexts,
  productTexts,
  unitTexts,
} from './labels/trade-register-texts.ts';
import { visitChoiceTexts } from './labels/visit-choice-texts.ts';
import { visitTexts } from './labels/visit-texts.ts';
import type { FixedUnit } from './unit.ts';

const writtenForms: { readonly [Id in FormId]: FormTexts<FormOf<Id>> } = {
  visit: visitTexts,
  price: priceTexts,
  demand: demandTexts,
  competitor: competitorTexts,
  admin_area: adminAreaTexts,
  market: marketTexts,
  product: productTexts,
  unit: unitTexts,
  currency: currencyTexts,
  crossing: crossingTexts,
  origin: originTexts,
  brand: brandTexts,
  outlet: outletTexts,
  round: roundTexts,
  person: personTexts,
  exchange_rate: exchangeRateTexts,
  unit_factor: unitFactorTexts,
  assignment: assignmentTexts,
  reference_price: referencePriceTexts,
  comment: commentTexts,
};

const formLabels = Object.fromEntries(
  Object.entries(writtenForms).map(([id, texts]) => [id, completeForm(id, texts)]),
) as Readonly<Record<FormId, FormLabels>>;

const choiceLabels = completeLists({
  ...commonChoiceTexts,
  ...visitChoiceTexts,
  ...priceChoiceTexts,
  ...demandChoiceTexts,
  ...competitorChoiceTexts,
  ...registerChoiceTexts,
});

const plusLabels = completeList('plus', plusTexts);
const unitLabels = completeList('fixed_unit', fixedUnitTexts);

/** The title of a form. */
export function formTitle(form: FormId): Texts {
  return formLabels[form].title;
}

/** The heading of a section; undefined for a section the form lacks. */
export function sectionLabel(form: FormId, section: string): Texts | undefined {
  return formLabels[form].sections[section];
}

/** Label and hint of a field; undefined for a field the form lacks. */
export function fieldTexts(form: FormId, field: string): FieldLabels | undefined {
  return formLabels[form].fields[field];
}

/** The label of a row of a grid. */
export function gridRowLabel(form: FormId, field: string, row: string): Texts | undefined {
  return fieldTexts(form, field)?.rows?.[row];
}

// native reader: the four translations, made without one.
const partTexts: Readonly<Record<string, Texts>> = {
  latitude: {
    fa: 'عرض جغرافیایی',
    en: 'latitude',
    ar: 'خط العرض',
    ckb: 'پانی',
    prs: 'عرض جغرافیایی',
    ps: 'عرض البلد',
  },
  longitude: {
    fa: 'طول جغرافیایی',
    en: 'longitude',
    ar: 'خط الطول',
    ckb: 'درێژی',
    prs: 'طول جغرافیایی',
    ps: 'طول البلد',
  },
  source: { fa: 'منبع', en: 'source', ar: 'المصدر', ckb: 'سەرچاوە', prs: 'منبع', ps: 'سرچینه' },
  originals: {
    fa: 'اصل عکس‌ها',
    en: 'originals',
    ar: 'الأصول',
    ckb: 'وێنە ڕەسەنەکان',
    prs: 'اصل عکس‌ها',
    ps: 'اصلي انځورونه',
  },
  captions: {
    fa: 'شرح‌ها',
    en: 'captions',
    ar: 'الشروح',
    ckb: 'ڕوونکردنەوەکان',
    prs: 'شرح‌ها',
    ps: 'تشریحات',
  },
};

/** The label of one column of several that a field is exported as: a grid's row, a point's latitude, photos' captions. */
export function columnPartLabel(form: FormId, field: string, part: string): Texts | undefined {
  return gridRowLabel(form, field, part) ?? partTexts[part];
}

/** The label of a code of a fixed list. */
export function choiceLabel(list: ListName, code: string): Texts | undefined {
  return choiceLabels[list]?.[code];
}

/** The label of an answer offered beside a register's items; undefined for any other code. */
export function plusLabel(code: string): Texts | undefined {
  return isPlusCode(code) ? plusLabels[code] : undefined;
}

/** The label of a unit with a fixed name. */
export function fixedUnitLabel(name: FixedUnit): Texts {
  return unitLabels[name];
}

function isPlusCode(code: string): code is PlusCode {
  return plusCodes.some((plus) => plus === code);
}

import type { RegisterName } from '../choices.ts';
import type { Form } from '../define-form.ts';
import { commentForm } from './comment.ts';
import { competitorForm } from './competitor.ts';
import { demandForm } from './demand.ts';
import {
  adminAreaForm,
  crossingForm,
  marketForm,
  marketFormV1,
  outletForm,
  outletFormV1,
} from './place-registers.ts';
import { priceForm1 } from './price-1.ts';
import { priceForm2 } from './price-2.ts';
import { priceForm } from './price.ts';
import {
  assignmentForm,
  exchangeRateForm,
  personForm,
  referencePriceForm,
  roundForm,
  roundFormV1,
  unitFactorForm,
} from './survey-registers.ts';
import {
  brandForm,
  brandFormV1,
  currencyForm,
  originForm,
  productForm,
  productFormV1,
  productFormV2,
  unitForm,
  unitFormV1,
} from './trade-registers.ts';
import { visitForm } from './visit.ts';

/** The forms filled in at an outlet, newest version of each. */
export const surveyForms = {
  visit: visitForm,
  price: priceForm,
  demand: demandForm,
  competitor: competitorForm,
} as const;

/** The registers, newest version of each. */
export const registerForms = {
  admin_area: adminAreaForm,
  market: marketForm,
  product: productForm,
  unit: unitForm,
  currency: currencyForm,
  crossing: crossingForm,
  origin: originForm,
  brand: brandForm,
  outlet: outletForm,
  round: roundForm,
  person: personForm,
  exchange_rate: exchangeRateForm,
  unit_factor: unitFactorForm,
  assignment: assignmentForm,
  reference_price: referencePriceForm,
} as const satisfies { readonly [R in RegisterName]: Form<R> };

/** Every form, newest version of each; a form's id is the kind of its records. */
export const forms = { ...surveyForms, ...registerForms, comment: commentForm } as const;

/** The id of a form filled in at an outlet. */
export type SurveyFormId = keyof typeof surveyForms;
/** The id of any form, register or comment. */
export type FormId = keyof typeof forms;
/** The definition of the form named `Id`. */
export type FormOf<Id extends FormId> = (typeof forms)[Id];

/** The ids of all forms. */
export const formIds = Object.keys(forms) as readonly FormId[];
/** The ids of the forms filled in at an outlet, the visit first. */
export const surveyFormIds = Object.keys(surveyForms) as readonly SurveyFormId[];

// Every version ever published, oldest first: records entered under an old one are still read with it.
const published: { readonly [Id in FormId]: readonly Form[] } = {
  visit: [visitForm],
  price: [priceForm1, priceForm2, priceForm],
  demand: [demandForm],
  competitor: [competitorForm],
  admin_area: [adminAreaForm],
  market: [marketFormV1, marketForm],
  product: [productFormV1, productFormV2, productForm],
  unit: [unitFormV1, unitForm],
  currency: [currencyForm],
  crossing: [crossingForm],
  origin: [originForm],
  brand: [brandFormV1, brandForm],
  outlet: [outletFormV1, outletForm],
  round: [roundFormV1, roundForm],
  person: [personForm],
  exchange_rate: [exchangeRateForm],
  unit_factor: [unitFactorForm],
  assignment: [assignmentForm],
  reference_price: [referencePriceForm],
  comment: [commentForm],
};

function isFormId(id: string): id is FormId {
  return Object.hasOwn(forms, id);
}

/** True for the id of a form filled in at an outlet. */
export function isSurveyFormId(id: string): id is SurveyFormId {
  return Object.hasOwn(surveyForms, id);
}

/** The newest version of a form. */
export function formOf(id: FormId): Form {
  return forms[id];
}

/** One version of a form; undefined where there is no such form or version. */
export function formVersion(id: string, version: number): Form | undefined {
  return isFormId(id) ? published[id].find((form) => form.version === version) : undefined;
}

/** Every published version of every form. */
export function publishedForms(): readonly Form[] {
  return Object.values(published).flat();
}

import { priceForm } from './price.ts';

const {
  unit_factor: _factor3,
  unit_factor_source: _source3,
  unit_factor_date: _date3,
  unit_factor_item: _item3,
  ...fields
} = priceForm.fields;

/** The price form as it was published second: without the factor of a customary unit that was used. */
export const priceForm2 = { ...priceForm, version: 2, fields } as const;

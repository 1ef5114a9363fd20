import { priceForm } from './price.ts';

const { fx_date: _since2, ...fields } = priceForm.fields;

/** The price form as it was first published: without the day of the rate used. */
export const priceForm1 = { ...priceForm, version: 1, fields } as const;

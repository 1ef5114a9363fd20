import { priceForm2 } from './price-2.ts';

const { fx_date: _since2, ...fields } = priceForm2.fields;

/** The price form as it was first published: without the day of the rate used. */
export const priceForm1 = { ...priceForm2, version: 1, fields } as const;

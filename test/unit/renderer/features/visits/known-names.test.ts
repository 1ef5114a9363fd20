import { describe, expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import type { RecordView } from '#shared/records/record.ts';
import { knownNames } from '../../../../../renderer/features/visits/known-names.ts';
import { createRegisters } from '../../../../../renderer/forms/registers.ts';
import { makeRecord } from '../../../../support/export-records.ts';

const here = 'visit-now' as RecordId;

function visit(id: string, answers: RecordView['answers']): RecordView {
  return makeRecord('visit', id, answers);
}

const visits = [
  visit('a', {
    market_id: 'herat',
    outlet_name: 'سوپرمارکت رحیمی',
    respondent_phone: '0700123456',
    visit_date: '2026-11-01',
  }),
  visit('b', { market_id: 'kabul', outlet_name: 'سوپرمارکت رحیمی نو', visit_date: '2026-11-02' }),
  visit(here, { market_id: 'herat', outlet_name: 'سوپر مارکت رحيمي', visit_date: '2026-11-03' }),
];
const registers = createRegisters({
  outlet: [makeRecord('outlet', 'outlet/x', { name_local: 'فروشگاه بهار', market: 'herat' })],
  brand: [makeRecord('brand', 'brand/b1', { name_local: 'Golrang', other_names: 'گلرنگ\nكلرنك' })],
});

function know(market: string | undefined) {
  const past = { visits, prices: [], competitors: [] };
  return knownNames(
    { past, registers, language: 'fa', date: (day) => day },
    { visit: here, market, marketOther: undefined },
  );
}

describe('names given before', () => {
  test('are those of the same market, without the record that is being typed', () => {
    const index = know('herat')('outlet_name');
    const found = index?.near('سوپرماركت رحيمى');
    expect(found).toEqual([{ text: 'سوپرمارکت رحیمی', note: '2026-11-01', isHere: true }]);
    expect(index?.find('بهار')).toEqual([{ text: 'فروشگاه بهار', aliases: [], isHere: true }]);
  });

  test('are none of any market before the market is known', () => {
    expect(know(undefined)('outlet_name')?.find('')).toEqual([]);
  });

  test('tell a phone number in any digits with the outlet it was given at', () => {
    expect(know('herat')('respondent_phone')?.find('۰۷۰۰۱۲۳۴۵۶')).toEqual([
      { text: '0700123456', note: 'سوپرمارکت رحیمی · 2026-11-01', isHere: true },
    ]);
  });

  test('are a brand by its other names, and nothing for a question that names nothing', () => {
    expect(know('herat')('brand_other')?.find('كلرنك')).toMatchObject([{ text: 'Golrang' }]);
    expect(know('herat')('visit_note')).toBeUndefined();
  });
});

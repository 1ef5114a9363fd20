import type { Answers } from '#shared/forms/answers.ts';
import type { RegisterName } from '#shared/forms/choices.ts';
import type { FormContext } from '#shared/forms/context.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';

type Items = Readonly<Record<string, Answers>>;

const mass = { dimension: 'mass', base_unit: 'kg', needs_content: 'no' } as const;
const container = { dimension: 'container', needs_content: 'yes' } as const;
const iso = { iso_factor: '1', is_iso4217: 'yes' } as const;

/** Small registers with one of each thing the rules tell apart; factors and coordinates are those of the real lists. */
export const sampleRegisters: Readonly<Partial<Record<RegisterName, Items>>> = {
  admin_area: {
    IQG11: { level: '1', country: 'IRQ', name_en: 'Erbil', name_fa: 'اربیل' },
    IQG06: { level: '1', country: 'IRQ', name_en: 'Al-Sulaymaniyah', name_fa: 'سلیمانیه' },
    AF32: { level: '1', country: 'AFG', name_en: 'Hirat', name_fa: 'هرات' },
    AF01: { level: '1', country: 'AFG', name_en: 'Kabul', name_fa: 'کابل' },
    IQG11001: { level: '2', country: 'IRQ', parent: 'IQG11', name_en: 'Erbil' },
    IQG06001: { level: '2', country: 'IRQ', parent: 'IQG06', name_en: 'Sulaymaniyah' },
    AF3201: { level: '2', country: 'AFG', parent: 'AF32', name_en: 'Hirat' },
    AF0101: { level: '2', country: 'AFG', parent: 'AF01', name_en: 'Kabul' },
  },
  market: {
    erbil: {
      country: 'IRQ',
      admin1_pcode: 'IQG11',
      market_type: 'urban_central',
      latitude: '36.191113',
      longitude: '44.009167',
    },
    herat: {
      country: 'AFG',
      admin1_pcode: 'AF32',
      market_type: 'urban_central',
      latitude: '34.35',
      longitude: '62.2',
    },
    kabul: { country: 'AFG', admin1_pcode: 'AF01', market_type: 'wholesale_hub' },
  },
  product: {
    powder_detergent: { std_unit: 'kg', is_durable: 'no' },
    floor_tile: { std_unit: 'm2', is_durable: 'no' },
    refrigerator: { std_unit: 'piece', is_durable: 'yes' },
    rice: { std_unit: 'kg', is_durable: 'no' },
  },
  unit: {
    kg: { ...mass, factor_to_base: '1', confidence: 'exact' },
    g: { ...mass, factor_to_base: '0.001', confidence: 'exact' },
    ser_kabul: { ...mass, factor_to_base: '7.066', country: 'AFG', region: 'AF01' },
    l: { dimension: 'volume', base_unit: 'l', factor_to_base: '1', needs_content: 'no' },
    m2: { dimension: 'area', base_unit: 'm2', factor_to_base: '1', needs_content: 'no' },
    piece: { dimension: 'count', base_unit: 'piece', factor_to_base: '1', needs_content: 'no' },
    dozen: { dimension: 'count', base_unit: 'piece', factor_to_base: '12', needs_content: 'no' },
    carton: container,
    bag: container,
  },
  currency: {
    IQD: { ...iso, iso_code: 'IQD' },
    AFN: { ...iso, iso_code: 'AFN' },
    USD: { ...iso, iso_code: 'USD' },
    IRR: { ...iso, iso_code: 'IRR' },
    IRT: { iso_code: 'IRR', iso_factor: '10', is_iso4217: 'no' },
  },
  origin: {
    IR: { iso3: 'IRN' },
    IQ: { iso3: 'IRQ' },
    AF: { iso3: 'AFG' },
    TR: { iso3: 'TUR' },
    CN: { iso3: 'CHN' },
  },
  brand: { brand_a: { name_local: 'A' }, brand_b: { name_local: 'B' } },
  crossing: { bashmaq: { to_country: 'IRQ' }, dogharoun: { to_country: 'AFG' } },
  round: { 'r1405-09': { starts_on: '2026-11-20', ends_on: '2026-12-10', state: 'open' } },
  person: { surveyor: { role: 'surveyor' }, supervisor: { role: 'supervisor' } },
};

/** The codes of a sample register. */
export function sampleCodes(register: RegisterName): readonly string[] {
  return Object.keys(sampleRegisters[register] ?? {});
}

/** A context over the sample registers on 27 November 2026, changed where a test says so. */
export function makeContext(changes: Partial<FormContext> = {}): FormContext {
  return {
    recordId: '018f3a5e-7c11-7000-8000-000000000001',
    siblings: [],
    item: (register, code) => sampleRegisters[register]?.[code],
    today: '2026-11-27' as PlainDate,
    flags: [],
    references: {},
    insideAdmin1: () => undefined,
    ...changes,
  };
}

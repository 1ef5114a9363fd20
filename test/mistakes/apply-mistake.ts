import type { MistakeName } from '#shared/analysis/mistakes/mistake.ts';
import type { Chance } from '../support/chance.ts';
import type { Currency, SoldAs } from './sold-as.ts';
import { localMeasures, rounded, seerOfMost } from './sold-as.ts';

export interface Typed {
  readonly row: SoldAs;
  readonly truth: MistakeName;
  readonly way: string;
}

const bare = { content: undefined, contentUnit: undefined } as const;

/** Ways to get a row wrong, each as its fields come out of it; undefined where a row does not admit of it. */
const ways: readonly {
  readonly truth: MistakeName;
  readonly way: string;
  readonly make: (row: SoldAs, chance: Chance) => Partial<SoldAs> | undefined;
}[] = [
  {
    truth: 'toman_rial',
    way: 'tomans said, rials noted',
    make: ({ currency, amount }) => (currency === 'IRT' ? { currency: 'IRR', amount } : undefined),
  },
  {
    truth: 'toman_rial',
    way: 'rials said, tomans noted',
    make: ({ currency, amount }) => (currency === 'IRR' ? { currency: 'IRT', amount } : undefined),
  },
  {
    truth: 'thousands',
    way: 'thousands left out',
    make: ({ currency, amount }) =>
      currency === 'IQD' || currency === 'IRT' ? { amount: amount / 1000 } : undefined,
  },
  {
    truth: 'zero',
    way: 'a zero too many',
    make: ({ currency, amount }) => (currency === 'IRT' ? undefined : { amount: amount * 10 }),
  },
  {
    truth: 'zero',
    way: 'a zero too few',
    make: ({ currency, amount }) => (currency === 'IRR' ? undefined : { amount: amount / 10 }),
  },
  {
    truth: 'per_hundred',
    way: 'hundred-dollar notes counted',
    make: ({ currency, amount, country }) =>
      currency === 'USD' && country === 'IRQ' ? { amount: amount / 100 } : undefined,
  },
  {
    truth: 'seer_man',
    way: 'price of a seer or man under kg',
    make: (row) => {
      if (row.unit !== 'kg' || row.country !== 'AFG') return undefined;
      const measure = localMeasures[row.province] ?? seerOfMost;
      return { amount: rounded(row.amount * measure.kg, row.currency) };
    },
  },
  {
    truth: 'seer_man',
    way: 'price of a kg under seer or man',
    make: (row) =>
      row.unit.startsWith('ser_') || row.unit.startsWith('man_')
        ? { amount: rounded(row.amount / row.perUnit, row.currency) }
        : undefined,
  },
  {
    truth: 'dozen',
    way: 'price of a dozen under piece',
    make: (row) =>
      row.standard === 'piece' && row.unit === 'piece'
        ? { amount: rounded(row.amount * 12, row.currency) }
        : undefined,
  },
  {
    truth: 'dozen',
    way: 'price of a piece under dozen',
    make: (row) =>
      row.unit === 'dozen' ? { amount: rounded(row.amount / 12, row.currency) } : undefined,
  },
  {
    truth: 'gram_kilogram',
    way: 'content in grams under kg',
    make: ({ contentUnit }) =>
      contentUnit === 'g'
        ? { contentUnit: 'kg' }
        : contentUnit === 'ml'
          ? { contentUnit: 'l' }
          : undefined,
  },
  {
    truth: 'gram_kilogram',
    way: 'content in kg under grams',
    make: ({ contentUnit }) =>
      contentUnit === 'kg'
        ? { contentUnit: 'g' }
        : contentUnit === 'l'
          ? { contentUnit: 'ml' }
          : undefined,
  },
  {
    truth: 'gram_kilogram',
    way: 'price of a kg under grams',
    make: ({ unit, quantity }) => (unit === 'kg' && quantity === 1 ? { unit: 'g' } : undefined),
  },
  {
    truth: 'gram_kilogram',
    way: 'quantity in grams under kg',
    make: ({ unit }) => (unit === 'g' ? { unit: 'kg' } : undefined),
  },
  {
    truth: 'gram_kilogram',
    way: 'price of a tonne under kg',
    make: ({ unit, quantity, amount, currency }) =>
      unit === 'kg' && quantity === 1 && currency === 'AFN' ? { amount: amount * 1000 } : undefined,
  },
  {
    truth: 'bag_size',
    way: 'price of a whole under its content',
    make: (row, chance) =>
      row.unit === row.standard && row.quantity === 1 ? whole(row, chance) : undefined,
  },
  {
    truth: 'bag_size',
    way: 'net content left at one',
    make: ({ content }) =>
      content !== undefined && content > 2 && content < 100 ? { content: 1 } : undefined,
  },
  {
    truth: 'bag_size',
    way: 'price of a kg under the whole',
    make: (row) =>
      row.content !== undefined && row.perUnit > 2
        ? { amount: rounded(row.amount / row.perUnit, row.currency) }
        : undefined,
  },
  {
    truth: 'other_currency',
    way: 'said in one currency, noted in another',
    make: ({ currency, country }) => {
      const other: Partial<Record<string, Currency>> =
        country === 'IRQ' ? { IQD: 'USD', USD: 'IQD' } : { IRT: 'AFN', USD: 'AFN' };
      const noted = other[currency];
      return noted && { currency: noted };
    },
  },
  {
    truth: 'quantity',
    way: 'price of one noted for several',
    make: (row) =>
      row.quantity > 4 && row.quantity < 100
        ? { amount: rounded(row.amount / row.quantity, row.currency) }
        : undefined,
  },
];

function whole(row: SoldAs, chance: Chance): Partial<SoldAs> | undefined {
  const size = Number(row.size);
  // A tin of 20 l and a bag of 50 kg are sold whole; so is a carton of two dozen.
  return chance.below(4) === 0 && row.standard === 'piece'
    ? undefined
    : { ...bare, amount: rounded(row.amount * size, row.currency) };
}

/** Makes one of the mistakes that a row admits of. */
export function applyMistake(row: SoldAs, chance: Chance): Typed | undefined {
  const start = chance.below(ways.length);
  const each = ways[start];
  const change = each?.make(row, chance);
  return each && change && { row: { ...row, ...change }, truth: each.truth, way: each.way };
}

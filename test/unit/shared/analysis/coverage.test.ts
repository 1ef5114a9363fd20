import { expect, test } from 'vitest';
import type { CountedPrice } from '#shared/analysis/coverage.ts';
import { coverageOf, stillNeeded } from '#shared/analysis/coverage.ts';
import type { Answers } from '#shared/forms/answers.ts';

const assignment: Answers = {
  round: 'r1',
  person: 'surveyor1',
  market: 'herat',
  products: ['rice', 'sugar', 'salt'],
  level: 'retail',
  quotations: 4,
};
let made = 0;
function price(product: string, rest: Partial<CountedPrice> = {}): CountedPrice {
  made += 1;
  return {
    record: `p${made}`,
    visitRecord: 'v1',
    visit: { round_id: 'r1', market_id: 'herat', market_level: 'retail' },
    answers: { product_id: product, price_level: 'retail', price_amount: '60' },
    isOut: false,
    ...rest,
  };
}
function many(product: string, count: number): readonly CountedPrice[] {
  return Array.from({ length: count }, () => price(product));
}
function cellOf(product: string, prices: readonly CountedPrice[]) {
  return coverageOf('r1', [assignment], prices).find((cell) => cell.product === product);
}

test.each([
  [0, 'none'],
  [1, 'short'],
  [3, 'three'],
  [4, 'enough'],
  [6, 'enough'],
])('%i of four assigned quotations are "%s"', (count, state) => {
  expect(cellOf('rice', many('rice', count))).toMatchObject({
    market: 'herat',
    level: 'retail',
    wanted: 4,
    have: count,
    state,
    persons: ['surveyor1'],
  });
});

test('what is not sold in the market is settled and is not asked for again', () => {
  const out = price('sugar', { answers: { product_id: 'sugar', availability: 'never' } });
  const cells = coverageOf('r1', [assignment], [out, ...many('rice', 2)]);
  expect(cells.find(({ product }) => product === 'sugar')?.state).toBe('unavailable');
  expect(stillNeeded(cells, { market: 'herat' }).map(({ product }) => product)).toEqual([
    'salt',
    'rice',
  ]);
  expect(stillNeeded(cells, { market: 'herat', level: 'wholesale' })).toEqual([]);
});

test('rejected prices, other rounds, and a price nobody gave do not count', () => {
  const others = [
    price('rice', { isOut: true }),
    price('rice', { visit: { round_id: 'r0', market_id: 'herat' } }),
    price('rice', {
      answers: { product_id: 'rice', price_level: 'retail', price_amount: { missing: 'refused' } },
    }),
  ];
  expect(cellOf('rice', [...others, price('rice')])).toMatchObject({ have: 1, state: 'short' });
});

test('assignments of two people add up; what nobody asked for is shown with what there is', () => {
  const both = [assignment, { ...assignment, person: 'surveyor2', quotations: 2 }];
  const cells = coverageOf('r1', both, many('tea', 3));
  expect(cells.find(({ product }) => product === 'rice')).toMatchObject({
    wanted: 6,
    persons: ['surveyor1', 'surveyor2'],
  });
  expect(cells.find(({ product }) => product === 'tea')).toMatchObject({
    wanted: 0,
    have: 3,
    state: 'enough',
  });
});

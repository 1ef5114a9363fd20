import type { PlainDate } from '#shared/core/plain-date.ts';
import type { SampleAct } from './sample-act.ts';
import { itemAct } from './sample-act.ts';

const MS_OF_DAY = 86_400_000;
const food = ['rice', 'wheat_flour', 'sugar', 'sunflower_oil', 'lentils'];
const desk = [
  'powder_detergent',
  'liquid_dishwash',
  'shampoo',
  'porcelain_tile',
  'floor_tile',
  'lv_cable',
  'float_glass',
  'drinking_glass',
  'tomato_paste',
  'biscuit',
];
const markets = [
  'herat',
  'kabul',
  'mazar',
  'zaranj',
  'kandahar',
  'erbil',
  'sulaymaniyah',
  'duhok',
  'basrah',
];

/** A closed round of three months ago and an open one around `todayOn`. */
export function roundActs(todayOn: PlainDate): readonly SampleAct[] {
  const scope = { countries: ['IRQ', 'AFG'], markets, products: [...food, ...desk] };
  return [
    itemAct('round', 'sample-1', {
      name_fa: 'نوبت نمونهٔ ۱',
      name_en: 'Sample round 1',
      state: 'closed',
      starts_on: daysFrom(todayOn, -100),
      ends_on: daysFrom(todayOn, -80),
      ...scope,
    }),
    itemAct('round', 'sample-2', {
      name_fa: 'نوبت نمونهٔ ۲',
      name_en: 'Sample round 2',
      state: 'open',
      starts_on: daysFrom(todayOn, -7),
      ends_on: daysFrom(todayOn, 21),
      ...scope,
    }),
  ];
}

/** What the two sample surveyors are to bring in the open round. */
export function assignmentActs(todayOn: PlainDate): readonly SampleAct[] {
  const given = [
    { person: 'surveyor1', level: 'retail', products: food, markets: ['herat', 'kabul', 'mazar'] },
    {
      person: 'surveyor2',
      level: 'retail',
      products: desk,
      markets: ['erbil', 'sulaymaniyah', 'basrah'],
    },
  ];
  return given.flatMap(({ person, level, products, markets: places }) =>
    places.map((market) =>
      itemAct('assignment', `sample-2-${person}-${market}`, {
        round: 'sample-2',
        person,
        market,
        products,
        level,
        quotations: 4,
        due_on: daysFrom(todayOn, 14),
      }),
    ),
  );
}

function daysFrom(day: PlainDate, days: number): string {
  return new Date(Date.parse(day) + days * MS_OF_DAY).toISOString().slice(0, 10);
}

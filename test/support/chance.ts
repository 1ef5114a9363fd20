/** Draws that are the same for the same seed. */
export interface Chance {
  below(limit: number): number;
  of<T>(items: readonly [T, ...T[]]): T;
  words(count: number): string;
  hex(digits: number): string;
}

/** Numbers by chance, the same for the same seed (mulberry32). */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  function below(limit: number): number {
    return Math.floor(next() * limit);
  }
  return {
    below,
    of: (items) => items[below(items.length)] ?? items[0],
    words: (count) =>
      Array.from({ length: count }, () => vocabulary[below(vocabulary.length)]).join(' '),
    hex: (digits) => Array.from({ length: digits }, () => below(16).toString(16)).join(''),
  };
}

const vocabulary = (
  'فروشنده گفت قیمت از هفته پیش بالا رفت چون راه پس باران سنگین بسته شد موجودی کم تنها چند کیسه مانده برداشت ' +
  'سال کهنه کیفیت آمیخته روز بازار شلوغ زنان بازرگانان وارداتی بومی سفید زرد ذرت برنج لوبیا روغن شکر نمک پیاز ' +
  'گوجه خرده عمده گونی قوطی پیمانه دسته هزینه حمل کمبود سوخت مرز گمرک انتظار ماه آینده بدون تغییر سه پرسیده میانه ' +
  'ثبت عکس تابلو ترازو بررسی دکان انبار راسته میدان کوچه نرخ ارز دلار دینار تخفیف نقد نسیه فاکتور خرید همان امروز دیروز'
).split(' ');

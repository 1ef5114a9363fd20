import { expect, test } from 'vitest';
import { createNameWarnings } from '../../../../../renderer/features/names/name-warnings.ts';

const items = [
  { code: 'rice', answers: { name_fa: 'برنج', name_en: 'Rice', other_names: 'تمن' } },
  { code: 'sugar', answers: { name_fa: 'شکر', name_en: 'Sugar', other_names: 'قند\nسکر' } },
  { code: 'tea', answers: { name_fa: 'چای', name_en: 'Tea' } },
];

function warned(text: string) {
  return createNameWarnings(items, 'rice')(text).map(({ name, is, item }) => [name, is, item.code]);
}

test('a new word of the bazaar is nobody else’s', () => {
  expect(warned('تمن عنبر')).toEqual([]);
});

test('a name of another item is told, also one of its other names, in whatever letters', () => {
  expect(warned('شكر')).toEqual([['شكر', 'same', 'sugar']]);
  expect(warned('قند')).toEqual([['قند', 'same', 'sugar']]);
});

test('a name that is nearly that of another item is asked about', () => {
  expect(warned('Suger')).toEqual([['Suger', 'near', 'sugar']]);
});

test('a name the item bears already, or that stands there twice, is told', () => {
  expect(warned('برنج')).toEqual([['برنج', 'own', 'rice']]);
  expect(warned('تمن\nتِمن')).toEqual([['تِمن', 'own', 'rice']]);
});

import { describe, expect, test } from 'vitest';
import { indexOptions } from '../../../../renderer/ui/combobox-search.ts';

const index = indexOptions([
  { value: 'oil', label: 'روغن لادن ۴ لیتری' },
  { value: 'tea', label: 'چای کابل‌مارک', aliases: ['Kabul tea', 'چايي'] },
  { value: 'sugar', label: 'شکر سفید', note: '۱۷۰۱۹۹' },
  { value: 'brown', label: 'قند و شکر قهوه‌ای' },
]);

function find(typed: string): readonly string[] {
  return index.find(typed).map(({ value }) => value);
}

describe('a search in a list', () => {
  test('finds names whatever keyboard they are typed on', () => {
    expect(find('چاي كابل مارك')).toEqual(['tea']);
    expect(find('چاي كابلمارك')).toEqual(['tea']);
    expect(find('روغن ٤')).toEqual(['oil']);
    expect(find('KABUL')).toEqual(['tea']);
  });

  test('wants every word, in any order', () => {
    expect(find('لیتری روغن')).toEqual(['oil']);
    expect(find('روغن شکر')).toEqual([]);
  });

  test('puts names that begin with the text first', () => {
    expect(find('شکر')).toEqual(['sugar', 'brown']);
  });

  test('finds by the note beside a name', () => {
    expect(find('170199')).toEqual(['sugar']);
  });

  test('gives the whole list, in its order, for nothing typed', () => {
    expect(find(' ')).toEqual(['oil', 'tea', 'sugar', 'brown']);
  });
});

test('where nothing is found, names a slip or another transliteration away are near', () => {
  const places = indexOptions([
    { value: 'AF32', label: 'Hirat' },
    { value: 'AF13', label: 'Paktya' },
    { value: 'IQG12', label: 'Kerbala', aliases: ['کربلا'] },
    { value: 'IQG06', label: 'Al-Sulaymaniyah' },
    { value: '100630', label: 'Rice 100630' },
  ]);
  function near(typed: string): readonly string[] {
    return places.near(typed).map(({ value }) => value);
  }
  expect(near('Herat')).toEqual(['AF32']);
  expect(near('Paktia')).toEqual(['AF13']);
  expect(near('karbala')).toEqual(['IQG12']);
  expect(near('کربالا')).toEqual(['IQG12']);
  expect(near('al-sulaimaniya')).toEqual(['IQG06']);
  expect(near('100631')).toEqual([]);
  expect(near('bal')).toEqual(['IQG12']);
  expect(near('Kabul')).toEqual([]);
});

test('a name typed in full is taken as chosen, unless two options bear it', () => {
  expect(index.byName('شكر سفيد')?.value).toBe('sugar');
  expect(index.byName('شکر')).toBeUndefined();
  const twins = indexOptions([
    { value: 'a', label: 'بازار نو' },
    { value: 'b', label: 'بازار نو' },
  ]);
  expect(twins.byName('بازار نو')).toBeUndefined();
});

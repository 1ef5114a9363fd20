import { expect, test } from 'vitest';
import { soundKey } from '#shared/core/sound-key.ts';

test.each([
  ['هرات', 'Herat', 'Hirat', 'هەرات'],
  ['قندهار', 'Kandahar', 'Qandahar', 'کندهار'],
  ['سلیمانیه', 'Sulaymaniyah', 'السليمانية', 'سلێمانی', 'Al-Sulaymaniyah'],
  ['حلبچه', 'Halabja', 'حلبجة', 'هەڵەبجە'],
  ['ننگرهار', 'Nangarhar', 'ننكرهار', 'ننګرهار'],
  ['پنجشیر', 'Panjsher', 'بنجشير', 'پنجشېر'],
  ['گلستان', 'Golestan', 'Gulistan'],
])('%s sounds alike in every spelling', (...spellings) => {
  expect(new Set(spellings.map(soundKey)).size).toBe(1);
});

test('words that sound otherwise do not sound alike', () => {
  expect(soundKey('Kabul')).not.toBe(soundKey('Zabul'));
  expect(soundKey('موصل')).not.toBe(soundKey('بغداد'));
});

test('digits of any script stay, and a word of vowels has no sound', () => {
  expect(soundKey('۴x4')).toBe('4ks4');
  expect(soundKey('ای')).toBe('');
});

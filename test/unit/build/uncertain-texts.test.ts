import { expect, test } from 'vitest';
import { uncertainTexts } from '../../../build/uncertain-texts.ts';

test('a marked text of a catalogue is listed with what its writer asks, an unmarked one is not', () => {
  const content = [
    'msgid "Close"',
    'msgstr "داخستن"',
    '',
    '# native reader: filter of a list',
    '#: renderer/x.tsx',
    'msgid "Filters"',
    'msgstr "پاڵێوکەکان"',
    '',
  ].join('\n');
  expect(uncertainTexts('locales/ckb.po', content)).toEqual([
    {
      file: 'locales/ckb.po',
      line: 4,
      why: 'filter of a list',
      text: 'msgid "Filters" msgstr "پاڵێوکەکان"',
    },
  ]);
});

test('a marked label is listed with its line of code', () => {
  const content = "  a: 'x',\n  // native reader: used in trade?\n  b: 'y',\n  c: 'z',\n";
  expect(uncertainTexts('labels/ps/price.ts', content)).toEqual([
    { file: 'labels/ps/price.ts', line: 2, why: 'used in trade?', text: "b: 'y'," },
  ]);
});

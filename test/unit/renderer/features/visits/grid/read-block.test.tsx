import { expect, test } from 'vitest';
import { readBlock } from '../../../../../../renderer/features/visits/grid/read-block.ts';

test('a block with tabs is read with its quoted cells, without the empty line a spreadsheet ends it with', () => {
  const text = 'rice\t"long\ngrain"\t90\r\nsugar\twhite\t60\r\n';
  expect(readBlock({ text, html: '' })).toEqual([
    ['rice', 'long\ngrain', '90'],
    ['sugar', 'white', '60'],
  ]);
});

test('a mark of inches is a part of the text', () => {
  expect(readBlock({ text: 'pipe 2"\t90\nrod\t60', html: '' })).toEqual([
    ['pipe 2"', '90'],
    ['rod', '60'],
  ]);
});

test('numbers of LibreOffice are taken as they are stored, not as they are shown', () => {
  const html = '<table><tr><td>rice</td><td sdval="1250.5">1.250,5</td></tr></table>';
  expect(readBlock({ text: '', html })).toEqual([['rice', '1250.5']]);
});

test('a single cell is no block', () => {
  expect(
    readBlock({ text: 'rice', html: '<table><tr><td>rice</td></tr></table>' }),
  ).toBeUndefined();
});

import { expect, test } from 'vitest';
import { commandOf } from '../../../../../../renderer/features/visits/grid/grid-keys.ts';
import type { Press } from '../../../../../../renderer/features/visits/grid/grid-keys.ts';

const plain: Press = {
  code: '',
  key: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
};
const cell = { mode: 'cell', isRtl: () => false } as const;

test('shortcuts go by the place of the key: under a Persian layout Ctrl+D fills down as well', () => {
  expect(commandOf({ ...plain, code: 'KeyD', key: 'ی', ctrlKey: true }, cell)).toEqual({
    do: 'fill-down',
  });
});

test('the left arrow goes to the cell on the left: the next one where lines run from the right', () => {
  const left = { ...plain, key: 'ArrowLeft', code: 'ArrowLeft' };
  expect(commandOf(left, cell)).toMatchObject({ columns: -1 });
  expect(commandOf(left, { ...cell, isRtl: () => true })).toMatchObject({ columns: 1 });
});

test('while a text is typed the arrows along its line are its own, and those across it go on to other rows', () => {
  const typing = { ...cell, mode: 'typing' } as const;
  expect(commandOf({ ...plain, key: 'ArrowLeft' }, typing)).toBeUndefined();
  expect(commandOf({ ...plain, key: 'ArrowDown' }, typing)).toMatchObject({ do: 'move', rows: 1 });
});

test('an open list keeps its arrows, Enter and Esc', () => {
  const list = { ...cell, mode: 'list' } as const;
  const own = ['ArrowDown', 'Enter', 'Escape'].map((key) => commandOf({ ...plain, key }, list));
  expect(own).toEqual([undefined, undefined, undefined]);
});

test('each of these keys does what the sheet of shortcuts says, under any layout', () => {
  const done = [
    { code: 'Semicolon', key: 'ک', ctrlKey: true },
    { code: 'KeyD', key: 'ی', ctrlKey: true, shiftKey: true },
    { code: 'F2', key: 'F2' },
    { code: 'Escape', key: 'Escape' },
    { code: 'Delete', key: 'Delete', ctrlKey: true },
    { code: 'KeyC', key: 'ز', altKey: true },
  ].map((press) => commandOf({ ...plain, ...press }, cell)?.do);
  expect(done).toEqual(['repeat-last', 'fill-row', 'edit', 'cancel', 'clear-row', 'remark']);
});

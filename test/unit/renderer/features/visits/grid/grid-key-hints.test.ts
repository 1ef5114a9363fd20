import { expect, test } from 'vitest';
import { gridKeyHints } from '../../../../../../renderer/features/visits/grid/grid-key-hints.ts';
import { commandOf } from '../../../../../../renderer/features/visits/grid/grid-keys.ts';
import type {
  GridCommand,
  Press,
} from '../../../../../../renderer/features/visits/grid/grid-keys.ts';

// Keys without a letter, as the sheet names them.
const named: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Escape: 'Esc',
  Semicolon: ';',
};
const codes = [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((letter) => `Key${letter}`),
  ...Array.from({ length: 10 }, (_, digit) => `Digit${digit}`),
  ...Array.from({ length: 12 }, (_, index) => `F${index + 1}`),
  ...Object.keys(named),
  'Enter',
  'Tab',
  'Space',
  'Home',
  'End',
  'Delete',
  'Backspace',
  'Insert',
  'Slash',
  'Comma',
];

interface Chord {
  readonly chord: string;
  readonly command: GridCommand['do'];
}

function pressOf(code: string, modifiers: Partial<Press> = {}): Press {
  const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  return { ...plain, code, key: code, ...modifiers };
}

function doneBy(press: Press): GridCommand['do'] | undefined {
  return commandOf(press, { mode: 'cell', isRtl: () => false })?.do;
}

/** Every chord the grid hears; Shift only where it makes a difference. */
function heard(): readonly Chord[] {
  return codes.flatMap((code) => {
    const name = named[code] ?? code.replace(/^Key|^Digit/, '');
    return [
      { prefix: '', modifiers: {} },
      { prefix: 'Ctrl+', modifiers: { ctrlKey: true } },
      { prefix: 'Alt+', modifiers: { altKey: true } },
    ].flatMap(({ prefix, modifiers }) => {
      const plain = doneBy(pressOf(code, modifiers));
      const shifted = doneBy(pressOf(code, { ...modifiers, shiftKey: true }));
      return [
        ...(plain ? [{ chord: `${prefix}${name}`, command: plain }] : []),
        ...(shifted && shifted !== plain
          ? [{ chord: `${prefix}Shift+${name}`, command: shifted }]
          : []),
      ];
    });
  });
}

/** Every chord the sheet of shortcuts lists. */
function listed(): readonly Chord[] {
  return (Object.keys(gridKeyHints) as readonly GridCommand['do'][]).flatMap((command) =>
    gridKeyHints[command].flatMap(({ keys }) => {
      const parts = keys.split('+');
      const prefix = parts
        .slice(0, -1)
        .map((part) => `${part}+`)
        .join('');
      return (parts.at(-1) ?? '').split(' ').map((key) => ({ chord: `${prefix}${key}`, command }));
    }),
  );
}

test('the sheet of shortcuts lists every key the grid hears, with what it does', () => {
  expect(listed()).toEqual(expect.arrayContaining([...heard()]));
});

test('every command of the grid has a key, and the grid hears each that is listed', () => {
  // Shift changes how far Tab and the arrows go and not which command they are.
  const same = heard().flatMap(({ chord, command }) =>
    ['step', 'move'].includes(command) ? [{ chord: `Shift+${chord}`, command }] : [],
  );
  expect([...heard(), ...same]).toEqual(expect.arrayContaining([...listed()]));
  expect(Object.values(gridKeyHints).every((hints) => hints.length > 0)).toBe(true);
});

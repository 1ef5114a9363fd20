import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { GridCommand } from './grid-keys.ts';

type CommandName = GridCommand['do'];

interface GridKeyHint {
  /** A chord as `KeyHint` shows it; several keys that do the like, a space between them. */
  readonly keys: string;
  readonly label: MessageDescriptor;
}

/** The keys of every command of the grid, the usual one first. */
export const gridKeyHints: Readonly<Record<CommandName, readonly GridKeyHint[]>> = {
  next: [{ keys: 'Enter', label: msg`next open cell` }],
  back: [{ keys: 'Shift+Enter', label: msg`back to the cell the keyboard came from` }],
  step: [
    { keys: 'Tab', label: msg`next cell` },
    { keys: 'Shift+Tab', label: msg`the cell before` },
  ],
  move: [
    { keys: '↑ ↓ ← →', label: msg`the cell beside it` },
    { keys: 'Shift+↑ ↓ ← →', label: msg`select several cells` },
    { keys: 'PgUp PgDn', label: msg`ten rows up or down` },
    { keys: 'Home End', label: msg`first or last cell of the row` },
  ],
  'first-row': [{ keys: 'Ctrl+Home', label: msg`first row` }],
  'last-row': [{ keys: 'Ctrl+End', label: msg`last row` }],
  'new-row': [{ keys: 'Ctrl+Enter', label: msg`new row` }],
  edit: [
    { keys: 'F2', label: msg`change what stands in the cell` },
    { keys: 'Ctrl+Space', label: msg`open the list of the cell` },
  ],
  cancel: [{ keys: 'Esc', label: msg`take back what is typed in the cell; then leave the cells` }],
  'fill-down': [{ keys: 'Ctrl+D', label: msg`as above` }],
  'fill-row': [{ keys: 'Ctrl+Shift+D', label: msg`all open cells of the row as above` }],
  'repeat-last': [{ keys: 'Ctrl+;', label: msg`as typed last` }],
  pin: [
    { keys: 'Alt+P', label: msg`keep the answer of this column from row to row, or no longer` },
  ],
  code: [{ keys: 'F4', label: msg`no price` }],
  correct: [{ keys: 'F8', label: msg`correct a likely slip` }],
  undo: [{ keys: 'Ctrl+Z', label: msg`undo` }],
  redo: [
    { keys: 'Ctrl+Y', label: msg`redo` },
    { keys: 'Ctrl+Shift+Z', label: msg`redo` },
  ],
  clear: [{ keys: 'Delete', label: msg`empty the selected cells` }],
  'clear-row': [{ keys: 'Ctrl+Delete', label: msg`empty the row` }],
  panel: [{ keys: 'Alt+M', label: msg`show or hide all further questions of the row` }],
  weigh: [{ keys: 'Alt+W', label: msg`weigh the unit of the row` }],
  remark: [{ keys: 'Alt+C', label: msg`a remark on the question of the cell` }],
  'next-comment': [{ keys: 'Alt+J', label: msg`next cell with a comment` }],
};

/** Those that do something where nothing may be changed. */
export const readingCommands: ReadonlySet<CommandName> = new Set<CommandName>([
  'step',
  'move',
  'first-row',
  'last-row',
  'panel',
  'next-comment',
]);

/** Those used most. */
export const usualCommands: readonly CommandName[] = [
  'next',
  'step',
  'fill-down',
  'repeat-last',
  'code',
  'correct',
  'undo',
];

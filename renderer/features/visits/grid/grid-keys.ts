/** A key that was pressed, letters by their place on the keyboard. */
export interface Press {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Where it was pressed. `typing`: the text of the cell is being changed. `list`: a list of choices lies open below it. */
export interface Place {
  readonly mode: 'cell' | 'typing' | 'list';
  readonly isRtl: () => boolean;
}

/** What a key does in the grid. */
export type GridCommand =
  | {
      readonly do: 'move';
      readonly rows: number;
      readonly columns: number;
      readonly extends: boolean;
    }
  | { readonly do: 'step'; readonly by: 1 | -1 }
  | {
      readonly do:
        | 'next'
        | 'back'
        | 'new-row'
        | 'fill-down'
        | 'fill-row'
        | 'repeat-last'
        | 'edit'
        | 'code'
        | 'correct'
        | 'cancel'
        | 'undo'
        | 'redo'
        | 'clear'
        | 'clear-row'
        | 'panel'
        | 'weigh'
        | 'next-comment'
        | 'remark'
        | 'first-row'
        | 'last-row';
    }
  /** Without a column, that of the cell with the keyboard. */
  | { readonly do: 'pin'; readonly column?: string };

/** Rows that PageUp and PageDown go. */
const PAGE = 10;
/** More than there are: to the end. */
const END = 100_000;

/** The command of a key; undefined where the key belongs to the field that has it. */
export function commandOf(press: Press, place: Place): GridCommand | undefined {
  const { ctrlKey, metaKey, altKey, shiftKey } = press;
  const isControl = ctrlKey || metaKey;
  if (isControl && !altKey) return controlCommand(press, place);
  if (altKey) return altCommand(press.code);
  if (press.key === 'Tab') return { do: 'step', by: shiftKey ? -1 : 1 };
  if (press.key === 'F2') return { do: 'edit' };
  if (press.key === 'F4') return { do: 'code' };
  if (press.key === 'F8') return { do: 'correct' };
  if (place.mode === 'list') return undefined;
  if (press.key === 'Enter') return { do: shiftKey ? 'back' : 'next' };
  if (press.key === 'Escape') return { do: 'cancel' };
  return arrowCommand(press, place);
}

function controlCommand({ code, key, shiftKey }: Press, { mode }: Place): GridCommand | undefined {
  if (key === 'Enter') return { do: 'new-row' };
  if (key === 'Home') return { do: 'first-row' };
  if (key === 'End') return { do: 'last-row' };
  if (key === 'Delete') return { do: 'clear-row' };
  switch (code) {
    case 'KeyD':
      return { do: shiftKey ? 'fill-row' : 'fill-down' };
    case 'Semicolon':
      return { do: 'repeat-last' };
    case 'KeyZ':
      return { do: shiftKey ? 'redo' : 'undo' };
    case 'KeyY':
      return { do: 'redo' };
    case 'Space':
      return mode === 'list' ? undefined : { do: 'edit' };
    default:
      return undefined;
  }
}

function altCommand(code: string): GridCommand | undefined {
  if (code === 'KeyM') return { do: 'panel' };
  if (code === 'KeyW') return { do: 'weigh' };
  if (code === 'KeyJ') return { do: 'next-comment' };
  if (code === 'KeyC') return { do: 'remark' };
  return code === 'KeyP' ? { do: 'pin' } : undefined;
}

/** Arrows follow the screen; while a text is changed, those along the line are the text's. */
function arrowCommand({ key, shiftKey }: Press, { mode, isRtl }: Place): GridCommand | undefined {
  function move(rows: number, columns: number): GridCommand {
    return { do: 'move', rows, columns, extends: shiftKey };
  }
  switch (key) {
    case 'ArrowDown':
      return move(1, 0);
    case 'ArrowUp':
      return move(-1, 0);
    case 'PageDown':
      return move(PAGE, 0);
    case 'PageUp':
      return move(-PAGE, 0);
    default:
      break;
  }
  if (mode === 'typing') return undefined;
  const onwards = isRtl() ? -1 : 1;
  switch (key) {
    case 'ArrowRight':
      return move(0, onwards);
    case 'ArrowLeft':
      return move(0, -onwards);
    case 'Home':
      return move(0, -END);
    case 'End':
      return move(0, END);
    case 'Delete':
      return { do: 'clear' };
    default:
      return undefined;
  }
}

import type { Page } from 'playwright-core';

/** A keyboard that counts: every key of a chord is one, and every letter. */
export interface CountedKeyboard {
  press(chord: string): Promise<void>;
  type(text: string): Promise<void>;
  count(): number;
}

export function countKeys(page: Page): CountedKeyboard {
  let keys = 0;
  return {
    async press(chord) {
      keys += chord.split('+').length;
      await page.keyboard.press(chord);
      await settle(page);
    },
    async type(text) {
      keys += Array.from(text).length;
      await page.keyboard.type(text);
      await settle(page);
    },
    count: () => keys,
  };
}

/** Lets the page draw, and work out what follows from a key. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(resolve)));
      }),
  );
}

/** Where the keyboard is: in a cell of the grid, or at a question. */
export interface KeyboardPlace {
  readonly row: string | undefined;
  readonly column: string | undefined;
  readonly question: string | undefined;
  readonly text: string;
}

export async function placeOf(page: Page): Promise<KeyboardPlace> {
  return page.evaluate(() => {
    const at = document.activeElement;
    const cell = at?.closest<HTMLElement>('[data-column]');
    return {
      row: at?.closest<HTMLElement>('[data-row]')?.dataset['row'],
      column: cell?.dataset['column'],
      question: at?.closest<HTMLElement>('[data-field]')?.dataset['field'],
      text: at instanceof HTMLInputElement ? at.value : '',
    };
  });
}

/** Types letters of a name until it is the marked one of its list. */
export async function typeUntilMarked(
  page: Page,
  keys: CountedKeyboard,
  name: string,
): Promise<void> {
  for (const letter of name) {
    await keys.type(letter);
    const marked = await page.evaluate(() => {
      const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
      return (document.getElementById(id)?.firstElementChild ?? document.getElementById(id))
        ?.textContent;
    });
    if (marked === name) return;
  }
}

import { act } from 'react';
import type { AnswerValue } from '#shared/forms/answers.ts';
import type { Field, FieldKind } from '#shared/forms/field.ts';

// What jsdom lacks of a browser and the kit uses; none of it changes what is stored.
Object.assign(HTMLElement.prototype, { showPopover() {}, hidePopover() {}, scrollIntoView() {} });
Object.assign(globalThis, { CSS: { escape: (text: string) => text } });

/** The one element of a selector inside another. */
export function within(root: ParentNode, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing here is ${selector}`);
  return found;
}

/** Types a text into a field, as an input method does. */
export async function typeText(input: HTMLElement, text: string): Promise<void> {
  const prototype =
    input instanceof HTMLTextAreaElement
      ? HTMLTextAreaElement.prototype
      : HTMLInputElement.prototype;
  const setter = Object.getOwnPropertyDescriptor(prototype, 'value')?.set;
  await act(async () => {
    input.focus();
    setter?.call(input, text);
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
}

/** Presses a key on an element. */
export async function pressKey(
  element: HTMLElement,
  key: string,
  more: KeyboardEventInit = {},
): Promise<void> {
  await act(async () => {
    element.focus();
    element.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
    );
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  });
}

async function click(element: HTMLElement): Promise<void> {
  await act(async () => element.click());
}

/** Leaves the field that has the focus. */
export async function leave(): Promise<void> {
  await act(async () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
}

async function choose(root: HTMLElement, label: string): Promise<void> {
  const input = within(root, 'input[role=combobox]');
  await typeText(input, label);
  await pressKey(input, 'Enter');
}

type Typed = readonly [AnswerValue | undefined, (root: HTMLElement) => Promise<void>];

/** How a person answers a question of each kind, and what is stored then. A new kind does not compile without a row. */
export const typedAnswers: {
  readonly [K in FieldKind]: (field: Extract<Field, { kind: K }>, options: Options) => Typed;
} = {
  text: (field) => [
    'متن آزمایشی 12',
    (root) => typeText(within(root, field.multiline ? 'textarea' : 'input'), 'متن آزمایشی 12'),
  ],
  integer: () => [15, (root) => typeText(within(root, 'input'), '۱۵')],
  decimal: () => ['1250.75', (root) => typeText(within(root, 'input'), '۱٬۲۵۰٫۷۵')],
  date: () => ['2026-11-27', (root) => typeText(within(root, 'input'), '۱۴۰۵/۹/۶')],
  datetime: () => [undefined, async () => {}],
  select_one: (_field, options) => [
    options[1]?.value,
    async (root) => {
      const radio = root.querySelectorAll<HTMLElement>('input[type=radio]')[1];
      if (radio) await pressKey(radio, '۲');
      else await choose(root, options[1]?.label ?? '');
    },
  ],
  select_multiple: (_field, options) => [
    // The first choice of a list may exclude all others.
    [options[2]?.value ?? '', options[1]?.value ?? ''],
    async (root) => {
      const [, second, third] = root.querySelectorAll<HTMLElement>('input[type=checkbox]');
      await click(third ?? root);
      await click(second ?? root);
    },
  ],
  rank: (_field, options) => [
    [options[2]?.value ?? '', options[0]?.value ?? ''],
    async (root) => {
      await choose(root, options[2]?.label ?? '');
      await choose(root, options[0]?.label ?? '');
    },
  ],
  grid: (field, options) => [
    { [field.rows[0] ?? '']: options[3]?.value ?? '' },
    (root) => pressKey(within(root, 'input[type=radio]'), '4'),
  ],
  geopoint: () => [
    { latitude: '36.191', longitude: '44.009', source: 'typed' },
    async (root) => {
      const [latitude, longitude] = root.querySelectorAll('input');
      if (!latitude || !longitude) throw new Error('a place has two fields');
      await typeText(latitude, '۳۶٫۱۹۱');
      await typeText(longitude, '44.009');
    },
  ],
  image: () => [undefined, async () => {}],
  calculate: () => [undefined, async () => {}],
};

type Options = readonly { readonly value: string; readonly label: string }[];

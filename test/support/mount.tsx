import type { ReactNode } from 'react';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { onTestFinished } from 'vitest';
import { I18nProvider } from '../../renderer/i18n/i18n-provider.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** Shows something with the app's texts in the page until the test ends; `show` shows something else in its place. */
export async function mount(node: ReactNode): Promise<{ show(next: ReactNode): Promise<void> }> {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  async function show(next: ReactNode): Promise<void> {
    await act(async () => {
      root.render(<I18nProvider>{next}</I18nProvider>);
    });
  }
  onTestFinished(() => {
    act(() => root.unmount());
    place.remove();
  });
  await show(node);
  return { show };
}

/** The first element of a selector; throws where there is none. */
export function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing on the page is ${selector}`);
  return found;
}

/** Lets a person's act and all that follows from it happen. */
export async function press(element: HTMLElement): Promise<void> {
  await act(async () => {
    element.click();
  });
}

import { act } from 'react';
import { expect, test } from 'vitest';
import { Tabs } from '../../../../renderer/ui/tabs.tsx';
import { find, mount } from '../../../support/mount.tsx';

const tabs = [
  { id: 'price', label: 'قیمت' },
  { id: 'demand', label: 'تقاضا' },
  { id: 'competitor', label: 'رقیب' },
];

async function selectedAfter(key: string, from: string, dir: 'rtl' | 'ltr'): Promise<string> {
  let selected = from;
  await mount(
    <div dir={dir} style={{ direction: dir }}>
      <Tabs label="بخش‌ها" tabs={tabs} selected={from} onSelect={(id) => (selected = id)}>
        متن
      </Tabs>
    </div>,
  );
  const tab = find('[role=tab][aria-selected=true]');
  await act(async () => {
    tab.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
  return selected;
}

test('the left arrow goes to the tab on the left, which in Persian is the next one', async () => {
  expect(await selectedAfter('ArrowLeft', 'price', 'rtl')).toBe('demand');
});

test('the left arrow goes to the tab on the left, which in English is the one before', async () => {
  expect(await selectedAfter('ArrowLeft', 'demand', 'ltr')).toBe('price');
});

test('the arrows go round at the ends', async () => {
  expect(await selectedAfter('ArrowRight', 'price', 'rtl')).toBe('competitor');
});

test('End goes to the last tab', async () => {
  expect(await selectedAfter('End', 'price', 'rtl')).toBe('competitor');
});

import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showToast, ToastRegion } from '../../../../renderer/ui/toasts.tsx';
import { find, mount, press } from '../../../support/mount.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  act(() => {
    vi.runAllTimers();
  });
  vi.useRealTimers();
});

function show(toast: Parameters<typeof showToast>[0]): void {
  act(() => showToast(toast));
}

function wait(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

test('what was done is said for some seconds, in a region that is read aloud', async () => {
  await mount(<ToastRegion />);
  show({ tone: 'ok', text: 'حذف شد' });
  expect(find('[aria-live=polite]').textContent).toContain('حذف شد');
  wait(10_000);
  expect(find('[aria-live=polite]').textContent).toBe('');
});

test('an error stays until it is closed', async () => {
  await mount(<ToastRegion />);
  show({ tone: 'error', text: 'ذخیره نشد' });
  wait(600_000);
  expect(find('[aria-live=polite]').textContent).toContain('ذخیره نشد');
  await press(find('button[aria-label=بستن]'));
  expect(find('[aria-live=polite]').textContent).toBe('');
});

test('an act can be undone from its toast, which then goes', async () => {
  const undone: string[] = [];
  await mount(<ToastRegion />);
  show({
    tone: 'ok',
    text: 'حذف شد',
    action: { label: 'برگرداندن', run: () => undone.push('yes') },
  });
  await press(find('button'));
  expect(undone).toEqual(['yes']);
  expect(find('[aria-live=polite]').textContent).toBe('');
});

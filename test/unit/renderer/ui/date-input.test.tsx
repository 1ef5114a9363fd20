import type { JSX } from 'react';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { DateInput } from '../../../../renderer/ui/date-input.tsx';
import { find, mount, press } from '../../../support/mount.tsx';
import { pressKey } from '../forms/type-answer.ts';

function Day({ chosen }: { readonly chosen: PlainDate[] }): JSX.Element {
  const [day, setDay] = useState<PlainDate>('2026-11-27' as PlainDate);
  return (
    <DateInput
      aria-label="day"
      value={day}
      readOnly
      day={day}
      onDay={(next) => {
        chosen.push(next);
        setDay(next);
      }}
    />
  );
}

async function show(): Promise<PlainDate[]> {
  const chosen: PlainDate[] = [];
  await mount(<Day chosen={chosen} />);
  return chosen;
}

async function open(): Promise<void> {
  await pressKey(find('input'), 'ArrowDown', { altKey: true });
}

function focused(): string {
  return document.activeElement?.getAttribute('aria-label') ?? '';
}

describe('a day, in Persian,', () => {
  test('goes by days with the arrows and by months with the page keys, without opening anything', async () => {
    const chosen = await show();
    await pressKey(find('input'), 'ArrowUp');
    await pressKey(find('input'), 'ArrowDown');
    await pressKey(find('input'), 'PageUp');
    // 6 Dey 1405.
    expect(chosen).toEqual(['2026-11-28', '2026-11-27', '2026-12-27']);
  });

  test('is chosen in a month of the Solar Hijri calendar whose arrows go where they point', async () => {
    const chosen = await show();
    await open();
    expect(find('[role=grid]').getAttribute('aria-label')).toBe('آذر ۱۴۰۵');
    expect(focused()).toBe('جمعه ۶ آذر ۱۴۰۵ (۲۷ نوامبر ۲۰۲۶)');
    const grid = find('[role=grid] [tabindex="0"]');
    await pressKey(grid, 'ArrowLeft');
    expect(focused()).toBe('شنبه ۷ آذر ۱۴۰۵ (۲۸ نوامبر ۲۰۲۶)');
    await pressKey(find('[role=grid] [tabindex="0"]'), 'PageDown');
    await pressKey(find('[role=grid] [tabindex="0"]'), 'Home');
    expect(focused()).toContain('۵ دی ۱۴۰۵');
    await press(document.activeElement as HTMLElement);
    expect(chosen).toEqual(['2026-12-26']);
    expect(document.querySelector('[role=grid]')).toBeNull();
    expect(document.activeElement).toBe(find('input'));
  });

  test('is left as it was with Esc', async () => {
    const chosen = await show();
    await open();
    await pressKey(find('[role=grid] [tabindex="0"]'), 'ArrowDown');
    await pressKey(find('[role=grid] [tabindex="0"]'), 'Escape');
    expect(chosen).toEqual([]);
    expect(document.activeElement).toBe(find('input'));
  });
});

import { useLingui } from '@lingui/react';
import { act } from 'react';
import { expect, test } from 'vitest';
import { roleLabels } from '../../../../renderer/i18n/role-labels.ts';
import { choosePreferences } from '../../../../renderer/i18n/preference-store.ts';
import { useFormat } from '../../../../renderer/i18n/use-format.ts';
import { mount } from '../../../support/mount.tsx';

function Form() {
  const { i18n } = useLingui();
  const format = useFormat();
  return (
    <label>
      {i18n._(roleLabels.surveyor)} {format.number(1234)}
      <input />
    </label>
  );
}

test('a change of language changes texts, digits and direction and keeps what is being typed', async () => {
  await act(() => choosePreferences({ language: 'fa' }));
  await mount(<Form />);
  expect(document.body.textContent).toBe('کارشناس میدانی ۱٬۲۳۴');
  expect(document.documentElement).toMatchObject({ lang: 'fa', dir: 'rtl' });
  const input = document.querySelector('input');
  if (input) input.value = 'نیمه‌کاره';

  await act(() => choosePreferences({ language: 'en' }));
  expect(document.body.textContent).toBe('Surveyor 1,234');
  expect(document.documentElement).toMatchObject({ lang: 'en', dir: 'ltr' });
  expect(document.querySelector('input')).toBe(input);
  expect(input?.value).toBe('نیمه‌کاره');
});

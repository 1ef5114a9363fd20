import { describe, expect, test } from 'vitest';
import { TextField } from '../../../../renderer/ui/text-field.tsx';
import { RadioGroup } from '../../../../renderer/ui/choices.tsx';
import { find, mount } from '../../../support/mount.tsx';

function textsOf(ids: string | null): readonly (string | null | undefined)[] {
  return (ids ?? '').split(' ').map((id) => document.getElementById(id)?.textContent);
}

describe('a field', () => {
  test('belongs to its label, and is described by its error before its hint', async () => {
    await mount(<TextField label="قیمت" hint="برای یک کیلو" error="عدد نیست." />);
    const input = find('input');
    expect(find('label').getAttribute('for')).toBe(input.id);
    expect(find('label').textContent).toBe('قیمت');
    expect(textsOf(input.getAttribute('aria-describedby'))).toEqual(['عدد نیست.', 'برای یک کیلو']);
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });

  test('that is only doubtful is not called wrong', async () => {
    await mount(<TextField label="قیمت" warning="۱۰ برابر میانه" reason={<em>چرا؟</em>} />);
    const input = find('input');
    expect(textsOf(input.getAttribute('aria-describedby'))).toEqual(['۱۰ برابر میانه']);
    expect(input.hasAttribute('aria-invalid')).toBe(false);
    expect(find('em').textContent).toBe('چرا؟');
  });

  test('without notes is described by nothing', async () => {
    await mount(<TextField label="نام" />);
    expect(find('input').hasAttribute('aria-describedby')).toBe(false);
  });
});

test('a group of radio buttons is named by its label and says in words that it is required', async () => {
  const choices = [
    { value: 'a', label: 'عمده' },
    { value: 'b', label: 'خرده' },
  ];
  await mount(
    <RadioGroup label="سطح" isRequired choices={choices} value="b" onChange={() => undefined} />,
  );
  const group = find('[role=radiogroup]');
  expect(textsOf(group.getAttribute('aria-labelledby'))).toEqual(['سطح* (لازم)']);
  expect(group.getAttribute('aria-required')).toBe('true');
  expect(find('input:checked')).toMatchObject({ value: 'b' });
});

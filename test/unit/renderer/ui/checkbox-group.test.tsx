import { expect, test } from 'vitest';
import { CheckboxGroup } from '../../../../renderer/ui/choices.tsx';
import { find, mount, press } from '../../../support/mount.tsx';

const choices = ['fa', 'ar', 'ckb'].map((value) => ({ value, label: value }));

test('several choices are given in the order they are shown in, not in the order of the presses', async () => {
  const given: (readonly string[])[] = [];
  await mount(
    <CheckboxGroup
      label="زبان"
      choices={choices}
      values={['ckb']}
      onChange={(values) => given.push(values)}
    />,
  );
  await press(find('input[value=fa]'));
  await press(find('input[value=ckb]'));
  expect(given).toEqual([['fa', 'ckb'], []]);
});

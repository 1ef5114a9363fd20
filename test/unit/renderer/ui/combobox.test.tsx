import type { JSX } from 'react';
import { act, useState } from 'react';
import { expect, test } from 'vitest';
import { Combobox } from '../../../../renderer/ui/combobox.tsx';
import { find, mount } from '../../../support/mount.tsx';
import { leave, pressKey, typeText } from '../forms/type-answer.ts';

const options = [
  { value: 'a', label: 'Kolbadin' },
  { value: 'b', label: 'Zarmahin' },
];

interface ChoiceProps {
  readonly heard: (string | null)[];
  readonly onExtra?: (typed: string) => void;
}

function Choice({ heard, onExtra }: ChoiceProps): JSX.Element {
  const [value, setValue] = useState<string | null>('a');
  return (
    <>
      <Combobox
        label="Brand"
        options={options}
        value={value}
        onChange={(next) => {
          heard.push(next);
          setValue(next);
        }}
        extras={(typed) => (typed === '' ? [] : [{ value: 'add', label: `add ${typed}` }])}
        onExtra={(_extra, typed) => onExtra?.(typed)}
      />
      <button type="button" onClick={() => setValue('b')}>
        other
      </button>
    </>
  );
}

function input(): HTMLInputElement {
  return find('input') as HTMLInputElement;
}

test('an act at the end of the list leaves the text in the field until there is an answer', async () => {
  const heard: (string | null)[] = [];
  const asked: string[] = [];
  await mount(<Choice heard={heard} onExtra={(typed) => asked.push(typed)} />);
  await typeText(input(), 'کلبادین');
  await pressKey(input(), 'ArrowUp');
  await pressKey(input(), 'Enter');
  await leave();
  expect(asked).toEqual(['کلبادین']);
  expect(input().value).toBe('کلبادین');
  await act(async () => find('button').click());
  expect(input().value).toBe('Zarmahin');
});

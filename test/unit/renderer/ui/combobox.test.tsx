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

function brands(from: number, to: number): typeof options {
  return Array.from({ length: to - from }, (_, at) => ({
    value: `brand-${from + at}`,
    label: `Brand ${from + at}`,
  }));
}

const markedBrand = { value: 'marked', label: 'Brand that is marked' };

async function chooseWhileSyncing(after: typeof options): Promise<(string | null)[]> {
  const heard: (string | null)[] = [];
  function Syncing(): JSX.Element {
    const [known, setKnown] = useState([...brands(0, 2), markedBrand]);
    return (
      <>
        <Combobox
          label="Brand"
          options={known}
          value={null}
          onChange={(next) => heard.push(next)}
        />
        <button type="button" onClick={() => setKnown(after)}>
          next page
        </button>
      </>
    );
  }
  await mount(<Syncing />);
  await typeText(input(), 'Brand');
  await pressKey(input(), 'ArrowDown');
  await pressKey(input(), 'ArrowDown');
  await act(async () => find('button').click());
  await pressKey(input(), 'Enter');
  return heard;
}

test('Enter takes the marked choice after more choices came before it', async () => {
  const after = [...brands(10, 13), ...brands(0, 2), markedBrand];
  expect(await chooseWhileSyncing(after)).toEqual(['marked']);
});

test('Enter takes the marked choice after more came before it than are shown', async () => {
  const after = [...brands(10, 40), markedBrand, ...brands(0, 2)];
  expect(await chooseWhileSyncing(after)).toEqual(['marked']);
});

test('Enter takes nothing in place of a marked choice that is gone', async () => {
  expect(await chooseWhileSyncing(brands(0, 9))).toEqual([]);
});

import { expect, test } from 'vitest';
import { recordFile } from '../../../../../renderer/features/outbox/record-file.ts';
import { makeDevice } from '../../../../support/make-entries.ts';

test('the file of one record can be read by a person and by a program, whatever was typed', () => {
  const history = [makeDevice('surveyor1').write()];
  const typed = '</pre><script>alert(1)</script>&"';
  const answer = {
    field: 'item_spec',
    label: 'مشخصات',
    text: typed,
    unit: undefined,
    value: typed,
    look: 'text',
    reason: undefined,
    remark: 'یادداشت',
    isConflict: false,
  } as const;
  const bytes = recordFile({
    title: typed,
    language: 'fa',
    direction: 'rtl',
    note: 'چرا',
    sections: [{ id: 'a', title: 'کالا', answers: [answer] }],
    history,
  });
  const page = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'text/html');
  expect(page.querySelector('script')).toBeNull();
  expect(page.querySelector('h1')?.textContent).toBe(typed);
  expect(page.querySelector('dd bdi')?.textContent).toBe(typed);
  expect(page.querySelector('dd q')?.textContent).toBe('یادداشت');
  expect(JSON.parse(page.getElementById('entries')?.textContent ?? '')).toEqual({
    format: 'bazarnegar-record',
    version: 1,
    entries: history,
  });
});

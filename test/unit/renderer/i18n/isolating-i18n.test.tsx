import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { expect, test } from 'vitest';
import { createFormat } from '../../../../renderer/i18n/format.ts';
import { makeI18n } from '../../../../renderer/i18n/i18n-provider.tsx';
import { mount } from '../../../support/mount.tsx';

const hostile = 'Golha (5)\u2069 \u202eروغن';
const shown = '\u2068Golha (5)[PDI] [RLO]روغن\u2069';

test.each(['fa', 'en', 'ar', 'ckb', 'prs', 'ps'] as const)(
  'a name that is put into a sentence in %s is isolated from it',
  (language) => {
    const i18n = makeI18n({ language, digits: 'latn' });
    const name = hostile;
    expect(i18n._(msg`“${name}” stands there already.`)).toContain(shown);
    const { at } = { at: '12:30' };
    expect(i18n._(msg`Last copy: ${at}`)).not.toContain('\u2068');
  },
);

test('a name between the elements of a sentence is isolated as well', async () => {
  const name = hostile;
  await mount(
    <p>
      <Trans>
        In the place you chose, offered as <bdi dir="ltr">{name}</bdi>; {name}.
      </Trans>
    </p>,
  );
  expect(document.body.textContent).toContain(`${shown}; ${shown}.`);
});

test('each item of a list is isolated from the next', () => {
  const format = createFormat({
    language: 'fa',
    calendar: 'persian',
    digits: 'latn',
    showsOtherCalendar: false,
  });
  expect(format.list(['Golha 5', '2-in-1'])).toBe('\u2068Golha 5\u2069 و \u20682-in-1\u2069');
});

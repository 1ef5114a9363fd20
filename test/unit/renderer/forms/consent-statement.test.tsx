import { act } from 'react';
import type { JSX } from 'react';
import { expect, test } from 'vitest';
import { languages } from '#shared/core/language.ts';
import { ok } from '#shared/core/result.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import { spokenStatement } from '#shared/forms/labels/spoken-statements.ts';
import { emptyContent } from '../../../../renderer/forms/form-content.ts';
import { FormView } from '../../../../renderer/forms/form-view.tsx';
import { useOpenForm } from '../../../../renderer/forms/use-open-form.ts';
import { choosePreferences } from '../../../../renderer/i18n/preference-store.ts';
import { makeContext } from '../../../support/form-context.ts';
import { find, mount } from '../../../support/mount.tsx';
import { sampleFormRegisters } from './sample-form-registers.ts';

const context = makeContext();
const aid = {
  suggestions: () => [],
  photos: {
    keep: () => Promise.reject(new Error('no photos here')),
    read: () => Promise.reject(new Error('no photos here')),
    mayKeepPlace: () => false,
    keepsOriginals: () => false,
    moment: () => {
      throw new Error('no photos here');
    },
  },
};

function Header({ answers }: { readonly answers: Answers }): JSX.Element {
  const open = useOpenForm({
    formId: 'visit',
    form: formOf('visit'),
    initial: { ...emptyContent, answers },
    isReopened: false,
    context,
    registers: sampleFormRegisters,
    records: [],
    notes: {},
    folds: false,
    onSave: async () => ok(null),
  });
  return <FormView open={open} aid={aid} onFinish={() => undefined} />;
}

test('what is read to a respondent stands where consent is asked, in the language of the screen', async () => {
  await mount(<Header answers={{ interview_mode: 'in_person' }} />);
  const said = new Set<string>();
  for (const language of languages) {
    await act(() => choosePreferences({ language }));
    const statement = find('[data-field="consent"] blockquote').textContent ?? '';
    expect(statement).toBe(spokenStatement('visit', 'consent')?.[language]);
    said.add(statement);
  }
  expect(said.size).toBe(languages.length);
  expect(document.querySelectorAll('blockquote')).toHaveLength(1);
});

test('where shelves were only looked at nothing is to be read aloud', async () => {
  await mount(<Header answers={{ interview_mode: 'observation', consent: 'not_applicable' }} />);
  find('[data-field="consent"]');
  expect(document.querySelector('blockquote')).toBeNull();
});

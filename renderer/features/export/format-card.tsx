import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { languages } from '#shared/core/language.ts';
import type { ExportChoices } from '#shared/exports/manifest.ts';
import { languageNames } from '../../i18n/language-names.ts';
import { Card } from '../../ui/card.tsx';
import { Checkbox, RadioGroup } from '../../ui/choices.tsx';

export type FormatChoices = Omit<ExportChoices, 'filters'>;

interface FormatCardProps {
  readonly choices: FormatChoices;
  readonly onChange: (choices: FormatChoices) => void;
}

/** In which language and in which words the files are, and whether they carry personal data. */
export function FormatCard({ choices, onChange }: FormatCardProps): JSX.Element {
  const { t } = useLingui();
  return (
    <Card title={t`How`}>
      <RadioGroup
        label={t`Language of the files`}
        look="row"
        value={choices.language}
        onChange={(language) => onChange({ ...choices, language })}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <RadioGroup
        label={t`Headers and choices`}
        value={choices.texts}
        onChange={(texts) => onChange({ ...choices, texts })}
        choices={[
          {
            value: 'labels',
            label: t`In words`,
            hint: t`For reading: the texts of the questions and choices, the names of products and markets.`,
          },
          {
            value: 'names',
            label: t`In codes`,
            hint: t`For statistics programs: short names and codes that are the same in every language.`,
          },
        ]}
      />
      <Checkbox
        label={t`With names and phone numbers of respondents`}
        hint={t`Only of those who agreed that their contact is passed on; everyone else’s stay out. Without this tick there are no such columns at all.`}
        checked={choices.personal === 'with_consent'}
        onChange={(event) =>
          onChange({
            ...choices,
            personal: event.currentTarget.checked ? 'with_consent' : 'left_out',
          })
        }
      />
    </Card>
  );
}

import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { DigitSet } from '#shared/core/digits.ts';
import { toDigitSet } from '#shared/core/digits.ts';
import { languages } from '#shared/core/language.ts';
import type { Calendar } from '#shared/core/plain-date.ts';
import { calendars } from '#shared/core/plain-date.ts';
import { languageNames } from '../../i18n/language-names.ts';
import { choosePreferences, usePreferences } from '../../i18n/preference-store.ts';
import type { ChosenPreferences, TextSize, Theme } from '../../i18n/preferences.ts';
import { textSizes, themes } from '../../i18n/preferences.ts';
import { Card } from '../../ui/card.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { DisplayPreview } from './display-preview.tsx';

// The usual one of each language first; Latin, which everyone reads, last.
const shownDigitSets = ['arabext', 'arab', 'latn'] as const satisfies readonly DigitSet[];

/** How things look and read; what is stored of the survey stays the same. */
export function DisplayCard(): JSX.Element {
  const { t } = useLingui();
  const preferences = usePreferences();
  const calendarNames: Readonly<Record<Calendar, string>> = {
    persian: t`Solar Hijri`,
    gregory: t`Gregorian`,
  };
  const themeNames: Readonly<Record<Theme, string>> = {
    system: t`As the system`,
    light: t`Light`,
    dark: t`Dark`,
    sun: t`Sunlight (high contrast)`,
  };
  const sizeNames: Readonly<Record<TextSize, string>> = {
    small: t`Small`,
    normal: t`Normal`,
    large: t`Large`,
    largest: t`Very large`,
  };

  const others = languages.filter((value) => value !== preferences.language);

  async function choose(change: ChosenPreferences): Promise<void> {
    const kept = await choosePreferences(change);
    if (!kept)
      showToast({ tone: 'error', text: t`The choice holds for now, but could not be kept.` });
  }

  return (
    <Card
      title={t`Language and display`}
      note={t`These change only what you see; the data stays the same.`}
    >
      <RadioGroup
        look="segments"
        layout="beside"
        label={t`Language`}
        value={preferences.language}
        choices={languages.map((value) => ({
          value,
          label: <span lang={value}>{languageNames[value]}</span>,
        }))}
        onChange={(language) => void choose({ language })}
      />
      <Select
        label={t`Language to show to a trader (F9)`}
        value={preferences.otherLanguage}
        options={others.map((value) => ({ value, label: languageNames[value] }))}
        onChange={({ currentTarget }) => {
          const otherLanguage = others.find((value) => value === currentTarget.value);
          if (otherLanguage) void choose({ otherLanguage });
        }}
      />
      <RadioGroup
        look="segments"
        layout="beside"
        label={t`Calendar`}
        value={preferences.calendar}
        choices={calendars.map((value) => ({ value, label: calendarNames[value] }))}
        onChange={(calendar) => void choose({ calendar })}
      />
      <RadioGroup
        look="segments"
        layout="beside"
        label={t`Second calendar beside the date`}
        value={preferences.showsOtherCalendar ? 'shown' : 'hidden'}
        choices={[
          { value: 'hidden', label: t({ message: 'None', context: 'calendar' }) },
          {
            value: 'shown',
            label: calendarNames[preferences.calendar === 'persian' ? 'gregory' : 'persian'],
          },
        ]}
        onChange={(choice) => void choose({ showsOtherCalendar: choice === 'shown' })}
      />
      <RadioGroup
        look="segments"
        layout="beside"
        label={t`Digits`}
        value={preferences.digits}
        choices={shownDigitSets.map((value) => ({ value, label: <DigitSample digits={value} /> }))}
        onChange={(digits) => void choose({ digits })}
      />
      <RadioGroup
        look="segments"
        layout="beside"
        label={t`Theme`}
        value={preferences.theme}
        choices={themes.map((value) => ({ value, label: themeNames[value] }))}
        onChange={(theme) => void choose({ theme })}
      />
      <RadioGroup
        look="segments"
        layout="beside"
        label={t`Text size`}
        value={preferences.textSize}
        choices={textSizes.map((value) => ({ value, label: sizeNames[value] }))}
        onChange={(textSize) => void choose({ textSize })}
      />
      <DisplayPreview />
    </Card>
  );
}

/** 4, 5 and 6 are the digits in which the sets differ: 1, 2 and 3 look alike in Persian and Arabic. */
function DigitSample({ digits }: { readonly digits: DigitSet }): JSX.Element {
  return <bdi>{toDigitSet('456', digits)}</bdi>;
}

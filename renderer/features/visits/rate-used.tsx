import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useLocation } from 'wouter';
import { isDecimal } from '#shared/core/decimal.ts';
import { isPlainDate } from '#shared/core/plain-date.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { FxRate } from '#shared/forms/context.ts';
import { choiceLabel } from '#shared/forms/form-labels.ts';
import type { Registers } from '../../forms/registers.ts';
import { nameOfCode } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import css from './visits.module.css';

const sourceTexts: Readonly<Record<FxRate['source'], MessageDescriptor>> = {
  visit: msg`written down in this visit`,
  market_median: msg`middle of what was written down in this market`,
  round_median: msg`middle of the country in this round`,
  table: msg`from the register`,
  identity: msg`dollars need no rate`,
};

interface RateUsedProps {
  readonly record: Answers;
  readonly registers: Registers;
}

/** The rate a price in dollars rests on; the book of rates is one key away. */
export function RateUsed({ record, registers }: RateUsedProps): JSX.Element {
  return (
    <div className={css['rateUsed']}>
      <RateText record={record} registers={registers} className={css['asideLine']} />
      <RatesLink />
    </div>
  );
}

interface RateTextProps extends RateUsedProps {
  readonly className: string | undefined;
}

/** The rate in words: how much, of which kind, from where and when. Nothing for a price in dollars. */
export function RateText({ record, registers, className }: RateTextProps): JSX.Element | null {
  const { i18n, t } = useLingui();
  const { language } = usePreferences();
  const format = useFormat();
  const rate = textAnswer(record['fx_rate']);
  const kind = textAnswer(record['fx_kind']);
  const source = sourceOf(textAnswer(record['fx_source']));
  const dated = textAnswer(record['fx_date']);
  const code = textAnswer(record['price_currency']) ?? '';
  const iso = textAnswer(registers.item('currency', code)?.['iso_code']) ?? code;
  const details = [
    kind !== undefined && choiceLabel('fx_type', kind)?.[language],
    source && i18n._(sourceTexts[source]),
    dated !== undefined && isPlainDate(dated) && format.date(dated),
  ].filter(Boolean);
  if (rate === undefined) {
    return <span className={className}>{t`No exchange rate is known for this place yet.`}</span>;
  }
  if (!isDecimal(rate) || source === 'identity') return null;
  return (
    <span className={className}>
      {t`Rate used:`} <bdi>{format.number(rate, 4)}</bdi>{' '}
      {t`${nameOfCode(registers, 'currency', iso, language)} per dollar`}
      {' · '}
      {details.join(' · ')}
    </span>
  );
}

/** The way to the book of rates, by Alt+R as well. */
export function RatesLink(): JSX.Element {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  useShortcut({
    code: 'KeyR',
    run: () => navigate('/rates'),
    label: t`Exchange rates`,
    needsAlt: true,
  });
  return (
    <ButtonLink kind="quiet" size="small" icon="money" to="/rates">
      {t`Exchange rates`}
      <KeyHint keys="Alt+R" />
    </ButtonLink>
  );
}

function sourceOf(text: string | undefined): FxRate['source'] | undefined {
  return (Object.keys(sourceTexts) as readonly FxRate['source'][]).find((each) => each === text);
}

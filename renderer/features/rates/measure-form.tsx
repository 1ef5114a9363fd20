import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Answers } from '#shared/forms/answers.ts';
import type { BookFormProps } from './book-form.tsx';
import { BookForm } from './book-form.tsx';
import { offeredPlace } from './offered-place.ts';

interface MeasureFormProps extends BookFormProps {
  /** Answers of the last visit, whose place is offered. */
  readonly place: Answers;
}

const nothing = {};

/** What a unit was weighed to hold in a place. */
export function MeasureForm({ place, ...props }: MeasureFormProps): JSX.Element {
  const { before, today } = props;
  const { t } = useLingui();
  const [offered] = useState(() => offeredPlace(place, today));
  return (
    <BookForm
      {...props}
      register="unit_factor"
      offered={offered}
      references={nothing}
      texts={{
        title: before ? t`Change a measure` : t`A new measure`,
        finish: () => t`Write it down`,
        written: t`The measure is written down and waits to be sent.`,
        why: t`Why is this measure changed?`,
        change: t`Change the measure`,
      }}
    />
  );
}

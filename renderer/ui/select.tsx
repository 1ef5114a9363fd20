import type { ComponentProps, JSX } from 'react';
import css from './controls.module.css';
import type { FieldFrame } from './field-shell.tsx';
import { FieldShell } from './field-shell.tsx';
import { Icon } from './icons.tsx';
import { joinClasses } from './join-classes.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly isDisabled?: boolean | undefined;
}

type SelectInputProps = Omit<
  ComponentProps<'select'>,
  'className' | 'style' | 'children' | 'multiple'
> & {
  readonly options: readonly Option[];
  /** Shown while nothing is chosen; choosing it again clears the answer (value ''). */
  readonly placeholder?: string | undefined;
};

/** The bare control; in a form it stands in a FieldShell. */
function SelectInput({ options, placeholder, ...select }: SelectInputProps): JSX.Element {
  return (
    <div className={css['wrap']}>
      <select {...select} className={joinClasses(css['control'], css['select'])}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map(({ value, label, isDisabled }) => (
          <option key={value} value={value} disabled={isDisabled}>
            {label}
          </option>
        ))}
      </select>
      <span className={css['chevron']}>
        <Icon name="chevron-down" />
      </span>
    </div>
  );
}

type SelectProps = FieldFrame & SelectInputProps;

export function Select(props: SelectProps): JSX.Element {
  const { label, isRequired, hint, error, warning, reason, aside, id, ...select } = props;
  return (
    <FieldShell {...{ label, isRequired, hint, error, warning, reason, aside, id }}>
      {(control) => <SelectInput {...select} {...control} />}
    </FieldShell>
  );
}

import type { ComponentProps, JSX, ReactNode } from 'react';
import { useId } from 'react';
import css from './choices.module.css';
import type { FieldFrame } from './field-shell.tsx';
import { FieldGroup } from './field-shell.tsx';

export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly isDisabled?: boolean | undefined;
}

type CheckboxProps = Omit<ComponentProps<'input'>, 'className' | 'style' | 'type'> & {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
};

export function Checkbox({ label, hint, ...input }: CheckboxProps): JSX.Element {
  const hintId = useId();
  const hasHint = hint !== undefined;
  return (
    <label className={css['choice']}>
      <input
        {...input}
        type="checkbox"
        className={css['box']}
        aria-describedby={hasHint ? hintId : input['aria-describedby']}
      />
      <span>
        <span>{label}</span>
        {hasHint && (
          <span id={hintId} className={css['hint']}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}

interface RadioGroupProps<V extends string> extends FieldFrame {
  readonly id?: string | undefined;
  readonly choices: readonly (Choice & { readonly value: V })[];
  /** The chosen value, or null while there is none. */
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly onBlur?: (() => void) | undefined;
  /** `segments`: side by side as one bar, for a few short choices. */
  readonly look?: 'list' | 'row' | 'segments' | undefined;
  readonly layout?: 'below' | 'beside' | undefined;
}

export function RadioGroup<V extends string>(props: RadioGroupProps<V>): JSX.Element {
  const { choices, value, onChange, onBlur, look = 'list', ...frame } = props;
  const name = useId();
  return (
    <FieldGroup {...frame} role="radiogroup">
      {() => (
        <div className={css[look]} onBlur={onBlur}>
          {choices.map((choice) => (
            <label
              key={choice.value}
              className={look === 'segments' ? css['segment'] : css['choice']}
            >
              <input
                type="radio"
                name={name}
                value={choice.value}
                checked={choice.value === value}
                disabled={choice.isDisabled}
                onChange={() => onChange(choice.value)}
                className={look === 'segments' ? css['segmentInput'] : css['box']}
              />
              <ChoiceWords choice={choice} />
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}

interface CheckboxGroupProps extends FieldFrame {
  readonly id?: string | undefined;
  readonly choices: readonly Choice[];
  readonly values: readonly string[];
  /** Receives the chosen values in the order of `choices`. */
  readonly onChange: (values: readonly string[]) => void;
  readonly onBlur?: (() => void) | undefined;
  /** `columns`: beside each other as far as there is room, for many. */
  readonly look?: 'list' | 'row' | 'columns' | undefined;
}

export function CheckboxGroup(props: CheckboxGroupProps): JSX.Element {
  const { choices, values, onChange, onBlur, look = 'list', ...frame } = props;
  function toggle(value: string, isChosen: boolean): void {
    const candidates = choices.map((choice) => choice.value);
    onChange(candidates.filter((each) => (each === value ? isChosen : values.includes(each))));
  }
  return (
    <FieldGroup {...frame}>
      {() => (
        <div className={css[look]} onBlur={onBlur}>
          {choices.map((choice) => (
            <label key={choice.value} className={css['choice']}>
              <input
                type="checkbox"
                value={choice.value}
                checked={values.includes(choice.value)}
                disabled={choice.isDisabled}
                onChange={(event) => toggle(choice.value, event.currentTarget.checked)}
                className={css['box']}
              />
              <ChoiceWords choice={choice} />
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}

function ChoiceWords({ choice }: { readonly choice: Choice }): JSX.Element {
  return (
    <span>
      <span>{choice.label}</span>
      {choice.hint !== undefined && <span className={css['hint']}>{choice.hint}</span>}
    </span>
  );
}

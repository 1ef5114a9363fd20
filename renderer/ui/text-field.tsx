import type { ComponentProps, JSX } from 'react';
import css from './controls.module.css';
import type { FieldFrame } from './field-shell.tsx';
import { FieldShell } from './field-shell.tsx';
import { joinClasses } from './join-classes.ts';

type InputProps = Omit<ComponentProps<'input'>, 'className' | 'style'> & {
  /** A number, date or code: it runs left to right in every language, and its last place stands at the right. */
  readonly numeric?: boolean | undefined;
  /**
   * A secret that nobody should read over a shoulder. Not a password field: what is typed into one stays in the memory of a browser, which offers to
   * keep it besides (`e2e/web/memory`).
   */
  readonly masked?: boolean | undefined;
};
type AreaProps = Omit<ComponentProps<'textarea'>, 'className' | 'style'>;

/** The bare control; in a form it stands in a FieldShell. */
export function TextInput({ numeric = false, masked = false, ...props }: InputProps): JSX.Element {
  return (
    <input
      type="text"
      autoComplete="off"
      dir={numeric ? 'ltr' : undefined}
      {...props}
      className={joinClasses(css['control'], numeric && css['numeric'], masked && css['masked'])}
    />
  );
}

/** The bare control; it grows with what is typed. */
export function TextAreaInput(props: AreaProps): JSX.Element {
  return (
    <textarea
      rows={3}
      autoComplete="off"
      {...props}
      className={joinClasses(css['control'], css['area'])}
    />
  );
}

type TextFieldProps = FieldFrame & InputProps;

export function TextField(props: TextFieldProps): JSX.Element {
  const { label, isRequired, hint, error, warning, reason, aside, id, ...input } = props;
  return (
    <FieldShell {...{ label, isRequired, hint, error, warning, reason, aside, id }}>
      {(control) => <TextInput {...input} {...control} />}
    </FieldShell>
  );
}

type TextAreaProps = FieldFrame & AreaProps;

export function TextArea(props: TextAreaProps): JSX.Element {
  const { label, isRequired, hint, error, warning, reason, aside, id, ...area } = props;
  return (
    <FieldShell {...{ label, isRequired, hint, error, warning, reason, aside, id }}>
      {(control) => <TextAreaInput {...area} {...control} />}
    </FieldShell>
  );
}

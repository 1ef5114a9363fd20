import { useLingui } from '@lingui/react/macro';
import type { JSX, ReactNode } from 'react';
import css from './field-shell.module.css';
import { Icon } from './icons.tsx';
import { joinClasses } from './join-classes.ts';
import { useFieldId } from './use-field-id.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

/** What surrounds every question, whatever it is answered with. */
export interface FieldFrame {
  readonly label: ReactNode;
  readonly isRequired?: boolean | undefined;
  readonly hint?: ReactNode;
  /** Why the answer cannot stand. */
  readonly error?: ReactNode;
  /** Why the answer is doubtful: it may stand. */
  readonly warning?: ReactNode;
  /** Under the warning: where the person says why it stands all the same. */
  readonly reason?: ReactNode;
  /** At the end of the label's line: a remark, "don't know". */
  readonly aside?: ReactNode;
}

/** What the control must carry so that label, hint, warning and error belong to it. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

interface FieldShellProps extends FieldFrame {
  readonly id?: string | undefined;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A question with one control. */
export function FieldShell({ id, children, ...frame }: FieldShellProps): JSX.Element {
  const ownId = useFieldId();
  const control = controlOf(id ?? ownId, frame);
  return (
    <div className={joinClasses(css['field'], toneOf(frame))}>
      <div className={css['labelLine']}>
        <label htmlFor={control.id} className={css['label']}>
          {frame.label}
          {frame.isRequired && <RequiredMark />}
        </label>
        {frame.aside}
      </div>
      <Hint id={control.id} frame={frame} />
      {children(control)}
      <Messages id={control.id} frame={frame} />
    </div>
  );
}

interface FieldGroupProps extends FieldShellProps {
  readonly role?: 'group' | 'radiogroup' | undefined;
  /** Where the controls stand: below the label, or in one line with it where there is room. */
  readonly layout?: 'below' | 'beside' | undefined;
}

/** A question with several controls: radio buttons, checkboxes, a date in parts. */
export function FieldGroup({ id, role, layout, children, ...frame }: FieldGroupProps): JSX.Element {
  const ownId = useFieldId();
  const control = controlOf(id ?? ownId, frame);
  const isRadioGroup = role === 'radiogroup';
  return (
    <fieldset
      id={control.id}
      role={role}
      aria-labelledby={`${control.id}-label`}
      aria-describedby={control['aria-describedby']}
      aria-required={isRadioGroup ? control['aria-required'] : undefined}
      aria-invalid={isRadioGroup ? control['aria-invalid'] : undefined}
      className={joinClasses(css['field'], layout === 'beside' && css['beside'], toneOf(frame))}
    >
      <legend className={css['labelLine']}>
        <span id={`${control.id}-label`} className={css['label']}>
          {frame.label}
          {frame.isRequired && <RequiredMark />}
        </span>
        {frame.aside}
      </legend>
      <Hint id={control.id} frame={frame} />
      {children(control)}
      <Messages id={control.id} frame={frame} />
    </fieldset>
  );
}

function RequiredMark(): JSX.Element {
  const { t } = useLingui();
  return (
    <>
      <span aria-hidden="true" className={css['required']}>
        *
      </span>
      <VisuallyHidden> ({t`required`})</VisuallyHidden>
    </>
  );
}

function Hint({
  id,
  frame,
}: {
  readonly id: string;
  readonly frame: FieldFrame;
}): JSX.Element | null {
  if (!isGiven(frame.hint)) return null;
  return (
    <div id={`${id}-hint`} className={css['hint']}>
      {frame.hint}
    </div>
  );
}

function Messages({ id, frame }: { readonly id: string; readonly frame: FieldFrame }): JSX.Element {
  return (
    <>
      {isGiven(frame.error) && (
        <p id={`${id}-error`} className={css['error']}>
          <Icon name="error" />
          {frame.error}
        </p>
      )}
      {isGiven(frame.warning) && (
        <div className={css['warning']}>
          <p id={`${id}-warning`} className={css['warningText']}>
            <Icon name="warning" />
            {frame.warning}
          </p>
          {frame.reason}
        </div>
      )}
    </>
  );
}

function controlOf(id: string, frame: FieldFrame): ControlProps {
  const notes = [
    isGiven(frame.error) && `${id}-error`,
    isGiven(frame.warning) && `${id}-warning`,
    isGiven(frame.hint) && `${id}-hint`,
  ].filter(Boolean);
  return {
    id,
    'aria-describedby': notes.length > 0 ? notes.join(' ') : undefined,
    'aria-invalid': isGiven(frame.error) || undefined,
    'aria-required': frame.isRequired || undefined,
  };
}

function toneOf(frame: FieldFrame): string | undefined {
  if (isGiven(frame.error)) return css['hasError'];
  return isGiven(frame.warning) ? css['hasWarning'] : undefined;
}

function isGiven(node: ReactNode): boolean {
  return node !== undefined && node !== null && node !== false && node !== '';
}

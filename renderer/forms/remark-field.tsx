import { useLingui } from '@lingui/react/macro';
import type { JSX, RefObject } from 'react';
import { Icon } from '../ui/icons.tsx';
import { TextInput } from '../ui/text-field.tsx';
import css from './question.module.css';

interface RemarkButtonProps {
  readonly label: string;
  readonly remark: string;
  readonly onOpen: () => void;
}

/** At the end of a question's line: a way to note something on it; by keyboard Alt+C, so that Tab goes from answer to answer. */
export function RemarkButton({ label, remark, onOpen }: RemarkButtonProps): JSX.Element {
  const { t } = useLingui();
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-pressed={remark !== ''}
      aria-label={t`${label}: remark`}
      aria-keyshortcuts="Alt+C"
      title={t`Remark (Alt+C)`}
      className={css['missingChoice']}
      onClick={onOpen}
    >
      <Icon name="comment" />
    </button>
  );
}

interface RemarkFieldProps {
  readonly label: string;
  readonly remark: string;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onChange: (text: string) => void;
}

/** What the person notes on a question; it is sent with the record and read beside the answer. */
export function RemarkField(props: RemarkFieldProps): JSX.Element {
  const { label, remark, inputRef, onChange } = props;
  const { t } = useLingui();
  return (
    <TextInput
      ref={inputRef}
      aria-label={t`${label}: remark`}
      placeholder={t`Remark on this question`}
      maxLength={MOST_LETTERS}
      value={remark}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

const MOST_LETTERS = 1000;
